using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;

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
