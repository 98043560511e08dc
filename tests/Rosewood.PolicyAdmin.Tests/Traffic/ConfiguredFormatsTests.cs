using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

/// <summary>Formats that the configuration brings, through the commands.</summary>
public sealed class ConfiguredFormatsTests : IDisposable
{
    private const string SquidLines =
        "1795510801.123 10.20.1.5 nell.ames TCP_TUNNEL/200 5120 www.facebook.com:443\n" +
        "1795510802.123 10.20.1.5 nell.ames TCP_MISS/200 1 http://a.example/\n" +
        "broken\n";

    private const string CsvLines =
        "When;Who;Where;What\n" +
        "24/11/2026 09:00:01;nell.ames;www.facebook.com;ok\n" +
        "24/11/2026 09:00:02;nell.ames;www.facebook.com;odd\n";

    private static readonly LogsConfig Logs = new()
    {
        SquidFormats = [new SquidFormatConfig("ours", "%ts.%03tu %>a %un %Ss/%03>Hs %<st %ru")],
        CsvFormats = [new CsvFormatConfig("filter", new CsvColumnsConfig { Time = "When", User = "Who", Host = "Where", Action = "What" }, "dd/MM/yyyy HH:mm:ss") { Delimiter = ';', AllowedWords = ["ok"], BlockedWords = ["no"] }],
    };

    private readonly TempWorkspace _workspace = new(TestConfig.School with { Logs = Logs });

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("auto")]
    [InlineData("OURS")]
    public async Task A_logformat_of_the_schools_own_is_recognised_and_imported(string? format)
    {
        var path = _workspace.Write("access.log", SquidLines);
        var import = (await _workspace.RunAsync(new ImportFirewallLog { Path = [path], Format = format })).Of<LogImport>().ShouldHaveSingleItem();
        (import.Format, import.Lines, import.Matched, import.Malformed, import.Visits).ShouldBe(("ours", 3, 1, 1, 1));

        // What was begun in that format goes on in it.
        File.AppendAllText(path, "1795510803.123 10.20.1.5 nell.ames TCP_TUNNEL/200 5120 www.facebook.com:443\n");
        (await _workspace.RunAsync(new ImportFirewallLog { Path = [path] })).Of<LogImport>().ShouldHaveSingleItem().Lines.ShouldBe(1);
    }

    [Fact]
    public async Task A_csv_file_of_the_schools_own_is_recognised_and_imported()
    {
        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [_workspace.Write("export.csv", CsvLines)] });
        var import = sink.Of<LogImport>().ShouldHaveSingleItem();
        sink.Warnings.ShouldHaveSingleItem().ShouldContain(" has 1 line without a known word");
        (import.Format, import.Malformed, import.Visits).ShouldBe(("filter", 0, 1));
        import.From!.Value.UtcDateTime.ShouldBe(new DateTime(2026, 11, 24, 9, 0, 1, DateTimeKind.Utc));
    }

    [Fact]
    public async Task They_are_listed_first_and_win_where_certainties_are_equal()
    {
        (await _workspace.RunAsync(new GetFirewallLogFormat())).Of<FormatInfo>().Select(static f => f.Name).Take(3).ShouldBe(["ours", "filter", "Squid"]);
        var native = new LogsConfig { SquidFormats = [new SquidFormatConfig("native", "%ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %[un %Sh/%<a %mt")] };
        LogFormats.For(native).Recognise(SquidLog.Bytes([SquidLog.Line()]))!.Name.ShouldBe("native");
        LogFormats.For(new LogsConfig()).ShouldBeSameAs(LogFormats.BuiltIn);
    }

    [Fact]
    public async Task Other_commands_know_them_too()
    {
        var path = _workspace.Write("access.log", SquidLines);
        (await _workspace.RunAsync(new ConvertFromFirewallLog { Path = path })).Of<LogEvent>().Select(static e => e.Format).ShouldBe(["ours", "ours"]);
        (await _workspace.RunAsync(new GetFirewallLogFormat { Path = path })).Of<FormatInfo>().First().Name.ShouldBe("ours");
        (await _workspace.RunAsync(new FindSocialMediaServiceGap { Path = [_workspace.Write("export.csv", CsvLines)], Format = "filter" })).Warnings.ShouldBeEmpty();
        (await _workspace.FaultOfAsync(new ConvertFromFirewallLog { Path = path, Format = "theirs" })).Message.ShouldContain("ours, filter, Squid");
    }

    [Fact]
    public void Without_an_open_workspace_the_configuration_is_read_where_it_is()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_workspace.Folder, "other")).FullName;
        Names(folder).ShouldNotContain(static n => n.Equals("ours", StringComparison.Ordinal));

        File.WriteAllText(Path.Combine(folder, "policy.json"), ConfigJson);
        Names(folder).ShouldContain(static n => n.Equals("ours", StringComparison.Ordinal));

        File.WriteAllText(Path.Combine(folder, "policy.json"), "{");
        var sink = new RecordingSink();
        Names(folder, sink).ShouldNotContain(static n => n.Equals("ours", StringComparison.Ordinal));
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("own log formats are left out");
    }

    private static string ConfigJson => Workspace.ConfigDocuments.Full;

    private string[] Names(string folder, RecordingSink? sink = null) =>
        [.. LogInput.Settings(new CommandContext("Get-FirewallLogFormat", TempWorkspace.Technician, _workspace.Clock, workspace: null) { WorkspacePath = folder }, sink ?? new RecordingSink()).Formats.All.Select(static f => f.Name)];
}
