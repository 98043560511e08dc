using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class ConvertFromFirewallLogTests : IDisposable
{
    private readonly TempWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Each_line_becomes_an_event_with_its_number()
    {
        var path = _workspace.Write("access.log", "<134>Nov 24 08:00:01 proxy1 squid[1]: " + SquidLog.Text(SquidLog.Line(), "broken", SquidLog.Line(user: "-", result: "TCP_DENIED/403")));
        var sink = await _workspace.RunAsync(new ConvertFromFirewallLog { Path = path });
        sink.Of<LogEvent>().Select(e => (e.Line, e.User, e.Host, e.Action)).ShouldBe(
            [(1, "nell.ames", "www.facebook.com", LogAction.Allowed), (3, null, "www.facebook.com", LogAction.Blocked)]);
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("line 2");
    }

    [Fact]
    public async Task A_last_line_without_its_line_end_is_an_event_too()
    {
        var two = _workspace.Write("two.log", SquidLog.Text(SquidLog.Line(), SquidLog.Line()).TrimEnd('\n'));
        var one = _workspace.Write("one.log", SquidLog.Text(SquidLog.Line()).TrimEnd('\n'));

        (await _workspace.RunAsync(new ConvertFromFirewallLog { Path = two })).Of<LogEvent>().Select(e => e.Line).ShouldBe([1, 2]);
        (await _workspace.RunAsync(new ConvertFromFirewallLog { Path = one })).Of<LogEvent>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("", "LogEmpty")]
    [InlineData("what\nis\nthis\n", "LogFormatUnrecognised")]
    public async Task What_is_no_log_is_a_fault(string content, string fault) =>
        (await _workspace.FaultOfAsync(new ConvertFromFirewallLog { Path = _workspace.Write("x.log", content) })).Id.ShouldBe(fault);

    [Fact]
    public async Task Times_without_zone_are_the_schools()
    {
        var path = _workspace.Write("dns.log", "2026/07/24 10:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] A      (3)www(8)facebook(3)com(0)\n");

        (await _workspace.RunAsync(new ConvertFromFirewallLog { Path = path })).Of<LogEvent>().ShouldHaveSingleItem().Time.ShouldBe(new DateTimeOffset(2026, 7, 24, 9, 0, 1, TimeSpan.Zero));
        (await _workspace.RunAsync(new TestFirewallLogMapping { Path = path, Format = "WindowsDns" })).Of<MappedLine>().ShouldHaveSingleItem().Time.ShouldBe(new DateTimeOffset(2026, 7, 24, 9, 0, 1, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 3)]
    public async Task Which_number_is_the_day_is_as_the_configuration_says(bool dayFirst, int month)
    {
        using var workspace = new TempWorkspace(TestConfig.School with { Logs = new LogsConfig { DayFirst = dayFirst } });
        var path = workspace.Write("dns.log", "03/04/2026 10:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] A      (3)www(8)facebook(3)com(0)\n");

        (await workspace.RunAsync(new ConvertFromFirewallLog { Path = path, Format = "WindowsDns" })).Of<LogEvent>().ShouldHaveSingleItem().Time.Month.ShouldBe(month);
        (await workspace.RunAsync(new TestFirewallLogMapping { Path = path, Format = "WindowsDns" })).Of<MappedLine>().ShouldHaveSingleItem().Time!.Value.Month.ShouldBe(month);
    }

    [Fact]
    public void Without_an_open_workspace_zone_and_order_of_dates_are_read_where_the_configuration_is()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_workspace.Folder, "other")).FullName;
        Reader().ShouldBeSameAs(LogReaderOptions.Default);

        File.WriteAllText(Path.Combine(folder, "policy.json"), Workspace.ConfigDocuments.Full);
        Reader().Zone.Id.ShouldBe("Europe/London");

        LogReaderOptions Reader() => LogInput.Settings(
            new CommandContext("ConvertFrom-FirewallLog", TempWorkspace.Technician, _workspace.Clock, workspace: null) { WorkspacePath = folder }, new RecordingSink()).Reader;
    }

    [Fact]
    public async Task A_folder_is_a_fault() =>
        (await _workspace.FaultOfAsync(new ConvertFromFirewallLog { Path = _workspace.Folder })).Id.ShouldBe("LogIsFolder");

    [Fact]
    public async Task Formats_are_listed_and_recognised()
    {
        (await _workspace.RunAsync(new GetFirewallLogFormat())).Of<FormatInfo>().ShouldContain(f => f.Name == "Squid" && f.Certainty == null);
        var path = _workspace.Write("access.log", SquidLog.Text(SquidLog.Line(), SquidLog.Line(), SquidLog.Line(), "broken"));
        var found = (await _workspace.RunAsync(new GetFirewallLogFormat { Path = path })).Of<FormatInfo>().First();
        (found.Name, found.Certainty).ShouldBe(("Squid", 0.75));
    }
}
