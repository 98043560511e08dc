using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.People;

public sealed class ImportPolicyPersonTests : IDisposable
{
    private readonly TempWorkspace _school = new();

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task The_first_import_takes_every_role_and_holds_for_all_earlier_time()
    {
        (await Import(TestRoster.Csv)).ShouldBe(new PersonImport(Path, 7, 7, 0, 0, 0, 0));
        var deputy = _school.Store.People.Load().Resolve("deputy", utcTicks: 0);
        deputy.Id.ShouldBe("P-0001");
        deputy.Roles.ShouldBe(RoleSet.Of(Role.DeputyHead, Role.SafeguardingLead));
        deputy.LoginNames.ShouldBe(["d.puty"]);
        var head = _school.Store.People.Load().Resolve("Helen Teacher", utcTicks: 0);
        head.PersonalAddresses.ShouldBe(["helen@home.example"]);
        head.WorkPhone.ShouldBe("01632 960001");
        head.StartDate.ShouldBe(new DateOnly(2019, 9, 1));
        head.LoginNames.ShouldBe([@"rosewood\h.teacher"]);
    }

    [Fact]
    public async Task Each_person_gets_an_audit_entry_with_ids_only()
    {
        await Import(TestRoster.Csv);
        var rows = _school.Store.Audit.Read().ToList();
        rows.Count.ShouldBe(7);
        rows.ShouldAllBe(r => r.Subject.StartsWith("P-", StringComparison.Ordinal) && r.Command == "Import-PolicyPerson" && r.Before == null);
    }

    [Fact]
    public async Task Later_imports_count_from_now()
    {
        await Import(TestRoster.Csv);
        _school.Clock.Now = _school.Clock.Now.AddDays(1);
        (await Import(TestRoster.Csv.Replace("Sinéad O’Neill,Teacher", "Sinéad Byrne,Admin") + "n.new@rosewood.example,Nia New,Teacher,,,,,\n"))
            .ShouldBe(new PersonImport(Path, 8, 1, 1, 6, 0, 0));
        var people = _school.Store.People.Load();
        var now = _school.Clock.Now.UtcTicks;
        people.Resolve("s.oneill", now - 1).DisplayName.ShouldBe("Sinéad O’Neill");
        people.Resolve("s.oneill", now).DisplayName.ShouldBe("Sinéad Byrne");
        people.Resolve("s.oneill", now).Id.ShouldBe(people.Resolve("s.oneill", now - 1).Id);
        people.FindByLogin("n.new", now - 1).Person.ShouldBeNull();
        people.FindByLogin("n.new", now).Person!.Roles.ShouldBe([Role.Teacher]);
    }

    [Fact]
    public async Task Whom_another_command_imported_while_a_person_was_asked_is_not_imported_twice()
    {
        await Import(TestRoster.Csv);
        const string more = TestRoster.Csv + "n.new@rosewood.example,Nia New,Teacher,,,,,\n";
        var sink = new RecordingSink
        {
            Meanwhile = () =>
            {
                _school.Clock.Now += TimeSpan.FromMinutes(5);
                Import(more).GetAwaiter().GetResult();
                _school.Clock.Now += TimeSpan.FromMinutes(5);
            },
        };

        var import = (await _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("new.csv", more) }, sink: sink)).Of<PersonImport>().Single();

        (import.Added, import.Unchanged).ShouldBe((0, 8));
        _school.Store.People.Load().All(_school.Clock.Now.UtcTicks).Count(p => p.DisplayName is "Nia New").ShouldBe(1);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_writes_nothing()
    {
        await Import(TestRoster.Csv);
        var entries = _school.Store.Audit.Head().Sequence;
        (await Import(TestRoster.Csv)).ShouldBe(new PersonImport(Path, 7, 0, 0, 7, 0, 0));
        _school.Store.Audit.Head().Sequence.ShouldBe(entries);
    }

    [Fact]
    public async Task A_column_that_a_file_lacks_leaves_what_the_roster_has()
    {
        await Import(TestRoster.Csv);
        await Import("UPN,Name,Role\nold.hand@rosewood.example,Olive Hand,Teacher\nh.teacher@rosewood.example,Helen Teacher,Head\n");
        var people = _school.Store.People.Load();
        people.Resolve("old.hand", _school.Clock.Now.UtcTicks).EndDate.ShouldBe(new DateOnly(2026, 7, 20));
        people.Resolve("head", _school.Clock.Now.UtcTicks).WorkPhone.ShouldBe("01632 960001");
    }

    [Fact]
    public async Task People_missing_from_a_file_stay_with_a_warning_except_those_who_left()
    {
        await Import(TestRoster.Csv);
        var sink = await Run(TestRoster.Header + "\nd.puty@rosewood.example,Dee Puty,DeputyHead;SafeguardingLead,d.puty,,,,\n");
        sink.Of<PersonImport>().Single().MissingFromFile.ShouldBe(5);
        var warning = sink.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain("Helen Teacher");
        warning.ShouldContain("EndDate");
        warning.ShouldNotContain("Olive Hand");
        _school.Store.People.Load().Resolve("head", _school.Clock.Now.UtcTicks).DisplayName.ShouldBe("Helen Teacher");
    }

    [Theory]
    [InlineData("a@x.example,Ada,Wizard,,,,,", ":2:17", "no role")]
    [InlineData("a@x.example,Ada,,,,,,", ":2:17", "at least one role")]
    [InlineData("ada,Ada,Teacher,,,,,", ":2:1", "name@domain")]
    [InlineData("a@x.example,,Teacher,,,,,", ":2:13", "must not be empty")]
    [InlineData("a@x.example,Ada,Teacher,,,,01/09/2026,", ":2:28", "2026-09-01")]
    [InlineData("a@x.example,Ada,Teacher,,,,2026-09-02,2026-09-01", ":2:39", "before the first")]
    [InlineData("a@x.example,Ada,Teacher,two words,,,,", ":2:25", "no login name")]
    [InlineData("a@x.example,Ada,Teacher,,ada@rosewood.example,,,", ":2:26", "school's own")]
    [InlineData("a@x.example,Ada,Teacher,,,call me,,", ":2:27", "phone")]
    [InlineData("a@x.example,Аda,Teacher,,,,,", ":2:13", "U+0410")]
    [InlineData("a@x.example,Ada,Teacher,,,,,\nA@X.example,Bea,Teacher,,,,,", ":3:1", "also in line 2")]
    [InlineData("a@x.example,Ada,Teacher,desk,,,,\nb@x.example,Bea,Teacher,x;DESK,,,,", ":3:25", "Ada <a@x.example>, in line 2")]
    [InlineData("b@x.example,Bea,Teacher,a@x.example,,,,\na@x.example,Ada,Teacher,,,,,", ":3:25", "Bea <b@x.example>, in line 2")]
    public async Task A_bad_row_imports_nothing(string rows, string place, string says)
    {
        var fault = await _school.FaultOfAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", TestRoster.Header + "\n" + rows + "\n") });
        fault.Id.ShouldBe("CsvInvalid");
        fault.Target.ShouldEndWith("staff.csv" + place);
        fault.Message.ShouldContain(says);
        _school.Store.People.Load().IsEmpty.ShouldBeTrue();
        _school.Store.Audit.Head().Sequence.ShouldBe(0);
    }

    [Fact]
    public async Task A_login_name_of_somebody_who_is_not_in_the_file_is_refused_until_they_have_left()
    {
        await Import(TestRoster.Csv);
        var fault = await _school.FaultOfAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", TestRoster.Header + "\nn@rosewood.example,Nia New,Teacher,s.oneill,,,,\n") });
        fault.Message.ShouldContain("Sinéad O’Neill <s.oneill@rosewood.example>, who is not in this file");
        (await Import(TestRoster.Header + "\nn@rosewood.example,Nia New,Teacher,old.hand,,,2026-09-01,\n")).Added.ShouldBe(1);
        _school.Store.People.Load().FindByLogin("old.hand", _school.Clock.Now.UtcTicks).Person!.DisplayName.ShouldBe("Nia New");
    }

    [Theory]
    [InlineData("a@x.example,Ada,Teacher,b,,,,\nb@x.example,Bea,Teacher,,,,,", "'b")] // the bare name is also what Bea's UPN comes down to
    [InlineData("a@x.example,Ada,Teacher,desk,,,,\nb@x.example,Bea,Teacher,ROSEWOOD\\desk,,,,", "desk'")]
    public async Task A_name_without_domain_is_refused_where_it_could_mean_somebody_else(string rows, string says)
    {
        var fault = await _school.FaultOfAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", TestRoster.Header + "\n" + rows + "\n") });
        fault.Id.ShouldBe("CsvInvalid");
        fault.Message.ShouldContain(says);
    }

    [Fact]
    public async Task The_same_name_in_two_domains_is_two_accounts()
    {
        (await Import(TestRoster.Header + "\na@x.example,Ada,Teacher,ROSEWOOD\\desk,,,,\nb@x.example,Bea,Teacher,BRANCH\\desk,,,,\n")).Added.ShouldBe(2);
        _school.Store.People.Load().FindByLogin("desk", 0).Ambiguous.ShouldBeTrue();
    }

    [Fact]
    public async Task What_counts_is_the_roster_that_stands_when_the_change_begins()
    {
        var sink = new InterruptedSink(() => _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("other.csv", TestRoster.Csv) }).GetAwaiter().GetResult());
        var request = new ImportPolicyPerson { Path = _school.Write("staff.csv", TestRoster.Csv + "n@rosewood.example,Nia New,SeniorLeader,,,,,\n") };
        await new ImportPolicyPersonHandler().HandleAsync(request, _school.Context("Import-PolicyPerson"), sink, CancellationToken.None);

        // The other import was the first one after all: this one's senior leader waits.
        sink.Written.ShouldBe(new PersonImport(Path, 8, 1, 0, 7, 0, 1));
        _school.Store.People.Load().Resolve("Nia New", _school.Clock.Now.UtcTicks).Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Broken_files_end_in_an_import_or_a_fault_and_a_fault_changes_nothing()
    {
        var random = new Random(1124);
        const string Noise = ",;\"\n\r\t@\\ \0\u202E\u0430é-09aZ";
        for (var i = 0; i < 300; i++)
        {
            var text = TestRoster.Csv.ToCharArray();
            for (var n = random.Next(1, 5); n > 0; n--)
            {
                text[random.Next(TestRoster.Header.Length, text.Length)] = Noise[random.Next(Noise.Length)];
            }

            var before = _school.Store.Audit.Head().Sequence;
            try
            {
                await Import(new string(text, 0, random.Next(2) == 0 ? text.Length : random.Next(text.Length)));
            }
            catch (FaultException)
            {
                _school.Store.Audit.Head().Sequence.ShouldBe(before);
            }
        }
    }

    [Theory]
    [InlineData("2019-09-01,2026-11-20", "EndDate 2026-11-20")]
    [InlineData("2027-01-04,", "StartDate 2027-01-04")]
    public async Task Whoever_loses_a_guarded_role_by_a_date_is_named_to_SLT_and_in_the_trail(string dates, string says)
    {
        await Import(TestRoster.Csv);
        var file = TestRoster.Csv.Replace("2019-09-01,", dates, StringComparison.Ordinal);
        var sink = await Run(file);

        var warning = sink.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain("Helen Teacher");
        warning.ShouldContain("held HeadTeacher");
        warning.ShouldContain(says);
        warning.ShouldContain("SLT should know");
        var entry = _school.Store.Audit.Read().Last(r => r.Clause.Equals("USE-1", StringComparison.Ordinal));
        entry.Before.ShouldBe("[\"HeadTeacher\"]");
        entry.After.ShouldBe("[]");
        _school.Store.Audit.Read().ShouldContain(r => r.Sequence > 7 && r.Clause.Equals("GOV-1", StringComparison.Ordinal) && r.Subject.Equals(entry.Subject, StringComparison.Ordinal));

        (await Run(file)).Warnings.ShouldBeEmpty("it is told once");
    }

    [Fact]
    public async Task The_loss_of_a_guarded_role_is_told_before_the_person_answers()
    {
        await Import(TestRoster.Csv);
        var sink = await Run(TestRoster.Csv.Replace("2019-09-01,", "2019-09-01,2026-11-20", StringComparison.Ordinal), new RecordingSink { Agrees = false });
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("HeadTeacher");
    }

    [Fact]
    public async Task A_teachers_leaving_concerns_nobody_else()
    {
        await Import(TestRoster.Csv);
        var sink = await Run(TestRoster.Csv.Replace("s.oneill,,,,", "s.oneill,,,,2026-11-20", StringComparison.Ordinal));
        sink.Of<PersonImport>().Single().Changed.ShouldBe(1);
        sink.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schools_roles_may_be_written_in_the_usual_words()
    {
        await Import(TestRoster.Header + "\na@x.example,Ada,Deputy Head; DSL ;dpo,,,,,\n");
        _school.Store.People.Load().Resolve("Ada", 0).Roles.ShouldBe(RoleSet.Of(Role.DeputyHead, Role.SafeguardingLead, Role.DataProtectionOfficer));
    }

    [Fact]
    public async Task Without_consent_nothing_is_imported()
    {
        var sink = await Run(TestRoster.Csv, new RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().Action.ShouldContain("7 new");
        sink.Outputs.ShouldBeEmpty();
        _school.Store.People.Load().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_path_is_needed() => (await _school.FaultOfAsync(new ImportPolicyPerson())).Id.ShouldBe("PathRequired");

    [Property(MaxTest = 20)]
    public Property Any_order_of_rows_and_columns_gives_the_same_roster() => Prop.ForAll(
        Gen.Shuffle(Enumerable.Range(0, 7)).ToArbitrary(),
        Gen.Shuffle(Enumerable.Range(0, 8)).ToArbitrary(),
        (rows, columns) =>
        {
            var lines = TestRoster.Csv.TrimEnd().Split('\n').Select(l => l.Split(',')).ToArray();
            var permuted = new[] { lines[0] }.Concat(rows.Select(r => lines[r + 1])).Select(cells => string.Join(',', columns.Select(c => cells[c])));
            return string.Equals(RosterOf(TestRoster.Csv), RosterOf(string.Join("\r\n", permuted)), StringComparison.Ordinal);
        });

    private sealed class InterruptedSink(Action meanwhile) : ICommandSink
    {
        public object? Written { get; private set; }

        public void Write(object value) => Written = value;

        public void Warn(string message)
        {
        }

        public void Report(Fault fault) => throw fault.ToException();

        public void Progress(CommandProgress progress)
        {
        }

        public bool ShouldProcess(string target, string action)
        {
            meanwhile();
            return true;
        }
    }

    private static string RosterOf(string csv)
    {
        using var school = new TempWorkspace();
        school.RunAsync(new ImportPolicyPerson { Path = school.Write("staff.csv", csv) }).GetAwaiter().GetResult();
        return System.Text.Encoding.UTF8.GetString(PolicyJson.Serialise(school.Store.People.Load().All(0)));
    }

    private string Path => System.IO.Path.Combine(_school.Folder, "staff.csv");

    private async Task<PersonImport> Import(string csv) => (await Run(csv)).Of<PersonImport>().Single();

    private Task<RecordingSink> Run(string csv, RecordingSink? sink = null) =>
        _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", csv) }, sink: sink);
}
