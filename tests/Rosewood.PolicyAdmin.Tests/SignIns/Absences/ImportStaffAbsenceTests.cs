using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Absences;

public sealed class ImportStaffAbsenceTests : IAsyncLifetime, IDisposable
{
    private const string Header = "UserPrincipalName,From,To\n";
    private const string Csv = Header + """
        n.obrien@rosewood.example,2026-10-24,2026-10-26
        N.Brown@rosewood.example,2026-11-03T12:00,2026-11-03 16:30
        d.puty@rosewood.example,2026-11-04,2026-11-04

        """;

    private TempWorkspace _school = null!;

    public async Task InitializeAsync() => _school = await FindingSchool.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task Dates_include_both_days_in_the_schools_zone_and_times_are_as_written()
    {
        (await Import(Csv)).ShouldBe(new AbsenceImport(Path, 3, 3, 0, 0, 0, 0));

        // The clocks go back on 25 October: the first day begins by summer time, the last ends by winter time.
        Spans("n.obrien").ShouldBe([("2026-10-23T23:00", "2026-10-27T00:00")]);
        Spans("n.brown").ShouldBe([("2026-11-03T12:00", "2026-11-03T16:30")]);
        Spans("d.puty").ShouldBe([("2026-11-04T00:00", "2026-11-05T00:00")]);
    }

    [Fact]
    public async Task Importing_the_same_file_again_changes_nothing()
    {
        await Import(Csv);
        var entries = _school.Store.Audit.Head().Sequence;
        (await Import(Csv)).ShouldBe(new AbsenceImport(Path, 3, 0, 0, 3, 0, 0));
        (await Import(Csv, remove: true)).ShouldBe(new AbsenceImport(Path, 3, 0, 0, 3, 0, 0));
        _school.Store.Audit.Head().Sequence.ShouldBe(entries);
    }

    [Fact]
    public async Task A_row_takes_the_place_of_what_it_overlaps()
    {
        await Import(Header + "n.obrien@rosewood.example,2026-11-02,2026-11-03\nn.obrien@rosewood.example,2026-11-05,2026-11-06\n");

        // Two become one, one becomes two, and one that only touches another is an absence of its own.
        (await Import(Header + "n.obrien@rosewood.example,2026-11-02,2026-11-06\n")).ShouldBe(new AbsenceImport(Path, 1, 0, 1, 0, 0, 0));
        Spans("n.obrien").ShouldBe([("2026-11-02T00:00", "2026-11-07T00:00")]);
        (await Import(Header + "n.obrien@rosewood.example,2026-11-06,2026-11-06\nn.obrien@rosewood.example,2026-11-02,2026-11-02\nn.obrien@rosewood.example,2026-11-07,2026-11-07\n"))
            .ShouldBe(new AbsenceImport(Path, 3, 1, 2, 0, 0, 0));
        Spans("n.obrien").ShouldBe([("2026-11-02T00:00", "2026-11-03T00:00"), ("2026-11-06T00:00", "2026-11-07T00:00"), ("2026-11-07T00:00", "2026-11-08T00:00")]);
    }

    [Fact]
    public async Task Absences_missing_from_a_file_stay_unless_told_and_nobody_is_named()
    {
        await Import(Csv);
        var file = Header + "d.puty@rosewood.example,2026-11-04,2026-11-04\n";
        var sink = await Run(file);
        sink.Of<AbsenceImport>().Single().ShouldBe(new AbsenceImport(Path, 1, 0, 0, 1, 2, 0));
        sink.Warnings.ShouldHaveSingleItem().ShouldStartWith("2 recorded absences are not in the file");

        (await Import(file, remove: true)).Removed.ShouldBe(2);
        _school.Store.Absences.Load().All.ShouldHaveSingleItem().PersonId.ShouldBe(_school.IdOf("deputy"));
    }

    [Theory]
    [InlineData("nobody@rosewood.example,2026-11-02,2026-11-03", ":2:1", "Nobody on the roster")]
    [InlineData("Nell Brown,2026-11-02,2026-11-03", ":2:1", "n.brown2@rosewood.example")]
    [InlineData("n.\u043Ebrien@rosewood.example,2026-11-02,2026-11-03", ":2:1", "only looks like")]
    [InlineData(",2026-11-02,2026-11-03", ":2:1", "must not be empty")]
    [InlineData("d.puty,2026-11-03,2026-11-02", ":2:19", "ends before it begins")]
    [InlineData("d.puty,2026-11-03T09:00,2026-11-03T09:00", ":2:25", "ends before it begins")]
    [InlineData("d.puty,2026-11-03,2206-11-03", ":2:19", "over three years")]
    [InlineData("d.puty,02/11/2026,2026-11-03", ":2:8", "no time that can be read safely")]
    [InlineData("d.puty,2026-11-02,", ":2:19", "must not be empty")]
    [InlineData("d.puty,2026-10-25T01:30,2026-10-26", ":2:8", "happens twice")]
    [InlineData("d.puty,2026-03-28,2026-03-29T01:30", ":2:19", "does not exist")]
    [InlineData("d.puty,2026-11-02,2026-11-04\nDee Puty,2026-11-04,2026-11-05", ":3:10", "in line 2")]
    [InlineData("d.puty,2026-11-04,2026-11-05\nd.puty,2026-11-01,2026-11-30", ":2:8", "in line 3")]
    [InlineData("d.puty,2026-11-04,2026-11-05\nd.puty,2026-11-04,2026-11-05", ":3:8", "in line 2")]
    public async Task A_bad_row_imports_nothing(string rows, string place, string says)
    {
        var fault = await _school.FaultOfAsync(new ImportStaffAbsence { Path = _school.Write("absences.csv", Header + "n.obrien,2026-11-02,2026-11-02\n" + rows) });
        fault.Id.ShouldBe("CsvInvalid");
        fault.Target.ShouldEndWith(Shifted(place));
        fault.Message.ShouldContain(says.Replace("line 3", "line 4", StringComparison.Ordinal).Replace("line 2", "line 3", StringComparison.Ordinal));
        _school.Store.Absences.Load().All.ShouldBeEmpty();

        // A good row stands before them.
        static string Shifted(string place) => place.Replace(":3:", ":4:", StringComparison.Ordinal).Replace(":2:", ":3:", StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_are_told_at_once_with_their_places()
    {
        var fault = await _school.FaultOfAsync(new ImportStaffAbsence { Path = _school.Write("absences.csv", Header + "nobody,soon,2026-11-03\nd.puty,2026-11-03,2026-11-02\n") });
        fault.Message.ShouldContain("has 3 problems; nothing was imported");
        fault.Message.ShouldContain("absences.csv:2:1: UserPrincipalName:");
        fault.Message.ShouldContain("absences.csv:2:8: From:");
        fault.Message.ShouldContain("absences.csv:3:19: To:");
    }

    [Fact]
    public async Task Why_somebody_was_absent_is_stored_nowhere_and_that_is_said()
    {
        var sink = await Run("UserPrincipalName;Type;From;To;Reason\nn.obrien@rosewood.example;Sickness;2026-11-02;2026-11-03;Migraine-7731\n");

        sink.Of<AbsenceImport>().Single().Added.ShouldBe(1);
        var warning = sink.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain("left out: Type, Reason. Known are UserPrincipalName, From, To. Nothing of them was stored");
        _school.Store.Audit.Read().ShouldAllBe(r => r.After == null || !r.After.Contains("Migraine-7731", StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(_school.Folder, "store.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync();
            bytes.ShouldNotContain("Migraine-7731");
            bytes.ShouldNotContain("Sickness");
        }
    }

    [Fact]
    public async Task Files_are_read_as_spreadsheets_write_them()
    {
        File.WriteAllText(Path, "Email;First day;Last day\r\n\"Niamh O\u2019Brien\";2026-11-02;2026-11-03\r\n;;\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        (await _school.RunAsync(new ImportStaffAbsence { Path = Path })).Of<AbsenceImport>().Single().Added.ShouldBe(1);

        File.WriteAllText(Path, "UPN\tStart\tEnd\nniamh o'brien\t2026-11-02\t2026-11-03\n", Encoding.Unicode);
        (await _school.RunAsync(new ImportStaffAbsence { Path = Path })).Of<AbsenceImport>().Single().Unchanged.ShouldBe(1);
        Spans("n.obrien").ShouldBe([("2026-11-02T00:00", "2026-11-04T00:00")]);
    }

    [Theory]
    [InlineData("", "CsvEmpty")]
    [InlineData("\uFEFF", "CsvEmpty")]
    [InlineData(Header, "CsvNoRows")]
    [InlineData("UserPrincipalName,From\nd.puty,2026-11-02\n", "CsvColumnsMissing")]
    [InlineData("UserPrincipalName,From,To,End,Until\nd.puty,2026-11-02,2026-11-02,,\n", null)]
    [InlineData("UserPrincipalName,From,End,Until\nd.puty,2026-11-02,2026-11-02,\n", "CsvColumnTwice")]
    public async Task A_file_that_holds_no_absences_is_a_fault(string csv, string? id)
    {
        if (id is null)
        {
            (await Import(csv)).Added.ShouldBe(1);
            return;
        }

        (await _school.FaultOfAsync(new ImportStaffAbsence { Path = _school.Write("absences.csv", csv) })).Id.ShouldBe(id);
    }

    [Fact]
    public async Task Where_absences_are_not_used_nothing_is_read()
    {
        using var other = await FindingSchool.OpenAsync(TestConfig.School);
        var fault = await other.FaultOfAsync(new ImportStaffAbsence { Path = System.IO.Path.Combine(other.Folder, "no-such-file.csv") });
        fault.Id.ShouldBe("AbsencesNotInUse");
        fault.Message.ShouldContain("\"signIns\": { \"useAbsences\": true }");
        other.Store.Absences.Load().All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_audit_trail_has_the_times_and_neither_name_nor_id_of_the_person()
    {
        await Import(Header + "n.obrien,2026-11-02,2026-11-03\n");
        await Import(Header + "n.obrien,2026-11-02,2026-11-04\n");
        await Import(Header + "d.puty,2026-11-02,2026-11-04\n", remove: true);

        var rows = _school.Store.Audit.Read().Where(r => r.Command.Equals("Import-StaffAbsence", StringComparison.Ordinal)).ToList();
        rows.Select(r => (r.Clause, r.Subject, r.Before is null, r.After is null)).ShouldBe(
            [("LOG-1", "A-0001", true, false), ("LOG-1", "A-0002 A-0001", false, false), ("LOG-1", "A-0003", true, false), ("LOG-1", "A-0002", false, true)]);
        rows[1].After.ShouldBe("""{"From":"2026-11-02T00:00:00+00:00","Until":"2026-11-05T00:00:00+00:00"}""");
    }

    [Fact]
    public async Task Without_consent_nothing_is_imported()
    {
        var entries = _school.Store.Audit.Head().Sequence;
        var sink = await Run(Csv, sink: new RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().Action.ShouldBe("Import absences: 3 new, 0 changed, 0 unchanged, 0 removed");
        sink.Outputs.ShouldBeEmpty();
        _school.Store.Absences.Load().All.ShouldBeEmpty();
        _school.Store.Audit.Head().Sequence.ShouldBe(entries);
    }

    [Fact]
    public async Task What_was_imported_while_a_person_was_asked_is_not_imported_twice()
    {
        var sink = new RecordingSink { Meanwhile = () => Import(Csv).GetAwaiter().GetResult() };
        (await Run(Csv, sink: sink)).Of<AbsenceImport>().Single().ShouldBe(new AbsenceImport(Path, 3, 0, 0, 3, 0, 0));
        _school.Store.Absences.Load().All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Whatever_a_file_holds_it_is_read_or_refused_in_words()
    {
        var random = new Random(20261124);
        var good = Encoding.UTF8.GetBytes(Csv + "Niamh O\u2019Brien,2026-11-10T08:00+00:00,2026-11-11\n");
        var (read, refused) = (0, 0);
        for (var round = 0; round < 400; round++)
        {
            File.WriteAllBytes(Path, Mutated(good, random));
            var sink = new RecordingSink { Agrees = false };
            try
            {
                await _school.RunAsync(new ImportStaffAbsence { Path = Path }, sink: sink);
                read++;
            }
            catch (FaultException e)
            {
                e.Fault.Id.ShouldStartWith("Csv");
                refused++;
            }
        }

        read.ShouldBeGreaterThan(10);
        refused.ShouldBeGreaterThan(10);
        _school.Store.Absences.Load().All.ShouldBeEmpty();
    }

    private static byte[] Mutated(byte[] good, Random random)
    {
        var bytes = good.ToArray();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            // Half of them with bytes that matter to CSV and to times.
            bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)",;\"\n\r\t0-:T+"[random.Next(11)];
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private string Path => System.IO.Path.Combine(_school.Folder, "absences.csv");

    private Task<RecordingSink> Run(string csv, bool remove = false, RecordingSink? sink = null) =>
        _school.RunAsync(new ImportStaffAbsence { Path = _school.Write("absences.csv", csv), RemoveMissing = remove }, sink: sink);

    private async Task<AbsenceImport> Import(string csv, bool remove = false) => (await Run(csv, remove)).Of<AbsenceImport>().Single();

    private List<(string From, string Until)> Spans(string user) =>
        [.. _school.Store.Absences.Load().Of(_school.IdOf(user)).Select(a => ($"{new DateTime(a.From):yyyy-MM-ddTHH:mm}", $"{new DateTime(a.Until):yyyy-MM-ddTHH:mm}"))];
}
