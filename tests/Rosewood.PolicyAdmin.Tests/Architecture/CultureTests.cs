using System.Globalization;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Architecture;

/// <summary>PowerShell keeps the person's culture, of which some count years from elsewhere: dates in sentences are the same in each.</summary>
public sealed partial class CultureTests
{
    /// <summary>A call may be broken into lines: the culture stands in one of these before the date.</summary>
    private const int LinesOfACall = 6;

    [Fact]
    public void A_date_within_a_sentence_names_its_culture()
    {
        foreach (var file in Repository.SourceFiles())
        {
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (DateInSentence().IsMatch(lines[i]))
                {
                    string.Concat(lines[Math.Max(0, i - LinesOfACall)..(i + 1)]).ShouldContain("Invariant", Case.Sensitive, $"{file}:{i + 1}");
                }
            }
        }
    }

    [Fact]
    public void Faults_read_the_same_in_every_culture()
    {
        var at = new DateTimeOffset(2026, 11, 24, 9, 5, 0, TimeSpan.Zero);
        var mine = CultureInfo.CurrentCulture;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.DateTimeFormat.TimeSeparator = ".";
            other.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = other;

            AccessFaults.EndsBeforeStart(at, at).Message.ShouldContain("2026-11-24 09:05");
            AccessFaults.TooLong(TimeSpan.FromDays(9), TimeSpan.FromDays(1.5)).Message.ShouldContain("1.5");
            SuppressionFaults.EndsInPast(at).Message.ShouldContain("2026-11-24 09:05");
            SuppressionFaults.TooLong(at).Message.ShouldContain("2026-11-24 09:05");
        }
        finally
        {
            CultureInfo.CurrentCulture = mine;
        }
    }

    [GeneratedRegex("""\$".*\{[^{}"]*:yyyy""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateInSentence();
}
