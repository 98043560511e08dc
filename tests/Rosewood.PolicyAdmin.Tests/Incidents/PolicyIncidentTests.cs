using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Incidents;

public sealed class PolicyIncidentTests : IAsyncLifetime, IDisposable
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync() => _school = await IncidentSchool.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task An_incident_says_two_axes_severity_clause_and_route_by_its_type_and_is_open()
    {
        var made = await Open(r => r.Reference = "SIMS 12");
        made.ShouldSatisfyAllConditions(
            i => i.Id.ShouldBe("I-0001"),
            i => i.Status.ShouldBe(IncidentStatus.Open),
            i => i.Misuse.ShouldBe(MisuseKind.Conduct),
            i => i.Nature.ShouldBe(MisuseNature.Aggressive),
            i => i.Severity.ShouldBe(IncidentSeverity.Serious),
            i => i.Clause.ShouldBe("MIS-2"),
            i => i.CriminalInNature.ShouldBe(true),
            i => i.Outcome.ShouldBeNull(),
            i => i.Users.ShouldBe(["Niamh O'Brien"]),
            i => i.Reference.ShouldBe("SIMS 12"),
            i => i.OpenedBy.ShouldBe("Hana Teach"),
            i => i.Route.ShouldNotBeEmpty());
    }

    [Fact]
    public async Task What_a_person_says_goes_before_what_the_type_says()
    {
        var made = await Open(r => (r.Misuse, r.Nature, r.Severity, r.Clause, r.User) = (MisuseKind.Contact, MisuseNature.Values, IncidentSeverity.Minor, "con-1", ["n.obrien", "s.lead"]));
        made.ShouldSatisfyAllConditions(
            i => i.Misuse.ShouldBe(MisuseKind.Contact),
            i => i.Nature.ShouldBe(MisuseNature.Values),
            i => i.Severity.ShouldBe(IncidentSeverity.Minor),
            i => i.Clause.ShouldBe("CON-1"),
            i => i.Users.Count.ShouldBe(2));
        (await FaultOf(Request(r => r.Clause = "USE-9"), "head")).Id.ShouldBe("ClauseNotFound");
        (await FaultOf(Request(r => r.Type = null), "head")).Id.ShouldBe("IncidentTypeMissing");
        (await FaultOf(Request(r => r.Summary = " "), "head")).Id.ShouldBe("RegisterTextMissing");
        (await FaultOf(Request(r => r.Occurred = new TimeInput("2026-11-25")), "head")).Id.ShouldBe("IncidentInFuture");
    }

    [Fact]
    public async Task Every_type_has_a_rule_and_the_eighteen_of_the_policy_are_criminal_in_nature()
    {
        var routes = (await _school.RunAsync(new GetPolicyIncidentRoute(), _school.As("r.safe"))).Of<PolicyIncidentRoute>().ToList();
        routes.Select(r => r.Type).ShouldBe(Enum.GetValues<IncidentType>());
        routes.Count(r => r.CriminalInNature).ShouldBe(18);
        routes.ShouldAllBe(r => r.Steps.Count >= 2);
        routes.Where(r => r.AddressesWithheld).Select(r => r.Type).ShouldBe([IncidentType.ChildAbuseMaterial]);
    }

    [Fact]
    public async Task Misuse_is_no_outcome_before_somebody_looked_into_it_and_nothing_is_closed_without_an_outcome()
    {
        var id = (await Open()).Id;
        (await FaultOf(Update(id, r => r.Outcome = IncidentOutcome.Misuse), "head")).Id.ShouldBe("IncidentNotInvestigated");
        (await FaultOf(Update(id, r => (r.Status, r.Outcome) = (IncidentStatus.Investigating, IncidentOutcome.Misuse)), "head")).Id.ShouldBe("IncidentNotInvestigated");
        (await FaultOf(Update(id, r => r.Status = IncidentStatus.Closed), "head")).Id.ShouldBe("IncidentOutcomeMissing");
        (await FaultOf(Update(id, _ => { }), "head")).Id.ShouldBe("IncidentNothingToChange");
        (await FaultOf(Update(id, r => (r.Status, r.Reason) = (IncidentStatus.Investigating, "")), "head")).Id.ShouldBe("RegisterTextMissing");

        await _school.RunAsync(Update(id, r => r.Status = IncidentStatus.Investigating), _school.As("deputy"));
        var closed = (await _school.RunAsync(Update(id, r => (r.Status, r.Outcome) = (IncidentStatus.Closed, IncidentOutcome.Misuse)), _school.As("head"))).Of<PolicyIncident>().Single();
        closed.Status.ShouldBe(IncidentStatus.Closed);
        closed.Outcome.ShouldBe(IncidentOutcome.Misuse);
    }

    [Fact]
    public async Task What_proves_to_be_about_something_else_has_that_types_route_and_both_are_in_its_history()
    {
        var id = (await Open()).Id;
        var before = (await _school.RunAsync(new GetPolicyIncident { Id = [id] }, _school.As("head"))).Of<PolicyIncident>().Single();
        var after = (await _school.RunAsync(Update(id, r => (r.Type, r.Reason) = (IncidentType.GroomingOrHarassment, "A pupil is meant")), _school.As("head"))).Of<PolicyIncident>().Single();
        after.ShouldSatisfyAllConditions(i => i.Type.ShouldBe(IncidentType.GroomingOrHarassment), i => i.Route.ShouldNotBe(before.Route), i => i.Route.ShouldContain(s => s.Contains("police", StringComparison.OrdinalIgnoreCase)));
        (await _school.RunAsync(new GetPolicyIncident { Type = [before.Type] }, _school.As("head"))).Outputs.ShouldBeEmpty();
        (await _school.RunAsync(new GetPolicyIncident { Id = [id], History = true }, _school.As("head"))).Of<IncidentHistoryEntry>().Last().Change.ShouldBe("Type GroomingOrHarassment");
    }

    [Fact]
    public async Task Where_material_proves_to_be_of_abuse_its_place_is_not_written_down_from_that_very_entry_on()
    {
        var id = (await Open()).Id;
        (await FaultOf(Update(id, r => (r.Type, r.Reason) = (IncidentType.ChildAbuseMaterial, "It lay at bad.example")), "head")).Id.ShouldBe("IncidentTextHasAddress");
        await _school.RunAsync(Update(id, r => (r.Type, r.Reason) = (IncidentType.ChildAbuseMaterial, "The police say so")), _school.As("head"));
        (await FaultOf(Update(id, r => (r.Type, r.Reason) = (IncidentType.Bullying, "No: it lay at bad.example")), "head")).Id.ShouldBe("IncidentTextHasAddress");

        // Also once it was taken for something else again, and what was written before is shown without it.
        await _school.RunAsync(Update(id, r => (r.Type, r.Reason) = (IncidentType.Bullying, "The police were wrong")), _school.As("head"));
        (await FaultOf(Update(id, r => (r.Severity, r.Reason) = (IncidentSeverity.Minor, "It lay at bad.example")), "head")).Id.ShouldBe("IncidentTextHasAddress");
    }

    [Fact]
    public async Task What_was_written_before_it_proved_to_be_abuse_is_shown_without_its_place()
    {
        var id = (await Open(r => r.Summary = "Seen at bad.example by two")).Id;
        (await _school.RunAsync(new GetPolicyIncident { Id = [id] }, _school.As("head"))).Of<PolicyIncident>().Single().Summary.ShouldBe("Seen at bad.example by two");
        await _school.RunAsync(Update(id, r => (r.Type, r.Reason) = (IncidentType.ChildAbuseMaterial, "The police say so")), _school.As("head"));
        (await _school.RunAsync(new GetPolicyIncident { Id = [id] }, _school.As("head"))).Of<PolicyIncident>().Single().ShouldSatisfyAllConditions(
            i => i.AddressesWithheld.ShouldBe(true),
            i => i.Summary.ShouldBe("Seen at (address withheld) by two"));
        (await _school.RunAsync(new GetPolicyIncident { Id = [id], History = true }, _school.As("head"))).Of<IncidentHistoryEntry>().ShouldAllBe(h => !h.Reason.Contains("bad.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_keeps_each_fact_with_who_and_why()
    {
        var id = (await Open()).Id;
        await _school.RunAsync(Update(id, r => (r.Severity, r.Reason) = (IncidentSeverity.Minor, "A joke among friends")), _school.As("deputy"));
        await _school.RunAsync(Update(id, r => (r.Status, r.Outcome) = (IncidentStatus.Closed, IncidentOutcome.NoMisuse)), _school.As("head"));
        var history = (await _school.RunAsync(new GetPolicyIncident { Id = [id], History = true }, _school.As("head"))).Of<IncidentHistoryEntry>().ToList();
        history.Select(h => h.By).ShouldBe(["Hana Teach", "Dee Puty", "Hana Teach"]);
        history[0].Change.ShouldContain("Serious");
        history[1].ShouldSatisfyAllConditions(h => h.Change.ShouldBe("Severity Minor"), h => h.Reason.ShouldBe("A joke among friends"));
        history[2].Change.ShouldBe("Status Closed; Outcome NoMisuse");
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => _school.Store.Execute("UPDATE incident SET fact = '{}'"));
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => _school.Store.Execute("UPDATE incident_update SET fact = '{}'"));
    }

    [Theory]
    [InlineData("head", true, true, true)]
    [InlineData("s.lead", true, true, true)]
    [InlineData("r.safe", true, true, true)]
    [InlineData("it.tech", true, true, false)]
    [InlineData("d.prot", false, true, false)]
    [InlineData("n.brown", false, false, false)]
    [InlineData("c.hair", false, false, false)]
    public void Rights_go_by_role(string user, bool opens, bool reads, bool updates)
    {
        var roles = _school.As(user).Roles;
        roles.Overlaps(CommandTable.For(typeof(NewPolicyIncident)).Roles).ShouldBe(opens);
        roles.Overlaps(CommandTable.For(typeof(GetPolicyIncident)).Roles).ShouldBe(reads);
        roles.Overlaps(CommandTable.For(typeof(UpdatePolicyIncident)).Roles).ShouldBe(updates);
    }

    [Fact]
    public async Task A_technician_sees_id_type_and_status_of_their_own_and_whom_to_tell_when_they_open_it()
    {
        await Open();
        var own = (await _school.RunAsync(Request(r => r.Summary = "Shouted in a chat"), _school.As("it.tech"))).Of<PolicyIncident>().Single();
        own.Route.ShouldNotBeEmpty();
        var read = (await _school.RunAsync(new GetPolicyIncident(), _school.As("it.tech"))).Of<PolicyIncident>().ShouldHaveSingleItem();
        read.ShouldBe(new PolicyIncident { Id = "I-0002", Type = IncidentType.Bullying, Status = IncidentStatus.Open, Users = read.Users, Route = read.Route });
        read.Users.ShouldBeEmpty();
        read.Route.ShouldBeEmpty();
        (await _school.RunAsync(new GetPolicyIncident(), _school.As("it.two"))).Outputs.ShouldBeEmpty();
        (await _school.RunAsync(new GetPolicyIncident { User = ["n.obrien"] }, _school.As("it.tech"))).Outputs.ShouldBeEmpty();
        (await _school.RunAsync(new GetPolicyIncident { Id = ["I-0001"] }, _school.As("it.tech"))).Faults.ShouldHaveSingleItem().Id.ShouldBe("IncidentNotFound");
        (await _school.RunAsync(new GetPolicyIncident { History = true }, _school.As("it.tech"))).Of<IncidentHistoryEntry>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_sees_updates_or_opens_an_incident_about_themself()
    {
        await Open(r => r.User = ["s.lead"]);
        (await _school.RunAsync(new GetPolicyIncident(), _school.As("s.lead"))).Outputs.ShouldBeEmpty();
        (await FaultOf(Update("I-0001", r => r.Status = IncidentStatus.Investigating), "s.lead")).Id.ShouldBe("IncidentNotFound");
        (await _school.RunAsync(Request(r => r.User = ["head"]), _school.As("head"))).Faults.ShouldHaveSingleItem().Id.ShouldBe("IncidentOfSelf");

        // Whom it turns out to concern later sees it no longer either.
        (await Open(r => r.User = [])).Id.ShouldBe("I-0002");
        await _school.RunAsync(Update("I-0002", r => r.User = ["deputy"]), _school.As("head"));
        (await _school.RunAsync(new GetPolicyIncident(), _school.As("deputy"))).Of<PolicyIncident>().Select(i => i.Id).ShouldBe(["I-0001"]);
    }

    [Fact]
    public async Task The_data_protection_officer_gets_counts_and_no_names()
    {
        await Open();
        await Open(r => r.Summary = "Again");
        var sink = await _school.RunAsync(new GetPolicyIncident(), _school.As("d.prot"));
        sink.Outputs.ShouldHaveSingleItem().ShouldBe(new IncidentCount(IncidentType.Bullying, IncidentSeverity.Serious, IncidentStatus.Open, 2));
    }

    [Fact]
    public async Task Each_reading_is_in_the_trail_and_the_trail_holds_nothing_of_an_incident()
    {
        await Open(r => r.Summary = "Zanzibar post");
        await _school.RunAsync(Update("I-0001", r => (r.Status, r.Reason) = (IncidentStatus.Investigating, "Talk on Quinquagesima")), _school.As("deputy"));
        foreach (var reader in new[] { "deputy", "it.tech", "d.prot" })
        {
            await _school.RunAsync(new GetPolicyIncident(), _school.As(reader));
        }

        var entries = (await _school.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().Where(e => e.Command.EndsWith("-PolicyIncident", StringComparison.Ordinal)).ToList();
        entries.Count(e => e.Command is "Get-PolicyIncident").ShouldBe(3);
        var text = string.Concat(entries.Select(e => $"{e.Clause} {e.Subject} {e.Before} {e.After}"));
        foreach (var word in new[] { "Zanzibar", "Quinquagesima", "Bullying", _school.IdOf("n.obrien"), "Investigating" })
        {
            text.ShouldNotContain(word);
        }
    }

    [Theory]
    [InlineData("Seen at bad.example on PC-07")]
    [InlineData("Seen at bad[.]example")]
    [InlineData("Seen at bad dot example")]
    [InlineData("Host 192.0.2.7 on Monday")]
    [InlineData("hxxp://bad/x")]
    public async Task Nothing_that_leads_to_abuse_material_is_written_down(string summary)
    {
        (await FaultOf(Request(r => (r.Type, r.Summary) = (IncidentType.ChildAbuseMaterial, summary)), "head")).Id.ShouldBe("IncidentTextHasAddress");
        _school.Store.Incidents.LoadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task Times_and_devices_of_abuse_material_may_be_written_and_the_steps_say_not_to_open_it()
    {
        var made = await Open(r => (r.Type, r.Summary) = (IncidentType.ChildAbuseMaterial, "A pop-up on PC-07 at 09.45, noticed by Mr. Brown"));
        made.AddressesWithheld.ShouldBe(true);
        made.Route[0].ShouldContain("Do not open, copy");
        made.Route.ShouldContain(s => s.StartsWith("Tell the police", StringComparison.Ordinal));
        (await FaultOf(Update(made.Id, r => (r.Status, r.Reason) = (IncidentStatus.Investigating, "It was on bad.example")), "head")).Id.ShouldBe("IncidentTextHasAddress");
        (await FaultOf(Request(r => r.Summary = "Mail from mum@gmail.com"), "head")).Id.ShouldBe("IncidentTextHasAddress");
    }

    [Fact]
    public async Task What_if_records_nothing()
    {
        await _school.RunAsync(Request(), _school.As("head"), new RecordingSink { Agrees = false });
        _school.Store.Incidents.LoadAll().ShouldBeEmpty();
    }

    private static NewPolicyIncident Request(Action<NewPolicyIncident>? change = null)
    {
        var request = new NewPolicyIncident { Type = IncidentType.Bullying, User = ["n.obrien"], Summary = "Unkind post about a colleague" };
        change?.Invoke(request);
        return request;
    }

    [Fact]
    public async Task Of_several_that_can_not_all_be_changed_none_is()
    {
        var first = await Open();
        var second = await Open();
        (await FaultOf(new UpdatePolicyIncident { Id = [first.Id, "I-0099", second.Id], Status = IncidentStatus.Investigating, Reason = "Both were heard" }, "head")).Id.ShouldBe("IncidentNotFound");
        (await FaultOf(new UpdatePolicyIncident { Id = [first.Id, second.Id], Outcome = IncidentOutcome.Misuse, Reason = "Both were heard" }, "head")).Id.ShouldBe("IncidentNotInvestigated");
        (await _school.RunAsync(new GetPolicyIncident(), _school.As("head"))).Of<PolicyIncident>().ShouldAllBe(static i => i.Status == IncidentStatus.Open);

        await _school.RunAsync(new UpdatePolicyIncident { Id = [first.Id, second.Id], Status = IncidentStatus.Investigating, Reason = "Both were heard" }, _school.As("head"));
        (await _school.RunAsync(new GetPolicyIncident(), _school.As("head"))).Of<PolicyIncident>().ShouldAllBe(static i => i.Status == IncidentStatus.Investigating);
    }

    private static UpdatePolicyIncident Update(string id, Action<UpdatePolicyIncident> change)
    {
        var request = new UpdatePolicyIncident { Id = [id], Reason = "Both were heard" };
        change(request);
        return request;
    }

    private async Task<PolicyIncident> Open(Action<NewPolicyIncident>? change = null) => (await _school.RunAsync(Request(change), _school.As("head"))).Of<PolicyIncident>().Single();

    private Task<Fault> FaultOf(PolicyRequest request, string user) => _school.FaultOfAsync(request, _school.As(user));
}
