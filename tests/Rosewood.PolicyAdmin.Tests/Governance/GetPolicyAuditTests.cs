using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Governance;

public sealed class GetPolicyAuditTests
{
    [Fact]
    public async Task Entries_are_shown_in_local_time_with_names_values_and_hash()
    {
        using var workspace = Filled();
        var entries = (await workspace.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().ToList();

        entries.Count.ShouldBe(4);
        entries[0].ShouldSatisfyAllConditions(
            e => e.Sequence.ShouldBe(1),
            e => e.At.ShouldBe(new DateTimeOffset(2026, 9, 2, 9, 0, 0, TimeSpan.FromHours(1))),
            e => e.At.Offset.ShouldBe(TimeSpan.FromHours(1)),
            e => e.Operator.ShouldBe("it.tech"),
            e => e.Before.ShouldBeNull(),
            e => e.After.ShouldBe("{\"Colour\":\"green\"}"),
            e => e.Hash.ShouldMatch("^[0-9a-f]{64}$"));
        entries[^1].Hash.ShouldBe(AuditVerifier.Verify(workspace.Store, null).Head);
    }

    [Fact]
    public async Task An_operator_who_is_not_on_the_roster_keeps_their_id()
    {
        using var workspace = Filled();
        (await workspace.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().Last().Operator.ShouldBe("P-0099");
    }

    [Fact]
    public async Task From_and_To_are_half_open_and_a_date_includes_its_day()
    {
        using var workspace = Filled();
        await ShouldGive(workspace, new GetPolicyAudit { From = new TimeInput("2026-11-24") }, 2, 3, 4);
        await ShouldGive(workspace, new GetPolicyAudit { To = new TimeInput("2026-11-24") }, 1, 2);
        await ShouldGive(workspace, new GetPolicyAudit { From = new TimeInput("2026-11-24T10:00"), To = new TimeInput("2026-11-25T10:00") }, 2);
        await ShouldGive(workspace, new GetPolicyAudit { From = new TimeInput("2027-01-01") });
    }

    [Fact]
    public async Task Command_takes_wildcards_without_case_and_Last_counts_after_it()
    {
        using var workspace = Filled();
        await ShouldGive(workspace, new GetPolicyAudit { Command = ["import-*"] }, 2, 3);
        await ShouldGive(workspace, new GetPolicyAudit { Command = ["Import-PolicyPerson", "New-SafeguardingKey"] }, 2, 3, 4);
        await ShouldGive(workspace, new GetPolicyAudit { Last = 2 }, 3, 4);
        await ShouldGive(workspace, new GetPolicyAudit { Command = ["Import-*"], Last = 1 }, 3);
        await ShouldGive(workspace, new GetPolicyAudit { Last = int.MaxValue }, 1, 2, 3, 4);
    }

    [Fact]
    public async Task User_takes_an_account_or_an_id_that_has_acted()
    {
        using var workspace = Filled();
        await ShouldGive(workspace, new GetPolicyAudit { User = "IT.Tech" }, 1);
        await ShouldGive(workspace, new GetPolicyAudit { User = "P-0099" }, 4);
        (await workspace.FaultOfAsync(new GetPolicyAudit { User = "nobody at all" })).Kind.ShouldBe(FaultKind.NotFound);
    }

    [Fact]
    public async Task What_is_in_a_register_is_not_in_the_trail_and_whom_it_is_about_only_for_its_readers()
    {
        using var school = await FindingSchool.OpenAsync();
        var head = school.As("head");
        await school.RunAsync(new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1042", Relationship = "Quixotic aunt" }, head);
        await school.RunAsync(new UpdateRelationshipDeclaration { Id = ["R-0001"], Boundaries = "No quixotic lifts" }, head);
        await school.RunAsync(new CloseRelationshipDeclaration { Id = ["R-0001"] }, head);
        await school.RunAsync(new NewFamilyContactAgreement { User = "n.obrien", FamilyId = "F-1042", Reason = "Quixotic travels" }, head);
        await school.RunAsync(new RegisterRecruitmentRecord { Candidate = "Quixotic Candidate", Post = "Cook", InterviewDate = new TimeInput("2026-11-02") }, head);
        await school.RunAsync(new RegisterRecruitmentRecord { Id = "IV-0001", Outcome = RecruitmentOutcome.Unsuccessful }, head);

        foreach (var value in school.Store.Query("SELECT coalesce(before, '') || coalesce(after, '') FROM audit_value", [], static r => r.GetString(0)))
        {
            value.ShouldNotContain("uixotic");
            value.ShouldNotContain("F-1042");
            value.ShouldNotContain("Unsuccessful");
        }

        var person = school.IdOf("n.obrien");
        var seen = await Entries("head");
        seen.Count.ShouldBe(6);
        seen.Count(e => e.Subject.Contains(person, StringComparison.Ordinal)).ShouldBe(4);
        seen.ShouldAllBe(e => !$"{e.Before}{e.After}".Contains("for those who", StringComparison.Ordinal));
        var hidden = await Entries("it.tech");
        hidden.Select(e => e.Subject).ShouldBe(["R-0001", "R-0001", "R-0001", "F-0002", "IV-0001", "IV-0001"]);
        hidden.ShouldAllBe(e => e.After == "(for those who may read the register)");

        // The data protection officer reads the registers of families, and not that of candidates.
        var officer = await Entries("d.prot");
        officer.Count(e => e.Subject.Contains(person, StringComparison.Ordinal)).ShouldBe(4);
        officer.Where(e => e.Clause is "REC-1").ShouldAllBe(e => e.After == "(for those who may read the register)");

        async Task<List<AuditEntry>> Entries(string reader) =>
            [.. (await school.RunAsync(new GetPolicyAudit(), school.As(reader))).Of<AuditEntry>().Where(e => e.Clause is "REL-1" or "REL-2" or "REC-1")];
    }

    [Fact]
    public async Task Erased_values_say_so()
    {
        using var workspace = Filled();
        workspace.Store.Execute("DELETE FROM audit_value WHERE seq = 2");
        var entry = (await workspace.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().Single(e => e.Sequence == 2);
        entry.ShouldSatisfyAllConditions(e => e.Before.ShouldBe("(erased)"), e => e.After.ShouldBe("(erased)"));
    }

    [Fact]
    public async Task Safeguarding_values_are_shown_to_the_safeguarding_lead_alone()
    {
        using var workspace = Filled();
        (await workspace.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().Last().After.ShouldBe("(for those who may read the register)");
        var lead = new Operator("dsl", Person: null, RoleSet.Of(Role.SafeguardingLead));
        (await workspace.RunAsync(new GetPolicyAudit(), lead)).Of<AuditEntry>().Last().After!.ShouldContain("a fingerprint");
    }

    [Fact]
    public async Task Impossible_requests_are_refused()
    {
        using var workspace = Filled();
        (await workspace.FaultOfAsync(new GetPolicyAudit { Last = 0 })).Id.ShouldBe("LastInvalid");
        (await workspace.FaultOfAsync(new GetPolicyAudit { From = new TimeInput("2026-11-25"), To = new TimeInput("2026-11-23") })).Id.ShouldBe("IntervalEmpty");
    }

    [Fact]
    public async Task A_broken_trail_is_an_object_and_a_fault_and_a_whole_one_no_fault()
    {
        using var workspace = Filled();
        (await workspace.RunAsync(new TestPolicyAudit())).Faults.ShouldBeEmpty();
        StoreDamage.Tamper(workspace.Store, "UPDATE audit SET clause = 'USE-9' WHERE seq = 2");
        var sink = await workspace.RunAsync(new TestPolicyAudit());
        sink.Of<AuditProof>().Single().BrokenAt.ShouldBe(2);
        sink.Faults.Single().ShouldSatisfyAllConditions(f => f.Id.ShouldBe("AuditBroken"), f => f.Kind.ShouldBe(FaultKind.Corrupt));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public async Task A_head_that_is_none_is_refused(string head)
    {
        using var workspace = Filled();
        (await workspace.FaultOfAsync(new TestPolicyAudit { ExpectedHead = head })).Id.ShouldBe("AuditHeadInvalid");
    }

    private static async Task ShouldGive(TempWorkspace workspace, GetPolicyAudit request, params long[] sequences) =>
        (await workspace.RunAsync(request)).Of<AuditEntry>().Select(e => e.Sequence).ShouldBe(sequences);

    private static TempWorkspace Filled()
    {
        var workspace = new TempWorkspace();
        Append("Initialize-PolicyWorkspace", "account:it.tech", "2026-09-02T08:00:00Z", "GOV-1", null, new { Colour = "green" });
        Append("Import-PolicyPerson", "P-0001", "2026-11-24T10:00:00Z", "GOV-1", "a", "b");
        Append("Import-PolicyPerson", "P-0001", "2026-11-25T10:00:00Z", "GOV-1", null, null);
        Append("New-SafeguardingKey", "P-0099", "2026-11-26T10:00:00Z", "SAF-1", null, "a fingerprint");
        return workspace;

        void Append(string command, string op, string at, string clause, object? before, object? after)
        {
            using var change = workspace.Store.BeginChange(new AuditOrigin(command, op, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));
            change.Audit(clause, "S-1", before, after);
            change.Commit();
        }
    }
}
