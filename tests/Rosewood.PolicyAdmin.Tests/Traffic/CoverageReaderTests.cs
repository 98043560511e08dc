using System.Globalization;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class CoverageReaderTests : IDisposable
{
    private readonly TempWorkspace _workspace = new(now: "2026-11-24T18:00:00+00:00");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void With_nothing_imported_nothing_is_known() =>
        Read().ShouldHaveSingleItem().Kind.ShouldBe(CoverageKind.NothingImported);

    [Fact]
    public async Task Whole_evidence_has_no_holes()
    {
        await ImportAsync("access.log", Hours(7, 17));
        Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task Hours_without_lines_while_the_school_was_open_are_one_hole()
    {
        await ImportAsync("access.log", [.. Hours(7, 10), .. Hours(13, 17)]);
        var hole = Read().ShouldHaveSingleItem();
        (hole.Kind, hole.From, hole.Until).ShouldBe((CoverageKind.NoLines, At("2026-11-24T10:00Z"), At("2026-11-24T13:00Z")));
    }

    [Fact]
    public async Task Silence_at_night_is_no_hole()
    {
        await ImportAsync("access.log", Hours(7, 17));
        CoverageReader.Read(_workspace.Context("x"), At("2026-11-24T00:00Z"), At("2026-11-24T18:00Z")).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_log_gone_quiet_is_told_and_its_rotated_parts_are_one_log()
    {
        await ImportAsync("proxy1.log.1", Hours(7, 12, "10.20.1.1"));
        await ImportAsync("proxy1.log", Hours(12, 17, "10.20.1.1"));
        await ImportAsync("proxy2.log", Hours(7, 12, "10.20.1.2"));
        var hole = Read().ShouldHaveSingleItem();
        (hole.Kind, hole.From, Path.GetFileName(hole.Source)).ShouldBe((CoverageKind.SourceQuiet, At("2026-11-24T12:00Z"), "proxy2.log"));
    }

    [Fact]
    public async Task A_clock_that_went_back_is_told()
    {
        await ImportAsync("access.log", [.. Hours(7, 17), SquidLog.Line("2026-11-24T09:00:00Z")]);
        var jump = Read().ShouldHaveSingleItem();
        (jump.Kind, jump.From, jump.Until).ShouldBe((CoverageKind.ClockJump, At("2026-11-24T09:00Z"), At("2026-11-24T16:59Z")));
    }

    [Fact]
    public async Task Requests_without_user_or_host_broken_lines_and_hidden_traffic_are_told_with_their_share()
    {
        var lines = Hours(7, 17).ToArray();
        for (var i = 0; i < 120; i++)
        {
            lines[i] = lines[i].Replace("nell.ames", "-", StringComparison.Ordinal);
            lines[200 + i] = lines[200 + i].Replace("www.facebook.com", "192.0.2.1", StringComparison.Ordinal);
        }

        lines[400] = lines[400].Replace("www.facebook.com", "dns.google", StringComparison.Ordinal);
        lines[401] = "broken";
        await ImportAsync("access.log", lines);
        var findings = Read();
        findings.Select(f => f.Kind).ShouldBe([CoverageKind.NoUser, CoverageKind.NoHost, CoverageKind.Malformed, CoverageKind.HiddenTraffic]);
        findings[0].Share!.Value.ShouldBe(120.0 / 599, 1e-9);
        findings[2].Share!.Value.ShouldBe(1.0 / 600, 1e-9);
        findings[3].Explanation.ShouldContain("outside DNS resolvers over HTTPS 1");
    }

    [Fact]
    public async Task A_request_to_log_in_is_no_request_without_user()
    {
        await ImportAsync("access.log", Hours(7, 17).SelectMany(l => new[] { l, l.Replace("nell.ames", "-", StringComparison.Ordinal).Replace("TCP_TUNNEL/200", "TCP_DENIED/407", StringComparison.Ordinal) }));
        Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_imported_may_be_asked_for()
    {
        await ImportAsync("access.log", Hours(7, 17));
        CoverageReader.Read(_workspace.Context("x"), DateTimeOffset.MinValue, DateTimeOffset.MaxValue).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_holiday_without_a_line_is_a_hole_and_no_whole_evidence()
    {
        await ImportAsync("access.log", Hours(7, 17));
        var hole = CoverageReader.Read(_workspace.Context("x"), At("2026-08-03T00:00Z"), At("2026-08-10T00:00Z")).ShouldHaveSingleItem();
        (hole.Kind, hole.From, hole.Until, hole.Source).ShouldBe((CoverageKind.NoLines, At("2026-08-03T00:00Z"), At("2026-08-10T00:00Z"), null));
        hole.Explanation.ShouldBe("No log has a line for this whole time, so nothing is known about it. Import the logs of that time.");
    }

    [Fact]
    public async Task A_term_week_without_a_line_is_one_hole()
    {
        await ImportAsync("access.log", Hours(7, 17));
        CoverageReader.Read(_workspace.Context("x"), At("2026-11-09T00:00Z"), At("2026-11-16T00:00Z")).ShouldHaveSingleItem().Kind.ShouldBe(CoverageKind.NoLines);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A line each minute from one full hour to another on 24 November 2026.</summary>
    private static IEnumerable<string> Hours(int from, int to, string client = "10.20.1.5") =>
        Enumerable.Range(from * 60, (to - from) * 60).Select(m => SquidLog.Line($"2026-11-24T{m / 60:00}:{m % 60:00}:00Z", client: client));

    private async Task ImportAsync(string name, IEnumerable<string> lines) =>
        await _workspace.RunAsync(new ImportFirewallLog { Path = [_workspace.Write(name, SquidLog.Text(lines))] });

    private IReadOnlyList<CoverageFinding> Read() => CoverageReader.Read(_workspace.Context("Get-FirewallLogCoverage"), At("2026-11-24T07:00Z"), At("2026-11-24T17:00Z"));
}
