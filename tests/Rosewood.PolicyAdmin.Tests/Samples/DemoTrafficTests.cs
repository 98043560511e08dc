using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Samples;

namespace Rosewood.PolicyAdmin.Tests.Samples;

public sealed partial class DemoTrafficTests(DemoLog log) : IClassFixture<DemoLog>
{
    /// <summary>Changes only when the generator is meant to change: the demo's bytes are the same everywhere.</summary>
    private const string Fingerprint = "2944462e9b948245072616cef1b4bfef89e17c60ea2fa09def7737fb138db029";

    [Fact]
    public void The_fortnight_is_the_same_bytes_on_every_run_and_platform() =>
        Convert.ToHexStringLower(SHA256.HashData(log.Bytes)).ShouldBe(Fingerprint);

    [Fact]
    public void It_holds_at_least_two_hundred_thousand_lines_and_says_how_many()
    {
        log.Lines.Length.ShouldBeGreaterThanOrEqualTo(200_000);
        log.Written.ShouldBe(log.Lines.Length);
    }

    [Fact]
    public void Every_line_but_the_planted_malformed_ones_has_squids_shape()
    {
        var odd = log.Lines.Where(l => !Shape().IsMatch(l)).ToList();
        odd.Count.ShouldBe(DemoOutage.MalformedLines);
        odd.ShouldBe(DemoOutage.Malformed);
    }

    [Fact]
    public void Lines_are_in_order_of_time_and_inside_the_fortnight()
    {
        var times = log.Whole.Select(l => l.At).ToList();
        times.ShouldBeInOrder();
        times[0].ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(2026, 11, 9, 0, 0, 0, TimeSpan.Zero));
        times[^1].ShouldBeLessThan(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Nothing_was_logged_for_three_hours_of_one_school_day_and_hardly_ever_for_long_on_others()
    {
        log.Whole.ShouldNotContain(l => l.At >= DemoOutage.From && l.At < DemoOutage.Until);
        (DemoOutage.Until - DemoOutage.From).ShouldBe(TimeSpan.FromHours(3));
        var longest = log.Whole.Zip(log.Whole.Skip(1), (a, b) => (a.At, Gap: b.At - a.At)).Where(g => g.At.Hour is >= 8 and < 16).OrderByDescending(g => g.Gap).Take(2).ToList();
        longest[0].Gap.ShouldBeGreaterThan(TimeSpan.FromHours(3));
        longest[1].Gap.ShouldBeLessThan(TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void Nobody_sends_before_the_proxy_has_asked_them_to_log_in()
    {
        var asked = new HashSet<(string, string)>();
        foreach (var line in log.Whole)
        {
            var day = line.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (line.IsChallenge)
            {
                line.User.ShouldBeNull();
                asked.Add((day, line.Client));
            }
            else if (line.User is not null && !line.Client.StartsWith("10.40.", StringComparison.Ordinal))
            {
                asked.ShouldContain((day, line.Client), line.Text);
            }
        }
    }

    [Fact]
    public void Most_of_it_is_about_other_things_than_social_media()
    {
        var hosts = DemoServices.All.SelectMany(s => s.PersonHosts.Concat(s.MediaHosts).Concat(s.WidgetHosts).Concat(s.BackgroundHosts)).ToHashSet(StringComparer.Ordinal);
        var social = log.Whole.Count(l => hosts.Contains(l.Host));
        social.ShouldBeInRange(log.Lines.Length / 100, log.Lines.Length / 10);
    }

    [Fact]
    public void The_two_files_are_the_same_fortnight_cut_on_monday_morning()
    {
        var folder = Directory.CreateTempSubdirectory("rosewood-demo-test-").FullName;
        try
        {
            var paths = DemoTraffic.WriteFiles(folder);
            paths.Select(Path.GetFileName).ShouldBe(["access.log.1.gz", "access.log"]);
            using var whole = new MemoryStream();
            using (var older = new GZipStream(File.OpenRead(paths[0]), CompressionMode.Decompress))
            {
                older.CopyTo(whole);
            }

            var cut = (int)whole.Length;
            using (var current = File.OpenRead(paths[1]))
            {
                current.CopyTo(whole);
            }

            whole.ToArray().AsSpan().SequenceEqual(log.Bytes).ShouldBeTrue();
            DemoLine.Parse(Encoding.UTF8.GetString(log.Bytes, cut, 400).Split('\n')[0]).At.ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_day_is_the_same_whether_it_is_written_alone_or_in_the_fortnight()
    {
        using var alone = new MemoryStream();
        DemoTraffic.Write(alone, new DateOnly(2026, 11, 11), 1);
        log.Text.ShouldContain(Encoding.UTF8.GetString(alone.ToArray()), Case.Sensitive);
    }

    [GeneratedRegex(@"^[0-9]{10}\.[0-9]{3} [ 0-9]{5,}[0-9] [0-9a-f.:]+ [A-Z_]+/[0-9]{3} [0-9]+ (?:[A-Z]+|-) [^ ]+ (?:-|[^ ]+) (?:HIER_NONE/-|HIER_DIRECT/[0-9.]+) (?:-|[a-z]+/[a-z0-9.+-]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
