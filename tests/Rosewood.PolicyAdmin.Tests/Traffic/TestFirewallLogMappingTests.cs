using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class TestFirewallLogMappingTests : IDisposable
{
    private const string Header = "When;Who;Site;Verdict\n";
    private readonly TempWorkspace _workspace = new(TestConfig.School with
    {
        Logs = new LogsConfig
        {
            CsvFormats =
            [
                new CsvFormatConfig("filter", new CsvColumnsConfig { Time = "When", User = "Who", Url = "Site", Action = "Verdict" }, "dd/MM/yyyy HH:mm:ss")
                {
                    Delimiter = ';',
                    AllowedWords = ["ok"],
                    BlockedWords = ["no"],
                },
            ],
            SquidFormats = [new SquidFormatConfig("ours", "%ts.%03tu %>a %un %ru")],
        },
    });

    [Fact]
    public async Task Each_line_shows_what_it_becomes_or_why_not()
    {
        var lines = await TryAsync("filter", Header + "24/11/2026 09:00:01;N.O'Brien;https://www.facebook.com/x;no\n24/11/2026 09:00:02;n;https://a.example/;maybe\n11-24-2026 09:00;n;https://a.example/;ok\n24/11/2026 09:00:02;n\n");
        lines.Select(static l => l.Line).ShouldBe([1, 2, 3, 4, 5]);
        lines[0].Problem.ShouldNotBeNull().ShouldContain("header");
        (lines[1].Problem, lines[1].User, lines[1].Host, lines[1].Action).ShouldBe((null, "N.O'Brien", "www.facebook.com", LogAction.Blocked));
        lines[2].Problem.ShouldNotBeNull().ShouldContain("'maybe'");
        lines[3].Problem.ShouldNotBeNull().ShouldContain("dd/MM/yyyy HH:mm:ss");
        lines[4].Problem.ShouldNotBeNull().ShouldContain("2 columns");
    }

    [Fact]
    public async Task A_header_that_lacks_a_column_is_told_with_the_column()
    {
        var line = (await TryAsync("filter", "When;User;Site;Verdict\n24/11/2026 09:00:01;n;https://a.example/;ok\n"))[0];
        line.Problem.ShouldNotBeNull().ShouldContain("lacks: Who");
    }

    [Fact]
    public async Task A_squid_format_is_tried_too()
    {
        var lines = await TryAsync("ours", "1795510801.123 10.20.1.5 nell http://www.facebook.com/\nrubbish\n");
        (lines[0].User, lines[0].Host, lines[0].Problem).ShouldBe(("nell", "www.facebook.com", null));
        lines[1].Problem.ShouldNotBeNull().ShouldContain("ours");
    }

    [Fact]
    public async Task Only_the_first_lines_are_tried() =>
        (await TryAsync("filter", Header + string.Concat(Enumerable.Repeat("24/11/2026 09:00:01;n;https://a.example/;ok\n", 50)))).Count.ShouldBe(20);

    [Fact]
    public async Task Faults_are_those_of_other_commands_that_read_logs()
    {
        (await _workspace.FaultOfAsync(new TestFirewallLogMapping { Path = _workspace.Write("x.csv", ""), Format = "filter" })).Id.ShouldBe("LogEmpty");
        (await _workspace.FaultOfAsync(new TestFirewallLogMapping { Path = _workspace.Write("x.csv", "a\n"), Format = "filtre" })).Id.ShouldBe("LogFormatUnknown");
        (await _workspace.FaultOfAsync(new TestFirewallLogMapping { Path = "none.csv", Format = "filter" })).Id.ShouldBe("LogNotFound");
        Should.Throw<PolicyAdmin.Commands.FaultException>(() => new TestFirewallLogMapping { Path = "x" }.Validate()).Fault.Id.ShouldBe("LogFormatMissing");
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<List<MappedLine>> TryAsync(string format, string content) =>
        [.. (await _workspace.RunAsync(new TestFirewallLogMapping { Path = _workspace.Write("try.csv", content), Format = format })).Of<MappedLine>()];
}
