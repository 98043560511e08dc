using System.Text;
using Rosewood.PolicyAdmin.Tests.Support;
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
        foreach (var spec in LogFormatTests.All())
        {
            foreach (var other in lineFormats.Where(f => !f.Name.Equals(spec.FormatUnderTest.Name, StringComparison.Ordinal)))
            {
                var reader = other.CreateReader(Options);
                both.AddRange(spec.SpecLines().Where(l => reader.TryParse(Encoding.UTF8.GetBytes(l), 1, out _)).Select(l => $"{spec.FormatUnderTest.Name} is read as {other.Name}: {l}"));
            }
        }

        both.ShouldBeEmpty();
    }

    /// <summary>
    /// samples/logs are for people who try the commands, and for the benchmark. Where a spec table has changed, copy the received file over
    /// the sample.
    /// </summary>
    [Fact]
    public void The_sample_logs_are_the_spec_tables()
    {
        var folder = Path.Combine(Repository.Root, "samples", "logs");
        var wrong = new List<string>();
        foreach (var spec in LogFormatTests.All().Where(static s => LogFormats.All.Any(f => f.Name.Equals(s.FormatUnderTest.Name, StringComparison.Ordinal))))
        {
            var path = Path.Combine(folder, spec.SampleName + ".log");
            var expected = string.Concat((spec.HeaderLine is null ? spec.SpecLines() : spec.SpecLines().Prepend(spec.HeaderLine)).Select(static l => l + "\n"));
            if (!File.Exists(path) || !File.ReadAllText(path).Equals(expected, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(Path.ChangeExtension(path, ".received.log"), expected);
                wrong.Add(path);
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_format_has_its_spec_table()
    {
        var specified = LogFormatTests.All().Select(static s => s.FormatUnderTest.Name).ToHashSet(StringComparer.Ordinal);
        LogFormats.All.Select(static f => f.Name).Where(n => !specified.Contains(n) && n is not ("Mixed" or "Squid")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_format_is_on_a_page()
    {
        var pages = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs", "logs"), "*.md").Select(File.ReadAllText));
        LogFormats.All.Select(static f => f.Name).Where(n => n is not ("Mixed" or "Squid") && !pages.Contains("`" + n + "`", StringComparison.Ordinal) && !pages.Contains("-Format " + n, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
