using System.Text;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Mixed;

/// <summary>What a syslog server writes for several devices into one file.</summary>
public sealed class MixedFormatTests : IDisposable
{
    private const string Header = "<134>Nov 24 09:00:01 fw01 ";
    private const string Forti = Header + "date=2026-11-24 time=09:00:01 tz=\"+0000\" logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" level=\"notice\" user=\"n.obrien\" srcip=10.20.1.7 hostname=\"www.facebook.com\" action=\"passthrough\" url=\"/\" catdesc=\"Gambling\"";
    private static readonly string Squid = "<134>Nov 24 09:00:02 proxy squid[12]: " + SquidLog.Line(host: "www.tiktok.com").TrimEnd('\n');
    private readonly TempWorkspace _workspace = new();

    [Fact]
    public async Task A_file_that_mixes_devices_is_recognised_with_its_parts()
    {
        var path = Write(Enumerable.Range(0, 60).Select(static i => i % 3 == 0 ? Forti : Squid));
        var best = (await _workspace.RunAsync(new GetFirewallLogFormat { Path = path })).Of<FormatInfo>().First();
        best.Name.ShouldBe("Mixed");
        best.Certainty.ShouldBe(1);
        best.Why.ShouldNotBeNull().ShouldContain("20 of FortiGate");
        best.Why.ShouldNotBeNull().ShouldContain("40 of Squid");
    }

    [Fact]
    public async Task Each_line_is_read_in_its_own_format()
    {
        var path = Write([Forti, Squid, Forti, "<13>Nov 24 09:00:03 nas cron[1]: something else"]);
        var events = (await _workspace.RunAsync(new ConvertFromFirewallLog { Path = path })).Of<LogEvent>().ToList();
        events.Select(static e => (e.Line, e.Format, e.Host)).ShouldBe([(1, "FortiGate", "www.facebook.com"), (2, "Squid", "www.tiktok.com"), (3, "FortiGate", "www.facebook.com")]);
    }

    /// <summary>The first lines of a day may all be one device's.</summary>
    [Fact]
    public async Task A_device_that_comes_late_is_read_too()
    {
        var path = Write(Enumerable.Repeat(Forti, 400).Append(Squid));
        var import = (await _workspace.RunAsync(new ImportFirewallLog { Path = [path] })).Of<LogImport>().ShouldHaveSingleItem();
        (import.Lines, import.Matched, import.Malformed).ShouldBe((401, 401, 0));
        (await _workspace.RunAsync(new FindSocialMediaUse { All = true })).Of<Visit>().Select(static v => v.Service).ShouldBe(["Facebook", "TikTok"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_format_that_is_named_is_the_only_one()
    {
        var path = Write([Forti, Squid]);
        var import = (await _workspace.RunAsync(new ImportFirewallLog { Path = [path], Format = "FortiGate" })).Of<LogImport>().ShouldHaveSingleItem();
        (import.Format, import.Matched, import.Malformed).ShouldBe(("FortiGate", 1, 1));
    }

    [Fact]
    public async Task Verdicts_in_words_that_are_not_known_are_told()
    {
        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [Write([Forti, Squid, Forti.Replace("passthrough", "pondered", StringComparison.Ordinal)])] });
        sink.Warnings.ShouldContain(static w => w.Contains(" has 1 line without a known word", StringComparison.Ordinal));
        sink.Of<LogImport>().ShouldHaveSingleItem().Matched.ShouldBe(2);
    }

    /// <summary>The search ends at a format that is certain: that must be the one that all of them together would give.</summary>
    [Fact]
    public void What_a_log_is_recognised_as_is_the_first_of_all_that_it_could_be()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "samples", "logs"), "*.log"))
        {
            var head = File.ReadAllBytes(path);
            LogFormats.Recognise(head).ShouldBe(LogFormats.Detect(head)[0].Format, path);
        }

        LogFormats.Recognise(Encoding.UTF8.GetBytes("rubbish\n")).ShouldBeNull();
    }

    [Fact]
    public async Task Categories_are_those_of_each_line_s_vendor()
    {
        await _workspace.RunAsync(new ImportFirewallLog { Path = [Write([Forti, Squid, Forti])] });
        (await _workspace.RunAsync(new FindProhibitedContentAccess())).Of<ContentAccess>().ShouldHaveSingleItem().Allowed.ShouldBe(2);
    }

    [Fact]
    public async Task One_line_in_a_hundred_that_is_rubbish_is_counted_and_sampled()
    {
        var path = Write(Enumerable.Range(0, 1000).Select(static i => i % 100 == 99 ? $"rubbish {i} \u0007" : Squid));
        var import = (await _workspace.RunAsync(new ImportFirewallLog { Path = [path] })).Of<LogImport>().ShouldHaveSingleItem();
        (import.Lines, import.Malformed).ShouldBe((1000, 10));
        import.MalformedLines.Select(static m => (m.Line, m.Text)).First().ShouldBe((100, "rubbish 99 \\u0007"));
        import.MalformedLines.Count.ShouldBe(5);
    }

    public void Dispose() => _workspace.Dispose();

    private string Write(IEnumerable<string> lines) => _workspace.Write("syslog.log", string.Concat(lines.Select(static l => l + "\n")));
}
