using System.Text;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats;

/// <summary>All formats beside each other.</summary>
public sealed class LogFormatsTests
{
    private static readonly LogReaderOptions Options = new(TimeZoneInfo.Utc, Year: null) { Reference = new DateTime(2026, 11, 29, 0, 0, 0, DateTimeKind.Utc), DayFirst = true };

    /// <summary>A log that mixes devices is read line by line, which is right only when no line could be two devices'.</summary>
    [Fact]
    public void No_line_is_in_two_formats()
    {
        var both = new List<string>();
        var lineFormats = LogFormats.All.Where(static f => f.IsLineFormat).ToList();
        foreach (var spec in Specs())
        {
            foreach (var other in lineFormats.Where(f => !f.Name.Equals(spec.FormatUnderTest.Name, StringComparison.Ordinal)))
            {
                var reader = other.CreateReader(Options);
                both.AddRange(spec.SpecLines().Where(l => reader.TryParse(Encoding.UTF8.GetBytes(l), 1, out _)).Select(l => $"{spec.FormatUnderTest.Name} is read as {other.Name}: {l}"));
            }
        }

        both.ShouldBeEmpty();
    }

    [Fact]
    public void Every_format_has_its_spec_table()
    {
        var specified = Specs().Select(static s => s.FormatUnderTest.Name).ToHashSet(StringComparer.Ordinal);
        LogFormats.All.Select(static f => f.Name).Where(n => !specified.Contains(n) && n is not ("Mixed" or "Squid")).ShouldBeEmpty();
    }

    private static IEnumerable<LogFormatTests> Specs() => typeof(LogFormatTests).Assembly.GetTypes()
        .Where(static t => t.IsSubclassOf(typeof(LogFormatTests)) && !t.IsAbstract)
        .Select(static t => (LogFormatTests)Activator.CreateInstance(t)!);
}
