using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.People;

public sealed class ConfirmPolicyChangeTests : IAsyncLifetime, IDisposable
{
    private readonly TempWorkspace _school = new();

    public async Task InitializeAsync() => await Import(TestRoster.Csv);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task A_technician_who_writes_himself_into_SLT_waits_and_holds_nothing()
    {
        var sink = await Import(TestRoster.Csv.Replace("Ian Tech,Technician", "Ian Tech,Technician;SeniorLeader"));
        sink.Of<PersonImport>().Single().WaitingForConfirmation.ShouldBe(1);
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("Ian Tech");
        Roles("it.tech").ShouldBe([Role.Technician]);
        var waiting = (await _school.RunAsync(new ConfirmPolicyChange())).Of<PolicyChange>().ShouldHaveSingleItem();
        waiting.Person.ShouldBe("Ian Tech");
        waiting.RolesGiven.ShouldBe([Role.SeniorLeader]);
        waiting.Status.ShouldBe(PolicyChangeStatus.Waiting);
        waiting.RequestedBy.ShouldBe("it.tech");
    }

    [Fact]
    public async Task A_member_of_SLT_confirms_and_it_counts_from_then()
    {
        await Import(TestRoster.Csv.Replace("Sinéad O’Neill,Teacher", "Sinéad O’Neill,Teacher;SeniorLeader"));
        _school.Clock.Now = _school.Clock.Now.AddHours(1);
        var done = (await Confirm("head", "c-0001")).Of<PolicyChange>().ShouldHaveSingleItem();
        done.Status.ShouldBe(PolicyChangeStatus.Confirmed);
        done.DecidedBy.ShouldBe("Helen Teacher");
        Roles("s.oneill").ShouldBe([Role.SeniorLeader, Role.Teacher], ignoreOrder: true);
        _school.Store.People.Load().Resolve("s.oneill", _school.Clock.Now.UtcTicks - 1).Roles.ShouldBe([Role.Teacher]);
        (await _school.RunAsync(new ConfirmPolicyChange())).Outputs.ShouldBeEmpty();

        var again = await FaultOf("head", "C-0001");
        again.Id.ShouldBe("PolicyChangeNotWaiting");
        again.Message.ShouldContain("Confirmed");
        (await Import(TestRoster.Csv.Replace("Sinéad O’Neill,Teacher", "Sinéad O’Neill,Teacher;SeniorLeader"))).Of<PersonImport>().Single().Unchanged.ShouldBe(7);
    }

    [Fact]
    public async Task Each_change_is_asked_about_and_a_No_to_one_leaves_the_others()
    {
        await Import(TestRoster.Csv.Replace("Sinéad O’Neill,Teacher", "Sinéad O’Neill,Teacher;SeniorLeader").Replace("DeputyHead;SafeguardingLead", "DeputyHead"));
        var shown = new RecordingSink { Agrees = false };
        await _school.RunAsync(new ConfirmPolicyChange { Id = ["C-0001", "C-0002"] }, Operator("head"), shown);
        shown.Asked.Count.ShouldBe(2);
        _school.Store.People.WaitingChanges().Count.ShouldBe(2);

        var began = _school.Clock.Now;
        var sink = new RecordingSink { AgreesTo = t => t.Contains("Neill", StringComparison.Ordinal), Meanwhile = () => _school.Clock.Now += TimeSpan.FromMinutes(5) };
        await _school.RunAsync(new ConfirmPolicyChange { Id = ["C-0001", "C-0002"] }, Operator("head"), sink);
        var done = sink.Of<PolicyChange>().ShouldHaveSingleItem();
        done.DecidedAt.ShouldBe(began + TimeSpan.FromMinutes(10), "when it counts from, not when the command began");
        Roles("s.oneill").ShouldContain(Role.SeniorLeader);
        Roles("deputy").ShouldContain(Role.SafeguardingLead);
        _school.Store.People.WaitingChanges().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Taking_a_role_waits_too_and_a_refusal_leaves_it()
    {
        await Import(TestRoster.Csv.Replace("DeputyHead;SafeguardingLead", "DeputyHead"));
        Roles("deputy").ShouldContain(Role.SafeguardingLead);
        var done = (await Confirm("head", "C-0001", refuse: true)).Of<PolicyChange>().ShouldHaveSingleItem();
        done.RolesTaken.ShouldBe([Role.SafeguardingLead]);
        done.Status.ShouldBe(PolicyChangeStatus.Refused);
        Roles("deputy").ShouldContain(Role.SafeguardingLead);
    }

    [Fact]
    public async Task Nobody_decides_about_himself_or_what_he_asked_for_or_without_being_SLT_now()
    {
        var head = Operator("head");
        await Import(TestRoster.Csv.Replace("DeputyHead;SafeguardingLead", "DeputyHead;SafeguardingLead;DataProtectionOfficer"), head);
        (await FaultOf("deputy", "C-0001")).Id.ShouldBe("PolicyChangeOwnRole");
        (await FaultOf("head", "C-0001")).Id.ShouldBe("PolicyChangeOwnRequest");
        (await FaultOf("s.oneill", "C-0001")).Id.ShouldBe("PolicyChangeNotSlt");
        (await _school.FaultOfAsync(new ConfirmPolicyChange { Id = ["C-0001"] })).Id.ShouldBe("PolicyChangeNotSlt");

        // Roles that the operator object claims but the roster does not know count for nothing.
        var claims = Operator("s.oneill") with { Roles = RoleSet.SeniorLeadership };
        (await _school.FaultOfAsync(new ConfirmPolicyChange { Id = ["C-0001"] }, claims)).Id.ShouldBe("PolicyChangeNotSlt");
        Roles("deputy").ShouldNotContain(Role.DataProtectionOfficer);
    }

    [Fact]
    public async Task A_leaver_of_SLT_decides_nothing_any_more()
    {
        await Import(TestRoster.Csv.Replace("2019-09-01,", "2019-09-01,2026-11-24").Replace("Sinéad O’Neill,Teacher", "Sinéad O’Neill,Teacher;SeniorLeader"));
        _school.Clock.Now = DateTimeOffset.Parse("2026-11-25T00:00:00Z");
        (await FaultOf("h.teacher", "C-0001")).Id.ShouldBe("PolicyChangeNotSlt");
        (await Confirm("deputy", "C-0001")).Of<PolicyChange>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_login_name_for_the_head_waits_since_whoever_has_it_is_the_head()
    {
        var file = TestRoster.Csv.Replace(@"ROSEWOOD\h.teacher", @"ROSEWOOD\h.teacher;backdoor");
        await Import(file);
        OperatorDirectory.Recognise(_school.Store, "backdoor", _school.Clock.Now).Roles.IsEmpty.ShouldBeTrue();
        await Confirm("deputy", "C-0001");
        OperatorDirectory.Recognise(_school.Store, "backdoor", _school.Clock.Now).Person!.DisplayName.ShouldBe("Helen Teacher");
    }

    [Fact]
    public async Task Bringing_a_leaver_back_does_not_give_back_guarded_roles_in_silence()
    {
        await Import(TestRoster.Csv.Replace("2019-09-01,", "2019-09-01,2026-11-01"));
        Roles("h.teacher").ShouldBe([Role.HeadTeacher]);
        await Import(TestRoster.Csv);
        Roles("h.teacher").ShouldBeEmpty();
        await Confirm("deputy", "C-0001");
        Roles("h.teacher").ShouldBe([Role.HeadTeacher]);
    }

    [Fact]
    public async Task A_new_person_with_a_guarded_role_starts_without_it()
    {
        await Import(TestRoster.Csv + "n.new@rosewood.example,Nia New,HeadTeacher;Teacher,,,,,\n");
        Roles("n.new").ShouldBe([Role.Teacher]);
    }

    [Fact]
    public async Task The_same_wish_waits_once_and_another_one_takes_its_place()
    {
        var file = TestRoster.Csv.Replace("Sinéad O’Neill,Teacher", "Sinéad O’Neill,Teacher;SeniorLeader");
        await Import(file);
        (await Import(file)).Of<PersonImport>().Single().WaitingForConfirmation.ShouldBe(1);
        _school.Store.People.WaitingChanges().ShouldHaveSingleItem().Id.ShouldBe("C-0001");

        await Import(TestRoster.Csv.Replace("Sinéad O’Neill,Teacher", "Sinéad O’Neill,Teacher;DeputyHead"));
        var waiting = _school.Store.People.WaitingChanges().ShouldHaveSingleItem();
        waiting.Id.ShouldBe("C-0002");
        waiting.RolesGiven.ShouldBe([Role.DeputyHead]);
        (await FaultOf("head", "C-0001")).Message.ShouldContain("Superseded");

        await Import(TestRoster.Csv);
        _school.Store.People.WaitingChanges().ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_several_ids_one_bad_one_changes_nothing()
    {
        await Import(TestRoster.Csv.Replace("Sinéad O’Neill,Teacher", "Sinéad O’Neill,Teacher;SeniorLeader"));
        (await FaultOf("head", "C-0001", "C-0099")).Id.ShouldBe("PolicyChangeNotFound");
        _school.Store.People.WaitingChanges().Count.ShouldBe(1);
        Roles("s.oneill").ShouldBe([Role.Teacher]);
    }

    [Fact]
    public async Task A_login_name_that_went_to_somebody_else_meanwhile_is_not_given_twice()
    {
        await Import(TestRoster.Csv.Replace(@"ROSEWOOD\h.teacher", @"ROSEWOOD\h.teacher;office"));
        await Import(TestRoster.Header + "\ns.oneill@rosewood.example,Sinéad O’Neill,Teacher,s.oneill;office,,,,\n");
        var fault = await FaultOf("deputy", "C-0001");
        fault.Id.ShouldBe("LoginNameTaken");
        _school.Store.People.WaitingChanges().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refusing_needs_an_id_and_declining_changes_nothing()
    {
        (await _school.FaultOfAsync(new ConfirmPolicyChange { Refuse = true })).Id.ShouldBe("PolicyChangeIdRequired");
        await Import(TestRoster.Csv.Replace("Sinéad O’Neill,Teacher", "Sinéad O’Neill,Teacher;SeniorLeader"));
        var sink = await _school.RunAsync(new ConfirmPolicyChange { Id = ["C-0001"] }, Operator("head"), new RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().ShouldBe(("Sinéad O’Neill", "Confirm C-0001: give SeniorLeader"));
        _school.Store.People.WaitingChanges().Count.ShouldBe(1);
    }

    private Operator Operator(string who)
    {
        var person = _school.Store.People.Load().Resolve(who, _school.Clock.Now.UtcTicks);
        return new Operator(person.LoginNames[0], person, person.Roles);
    }

    private Task<RecordingSink> Confirm(string who, string id, bool refuse = false) =>
        _school.RunAsync(new ConfirmPolicyChange { Id = [id], Refuse = refuse }, Operator(who));

    private Task<Fault> FaultOf(string who, params string[] ids) => _school.FaultOfAsync(new ConfirmPolicyChange { Id = ids }, Operator(who));

    private Task<RecordingSink> Import(string csv, Operator? op = null) =>
        _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", csv) }, op);

    private RoleSet Roles(string who) => _school.Store.People.Load().Resolve(who, _school.Clock.Now.UtcTicks).Roles;
}
