using System.Security.Cryptography;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Import;

/// <summary>A log is read in the format that it is in, or not at all: nothing is remembered of one that was not read.</summary>
public sealed class LogAdmissionTests : IDisposable
{
    private static readonly string Forti = File.ReadAllText(Path.Combine(Repository.Root, "samples", "logs", "FortiGate.log"));

    private readonly TempWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_wrong_format_that_is_named_is_refused_and_the_log_is_read_as_if_it_had_not_been()
    {
        var path = _workspace.Write("fg.log", Forti);

        var fault = await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [path], Format = "Squid" });

        fault.Id.ShouldBe("LogFormatMismatch");
        fault.Message.ShouldStartWith($"{path}: Not one of its 40 lines can be read as Squid");
        fault.Message.ShouldContain("-Format FortiGate");
        _workspace.Store.Logs.Sources().ShouldBeEmpty();
        _workspace.Store.Audit.Read().ShouldBeEmpty();
        var import = await ImportAsync(path);
        (import.Format, import.Lines).ShouldBe(("FortiGate", 40));
        import.Matched.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Where_the_lines_are_in_no_format_the_fault_does_not_guess()
    {
        var fault = await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [_workspace.Write("x.log", "what\nis\nthis\n")], Format = "Squid" });

        fault.Id.ShouldBe("LogFormatMismatch");
        fault.Message.ShouldContain("Get-FirewallLogFormat -Path");
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public async Task A_format_that_is_named_has_to_read_one_line_in_twenty(int others, bool isRead)
    {
        var request = new ImportFirewallLog { Path = [_workspace.Write("access.log", SquidLog.Text([.. Enumerable.Repeat("kernel: up", others), SquidLog.Line()]))], Format = "Squid" };
        if (!isRead)
        {
            (await _workspace.FaultOfAsync(request)).Message.ShouldContain("Only 1 of its 21 lines");
            return;
        }

        var sink = await _workspace.RunAsync(request);
        var import = sink.Of<LogImport>().ShouldHaveSingleItem();
        (import.Lines, import.Matched, import.Malformed).ShouldBe((20, 1, 19));
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("19 of 20 new lines could not be read as Squid");
    }

    [Fact]
    public async Task A_format_may_be_named_because_the_logs_beginning_is_something_else()
    {
        var path = _workspace.Write("access.log", SquidLog.Text([.. Enumerable.Repeat("kernel: " + new string('.', 80), 2000), .. Enumerable.Repeat(SquidLog.Line(), 500)]));

        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [path] })).Id.ShouldBe("LogFormatUnrecognised");
        (await ImportAsync(path, "Squid")).Matched.ShouldBe(500);
    }

    [Fact]
    public async Task A_log_that_was_counted_in_one_format_is_not_counted_again_in_another()
    {
        var path = _workspace.Write("access.log", SquidLog.Text([SquidLog.Line(), SquidLog.Line()]));
        await ImportAsync(path);
        File.AppendAllText(path, SquidLog.Text([SquidLog.Line()]));

        var fault = await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [path], Format = "FortiGate" });

        fault.Id.ShouldBe("LogFormatDiffers");
        fault.Message.ShouldStartWith($"{path}: 2 lines of this log were read as Squid");
        fault.Message.ShouldContain("Leave -Format out");
        _workspace.Store.Visits.Read(0, long.MaxValue).Sum(v => v.Hits).ShouldBe(2);
        (await ImportAsync(path, "squid")).Lines.ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("FortiGate")]
    public async Task A_log_that_an_earlier_version_took_in_the_wrong_format_is_read_from_its_beginning_once(string? format)
    {
        var path = _workspace.Write("fg.log", Forti);
        Remember(path, "Squid", lines: 40);

        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [path], Format = format });

        var import = sink.Of<LogImport>().ShouldHaveSingleItem();
        (import.Format, import.Lines).ShouldBe(("FortiGate", 40));
        sink.Warnings.ShouldContain(w => w.Contains("read again from its beginning, as FortiGate", StringComparison.Ordinal));
        (await ImportAsync(path)).Lines.ShouldBe(0);
        (await ImportAsync(_workspace.Write("copy.log", Forti))).Lines.ShouldBe(0);
        _workspace.Store.Logs.Sources().ShouldHaveSingleItem().Format.ShouldBe("FortiGate");
        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [path], Format = "Squid" })).Id.ShouldBe("LogFormatDiffers");
    }

    [Fact]
    public async Task A_wrong_format_for_a_log_that_was_never_read_leaves_it_as_it_was()
    {
        var path = _workspace.Write("fg.log", Forti);
        Remember(path, "Squid", lines: 40);

        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [path], Format = "Unbound" })).Id.ShouldBe("LogFormatMismatch");

        _workspace.Store.Logs.Sources().ShouldHaveSingleItem().Format.ShouldBe("Squid");
    }

    [Fact]
    public async Task A_log_that_has_only_its_header_yet_is_read_on_in_its_format()
    {
        var zeek = File.ReadAllLines(Path.Combine(Repository.Root, "samples", "logs", "Zeek.log"));
        var header = zeek.TakeWhile(l => l.StartsWith('#')).ToList();
        var path = _workspace.Write("http.log", SquidLog.Text(header));
        await ImportAsync(path, "Zeek");
        (await ImportAsync(path, "Zeek")).Lines.ShouldBe(0);
        File.AppendAllText(path, SquidLog.Text(zeek[header.Count..]));

        var import = await ImportAsync(path);

        (import.Format, import.Lines).ShouldBe(("Zeek", zeek.Length - header.Count));
        import.Malformed.ShouldBeLessThan(import.Lines);
    }

    [Fact]
    public async Task Of_a_folder_only_the_logs_in_another_format_are_refused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_workspace.Folder, "logs")).FullName;
        File.WriteAllText(Path.Combine(folder, "access.log"), SquidLog.Text([SquidLog.Line()]));
        File.WriteAllText(Path.Combine(folder, "fg.log"), Forti);

        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [folder], Format = "Squid" });

        sink.Of<LogImport>().ShouldHaveSingleItem().Lines.ShouldBe(1);
        sink.Faults.ShouldHaveSingleItem().Target.ShouldEndWith("fg.log");
        (await _workspace.RunAsync(new ImportFirewallLog { Path = [folder] })).Of<LogImport>().Select(i => i.Lines).ShouldBe([0, 40], ignoreOrder: true);
    }

    [Fact]
    public async Task A_format_that_is_gone_from_the_configuration_is_told_with_the_log()
    {
        var path = _workspace.Write("access.log", SquidLog.Text([SquidLog.Line()]));
        Remember(path, "ours", lines: 1, malformed: 0);

        var fault = await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [path] });

        fault.Id.ShouldBe("LogFormatUnknown");
        fault.Message.ShouldStartWith($"{path}: This log was read as ours so far");
    }

    [Fact]
    public void Every_fault_says_first_which_log_it_is_about()
    {
        var format = LogFormats.All[0];
        var known = new LogSource { Path = "k", Format = "Squid", HeadLength = 1, HeadHash = [] };
        foreach (var fault in new[]
        {
            LogFaults.Missing("a.log"), LogFaults.IsFolder("a.log"), LogFaults.FolderEmpty("a.log"), LogFaults.NotAFile("a.log"), LogFaults.Refused("a.log"), LogFaults.Empty("a.log"),
            LogFaults.Unrecognised("a.log", "what"u8), LogFaults.Unrecognised("a.log", "PK\u0003\u0004"u8), LogFaults.FormatMismatch("a.log", format, found: null, 0, 1),
            LogFaults.FormatDiffers("a.log", format, known), LogFaults.FormatGone("a.log", known), LogFaults.Changed("a.log", "b.log", 1), LogFaults.DateOrderUnknown("a.log"),
            LogFaults.Truncated("a.log", 1), LogFaults.Damaged("a.log"),
        })
        {
            fault.Target.ShouldBe("a.log");
            fault.Message.ShouldStartWith("a.log: ");
            fault.Message.Length.ShouldBeLessThan(330);
        }
    }

    /// <summary>As an import that took every line for one of that format left it.</summary>
    private void Remember(string path, string format, int lines, int? malformed = null)
    {
        var bytes = File.ReadAllBytes(path);
        var head = bytes[..Math.Min(bytes.Length, TailWindow.Size)];
        var tail = new TailWindow();
        tail.Append(bytes);
        var source = new LogSource
        {
            Path = path,
            Format = format,
            HeadLength = head.Length,
            HeadHash = SHA256.HashData(head),
            Offset = bytes.Length,
            TailHash = tail.Hash(),
            Lines = lines,
            Malformed = malformed ?? lines,
        };
        using var change = _workspace.Context("Import-FirewallLog").BeginChange();
        _workspace.Store.Logs.Move(change, source with { Id = _workspace.Store.Logs.Add(change, source) }, expectedOffset: 0);
        change.Audit("USE-1", "log:1", before: null, after: null);
        change.Commit();
    }

    private async Task<LogImport> ImportAsync(string path, string? format = null) =>
        (await _workspace.RunAsync(new ImportFirewallLog { Path = [path], Format = format })).Of<LogImport>().Single();
}
