using System.IO.Compression;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class ImportFirewallLogTests : IDisposable
{
    private readonly TempWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task An_import_tells_what_it_read()
    {
        var path = Write("access.log", SquidLog.Morning);
        var import = await ImportAsync(path);
        import.ShouldSatisfyAllConditions(
            i => i.Path.ShouldBe(path),
            i => i.Format.ShouldBe("Squid"),
            i => i.Lines.ShouldBe(300),
            i => i.Matched.ShouldBe(100),
            i => i.Malformed.ShouldBe(0),
            i => i.Visits.ShouldBe(1),
            i => i.From.ShouldBe(DateTimeOffset.Parse("2026-11-24T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture)),
            i => i.Until.ShouldBe(DateTimeOffset.Parse("2026-11-24T08:04:59Z", System.Globalization.CultureInfo.InvariantCulture)));
        var visit = Visits().ShouldHaveSingleItem();
        visit.ShouldSatisfyAllConditions(
            v => v.User.ShouldBe("nell.ames"),
            v => v.Service.ShouldBe("Facebook"),
            v => v.Hits.ShouldBe(100),
            v => v.PersonAllowed.ShouldBe(100),
            v => v.Start.ShouldBe(import.From!.Value),
            v => v.GapSquares.ShouldBe(99 * 9));
        _workspace.Store.Visits.HasUser("nell.ames").ShouldBeTrue();
        _workspace.Store.Visits.HasUser("nobody").ShouldBeFalse();
    }

    [Fact]
    public async Task The_change_is_in_the_audit_trail()
    {
        await ImportAsync(Write("access.log", SquidLog.Morning));
        var entry = _workspace.Store.Audit.Read().ShouldHaveSingleItem();
        (entry.Command, entry.Clause, entry.Subject).ShouldBe(("Import-FirewallLog", "USE-1", "log:1"));
        entry.After!.ShouldNotContain("nell");
    }

    [Fact]
    public async Task Importing_twice_counts_nothing_twice()
    {
        var path = Write("access.log", SquidLog.Morning);
        await ImportAsync(path);
        (await ImportAsync(path)).Lines.ShouldBe(0);
        Visits().Sum(v => v.Hits).ShouldBe(100);
    }

    [Fact]
    public async Task A_log_that_grew_is_read_from_where_it_was_left_and_its_visit_goes_on()
    {
        var path = Write("access.log", SquidLog.Morning[..150]);
        await ImportAsync(path);
        SquidLog.Append(path, SquidLog.Morning[150..]);
        (await ImportAsync(path)).Lines.ShouldBe(150);
        var visit = Visits().ShouldHaveSingleItem();
        visit.Hits.ShouldBe(100);
        visit.GapSquares.ShouldBe(99 * 9);
    }

    [Fact]
    public async Task A_last_line_without_its_end_is_left_for_next_time()
    {
        var path = _workspace.Write("access.log", SquidLog.Text(SquidLog.Morning[..9]) + SquidLog.Morning[9][..40]);
        (await ImportAsync(path)).Lines.ShouldBe(9);
        SquidLog.Append(path, SquidLog.Morning[9][40..]);
        var rest = await ImportAsync(path);
        (rest.Lines, rest.Malformed, rest.Matched).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task A_rotated_log_is_known_by_its_content_and_a_new_one_under_the_old_name_is_new()
    {
        var path = Write("access.log", SquidLog.Morning[..200]);
        await ImportAsync(path);
        SquidLog.Append(path, SquidLog.Morning[200..]);
        File.Move(path, path + ".1");
        Write("access.log", SquidLog.Noon);
        var imports = await ImportAllAsync(path + "*");
        imports.Select(i => (Path.GetFileName(i.Path), i.Lines)).ShouldBe([("access.log.1", 100), ("access.log", 300)], ignoreOrder: true);
        Visits().Sum(v => v.Hits).ShouldBe(200);
    }

    [Fact]
    public async Task A_log_that_was_copied_and_truncated_is_new()
    {
        var path = Write("access.log", SquidLog.Morning);
        await ImportAsync(path);
        Write("access.log", SquidLog.Noon);
        (await ImportAsync(path)).Lines.ShouldBe(300);
        Visits().Sum(v => v.Hits).ShouldBe(200);
    }

    [Fact]
    public async Task A_compressed_log_that_was_read_before_is_known_and_its_rest_is_read()
    {
        var path = Write("access.log", SquidLog.Morning[..200]);
        await ImportAsync(path);
        var zip = WriteGzip("access.log.1.gz", SquidLog.Bytes(SquidLog.Morning));
        (await ImportAsync(zip)).Lines.ShouldBe(100);
        (await ImportAsync(zip)).Lines.ShouldBe(0);
        Visits().Sum(v => v.Hits).ShouldBe(100);
    }

    [Fact]
    public async Task An_archive_of_several_members_is_read_whole()
    {
        var zip = WriteGzip("access.log.gz", SquidLog.Bytes(SquidLog.Morning[..100]), SquidLog.Bytes(SquidLog.Morning[100..]));
        (await ImportAsync(zip)).Lines.ShouldBe(300);
    }

    [Fact]
    public async Task A_truncated_archive_is_a_fault_and_what_came_before_stays_and_is_not_counted_again()
    {
        var many = Enumerable.Range(0, 20_000).Select(i => SquidLog.Line($"2026-11-24T08:{i / 600 % 60:00}:{i / 10 % 60:00}Z", i % 3 == 0 ? "www.facebook.com" : $"h{i * 7919 % 10007}.example")).ToArray();
        var zip = WriteGzip("access.log.gz", SquidLog.Bytes(many));
        var whole = File.ReadAllBytes(zip);
        File.WriteAllBytes(zip, whole[..(whole.Length / 2)]);
        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [zip] })).Id.ShouldBe("LogTruncated");
        var before = Visits().Sum(v => v.Hits);
        before.ShouldBeInRange(1000, 6600);
        File.WriteAllBytes(zip, whole);
        (await ImportAsync(zip)).Lines.ShouldBeInRange(1, 19_999);
        Visits().Sum(v => v.Hits).ShouldBe(6667);
    }

    [Fact]
    public async Task A_shorter_copy_of_a_log_that_was_read_adds_nothing()
    {
        await ImportAsync(Write("access.log", SquidLog.Morning));
        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [Write("yesterday.log", SquidLog.Morning[..200])] });
        sink.Of<LogImport>().Single().Lines.ShouldBe(0);
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("shorter copy");
    }

    [Fact]
    public async Task A_log_that_was_edited_is_refused()
    {
        var path = Write("access.log", SquidLog.Morning);
        await ImportAsync(path);
        Write("access.log", [.. SquidLog.Morning[..250], .. SquidLog.Morning[251..], .. SquidLog.Noon]);
        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [path] })).Id.ShouldBe("LogChanged");
        Visits().Sum(v => v.Hits).ShouldBe(100);
    }

    [Fact]
    public async Task A_visit_goes_on_across_files()
    {
        await ImportAsync(Write("a.log", SquidLog.Morning[..150]));
        await ImportAsync(Write("b.log", SquidLog.Morning[150..]));
        Visits().ShouldHaveSingleItem().Hits.ShouldBe(100);
    }

    [Fact]
    public async Task Logs_may_come_in_any_order()
    {
        await ImportAsync(Write("b.log", SquidLog.Morning[200..]));
        await ImportAsync(Write("a.log", SquidLog.Morning[..100]));
        await ImportAsync(Write("m.log", SquidLog.Morning[100..200]));
        Visits().ShouldHaveSingleItem().Hits.ShouldBe(100);
    }

    [Fact]
    public async Task Another_log_of_the_same_time_is_warned_about()
    {
        await ImportAsync(Write("a.log", SquidLog.Morning));
        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [Write("b.log", SquidLog.Morning[10..])] });
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("a.log");
    }

    [Fact]
    public async Task Lone_hits_on_shared_hosts_are_no_visit_but_count_in_one()
    {
        var shared = Rosewood.PolicyAdmin.Catalogue.ServiceCatalogue.BuiltIn.Services.SelectMany(s => s.Hosts, (s, h) => (s, h)).First(h => h.h.Role == Rosewood.PolicyAdmin.Catalogue.HostRole.SharedInfrastructure);
        var primary = shared.s.Hosts.First(h => h.Role == Rosewood.PolicyAdmin.Catalogue.HostRole.Primary).Host;
        var path = Write("access.log", SquidLog.Line("2026-11-24T08:00:00Z", shared.h.Host), SquidLog.Line("2026-11-24T09:00:00Z", shared.h.Host));
        await ImportAsync(path);
        Visits().ShouldBeEmpty();
        SquidLog.Append(path, SquidLog.Line("2026-11-24T09:04:00Z", primary) + "\n");
        await ImportAsync(path);
        Visits().ShouldHaveSingleItem().ShouldSatisfyAllConditions(v => v.Hits.ShouldBe(2), v => v.Embedded.ShouldBe(1));
    }

    [Fact]
    public async Task Malformed_lines_are_counted_shown_and_do_not_stop_the_import()
    {
        var lines = SquidLog.Morning.ToArray();
        lines[4] = "\u001b[31m\u202Ered";
        lines[200] = new string('x', 70_000);
        var import = await ImportAsync(Write("access.log", lines));
        (import.Lines, import.Malformed).ShouldBe((300, 2));
        import.MalformedLines.Select(m => m.Line).ShouldBe([5, 201]);
        import.MalformedLines[0].Text.ShouldBe("\\u001B[31m\\u202Ered");
        import.MalformedLines[1].Text.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task An_archives_last_line_counts_though_it_has_no_line_end()
    {
        var import = await ImportAsync(WriteGzip("access.log.1.gz", System.Text.Encoding.ASCII.GetBytes(SquidLog.Text([SquidLog.Line(user: "a"), SquidLog.Line(user: "b")]).TrimEnd('\n'))));

        import.Lines.ShouldBe(2);
        Visits().Count.ShouldBe(2);
        (await ImportAsync(Path.Combine(_workspace.Folder, "access.log.1.gz"))).Lines.ShouldBe(0);
    }

    [Fact]
    public async Task Each_log_of_one_command_counts_the_visits_that_it_is_in()
    {
        var first = Write("a1.log", SquidLog.Line("2026-11-24T08:00:00Z"), SquidLog.Line("2026-11-24T08:01:00Z"));
        var second = Write("a2.log", SquidLog.Line("2026-11-24T08:02:00Z"), SquidLog.Line("2026-11-24T08:03:00Z"));

        (await _workspace.RunAsync(new ImportFirewallLog { Path = [first, second] })).Of<LogImport>().Select(i => i.Visits).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task Users_are_stored_whole_whatever_characters_they_hold()
    {
        await ImportAsync(Write("access.log", SquidLog.Line(user: "a%00b"), SquidLog.Line(user: "a%00c"), SquidLog.Line(user: "zo%C3%AB.o'hara"), SquidLog.Line(user: "%F0%9F%98%80%22;--")));
        Visits().Select(v => v.User).ShouldBe(["a\0b", "a\0c", "zo\u00EB.o'hara", "\U0001F600\";--"], ignoreOrder: true);
        var path = Path.Combine(_workspace.Folder, "access.log");
        SquidLog.Append(path, SquidLog.Line("2026-11-24T08:01:00Z", user: "a%00c"), SquidLog.Line("2026-11-24T08:01:00Z", user: "zo%C3%AB.o'hara"));
        await ImportAsync(path);
        Visits().Select(v => (v.User, v.Hits)).ShouldBe([("a\0b", 1), ("a\0c", 2), ("zo\u00EB.o'hara", 2), ("\U0001F600\";--", 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_byte_order_mark_and_windows_line_ends_do_no_harm()
    {
        var path = _workspace.Write("access.log", "\uFEFF" + SquidLog.Text(SquidLog.Morning).ReplaceLineEndings("\r\n"));
        var import = await ImportAsync(path);
        (import.Lines, import.Malformed, import.Matched).ShouldBe((300, 0, 100));
    }

    [Theory]
    [InlineData("date=2026-11-24 what=ever\nand=so on\n", "LogFormatUnrecognised")]
    [InlineData("no line end", "LogFormatUnrecognised")]
    public async Task A_file_that_is_no_log_is_a_fault(string content, string fault) =>
        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [_workspace.Write("x.log", content)] })).Id.ShouldBe(fault);

    [Fact]
    public async Task Paths_that_lead_nowhere_are_faults()
    {
        (await FaultOf(Path.Combine(_workspace.Folder, "none.log"))).ShouldBe("LogNotFound");
        (await FaultOf(Path.Combine(_workspace.Folder, "none*.log"))).ShouldBe("LogNotFound");
        (await FaultOf(Path.Combine(_workspace.Folder, "no", "such", "folder.log"))).ShouldBe("LogNotFound");
        (await FaultOf(Directory.CreateDirectory(Path.Combine(_workspace.Folder, "empty")).FullName)).ShouldBe("LogFolderEmpty");
        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = ["x"], Format = "Nonsense" })).Id.ShouldBe("LogFormatUnknown");
        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = ["x"], TimeZone = "Europe/Atlantis" })).Id.ShouldBe("TimeZoneUnknown");
        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = ["x"], Year = 26 })).Id.ShouldBe("YearInvalid");
        (await _workspace.FaultOfAsync(new ImportFirewallLog())).Id.ShouldBe("LogPathMissing");

        async Task<string> FaultOf(string path) => (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [path] })).Id;
    }

    [Fact]
    public async Task One_bad_file_among_several_is_reported_and_the_others_are_read()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_workspace.Folder, "logs")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "access.log"), SquidLog.Bytes(SquidLog.Morning));
        File.WriteAllText(Path.Combine(folder, "cache.log"), "2026/11/24 08:00:00 kid1| Starting Squid\n");
        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [folder] });
        sink.Of<LogImport>().Single().Lines.ShouldBe(300);
        var fault = sink.Faults.ShouldHaveSingleItem();
        fault.Id.ShouldBe("LogFormatUnrecognised");
        fault.Message.ShouldStartWith(Path.Combine(folder, "cache.log") + ": ");
        fault.Message.ShouldNotContain("SuricataEve");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_log_has_no_lines_and_is_no_fault(bool isGzip)
    {
        var path = isGzip ? WriteGzip("access.log.gz", [[]]) : Write("access.log");

        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [path] });

        var import = sink.Of<LogImport>().ShouldHaveSingleItem();
        (import.Path, import.Format, import.Lines, import.Malformed).ShouldBe((path, "", 0, 0));
        sink.Warnings.ShouldHaveSingleItem().ShouldContain($"{path} is empty");
        sink.Asked.ShouldBeEmpty();
        _workspace.Store.Logs.Sources().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_log_beside_others_is_not_even_warned_about()
    {
        Write("access.log");
        Write("access.log.1", SquidLog.Morning);

        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [Path.Combine(_workspace.Folder, "access.log*")] });

        sink.Of<LogImport>().Select(i => (Path.GetFileName(i.Path), i.Lines)).ShouldBe([("access.log", 0), ("access.log.1", 300)], ignoreOrder: true);
        sink.Warnings.ShouldBeEmpty();
        sink.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_archive_of_which_nothing_can_be_read_is_not_empty()
    {
        var zip = WriteGzip("access.log.gz", SquidLog.Bytes(SquidLog.Morning));
        var bytes = File.ReadAllBytes(zip);
        Array.Fill(bytes, (byte)0xFF, 10, bytes.Length - 18);
        File.WriteAllBytes(zip, bytes);

        (await _workspace.FaultOfAsync(new ImportFirewallLog { Path = [zip] })).Id.ShouldBe("LogTruncated");
        (await _workspace.FaultOfAsync(new GetFirewallLogFormat { Path = zip })).Id.ShouldBe("LogTruncated");
        (await _workspace.FaultOfAsync(new GetFirewallLogFormat { Path = Write("empty.log") })).Id.ShouldBe("LogEmpty");
    }

    [Fact]
    public async Task What_if_imports_nothing()
    {
        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [Write("access.log", SquidLog.Morning)] }, sink: new RecordingSink { Agrees = false });
        sink.Outputs.ShouldBeEmpty();
        Visits().ShouldBeEmpty();
        _workspace.Store.Audit.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_if_tells_the_faults_and_names_only_what_would_be_imported()
    {
        var good = Write("access.log", SquidLog.Morning);
        var bad = _workspace.Write("cache.log", "2026/11/24 08:00:00 kid1| Starting Squid\n");
        var missing = Path.Combine(_workspace.Folder, "none.log");

        var sink = await _workspace.RunAsync(new ImportFirewallLog { Path = [good, bad, Write("empty.log"), missing] }, sink: new RecordingSink { Agrees = false });

        sink.Asked.Select(a => a.Target).ShouldBe([good]);
        sink.Faults.Select(f => (f.Id, f.Target)).ShouldBe([("LogFormatUnrecognised", bad), ("LogNotFound", missing)]);
        _workspace.Store.Audit.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_if_tells_what_a_named_format_and_an_edited_log_would_be_refused_for()
    {
        var path = Write("access.log", SquidLog.Morning);
        (await FaultAsync("FortiGate")).ShouldBe("LogFormatMismatch");
        await ImportAsync(path);
        (await FaultAsync("FortiGate")).ShouldBe("LogFormatDiffers");
        Write("access.log", [.. SquidLog.Morning[..250], .. SquidLog.Morning[251..], .. SquidLog.Noon]);
        (await FaultAsync(null)).ShouldBe("LogChanged");

        async Task<string> FaultAsync(string? format) =>
            (await Should.ThrowAsync<FaultException>(() => _workspace.RunAsync(new ImportFirewallLog { Path = [path], Format = format }, sink: new RecordingSink { Agrees = false }))).Fault.Id;
    }

    private string Write(string name, params string[] lines) => _workspace.Write(name, SquidLog.Text(lines));

    private string WriteGzip(string name, params byte[][] members)
    {
        var path = Path.Combine(_workspace.Folder, name);
        using var file = File.Create(path);
        foreach (var member in members)
        {
            using var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            zip.Write(member);
        }

        return path;
    }

    private async Task<LogImport> ImportAsync(string path) => (await ImportAllAsync(path)).Single();

    private async Task<List<LogImport>> ImportAllAsync(string path) => [.. (await _workspace.RunAsync(new ImportFirewallLog { Path = [path] })).Of<LogImport>()];

    private List<VisitEvidence> Visits() => [.. _workspace.Store.Visits.Read(0, long.MaxValue)];
}
