using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Governance.Holds;

public sealed class PolicyLegalHoldTests
{
    [Fact]
    public async Task A_hold_is_recorded_shown_and_cleared_and_each_step_is_in_the_trail()
    {
        using var school = await FindingSchool.OpenAsync();
        var dpo = school.As("d.prot");
        var set = (await school.RunAsync(new SetPolicyLegalHold { User = "n.obrien", Class = DataClassName.Visits, From = new TimeInput("2026-11-01"), Reason = "Claim", Reference = "ET-1" }, dpo)).Of<PolicyLegalHold>().Single();
        set.ShouldSatisfyAllConditions(h => h.Id.ShouldBe("H-0001"), h => h.User.ShouldBe("Niamh O'Brien"), h => h.InForce.ShouldBeTrue(), h => h.To.ShouldBeNull(), h => h.SetBy.ShouldBe("Dora Prot"));

        (await school.RunAsync(new GetPolicyLegalHold(), school.As("h.teach"))).Of<PolicyLegalHold>().Single().ShouldBe(set);
        (await school.RunAsync(new ClearPolicyLegalHold { Id = ["h-0001"], Reason = "Settled" }, dpo)).Of<PolicyLegalHold>().Single().ClearedReason.ShouldBe("Settled");
        (await school.RunAsync(new GetPolicyLegalHold(), dpo)).Of<PolicyLegalHold>().ShouldBeEmpty();
        (await school.RunAsync(new GetPolicyLegalHold { IncludeCleared = true }, dpo)).Of<PolicyLegalHold>().Single().InForce.ShouldBeFalse();
        (await school.FaultOfAsync(new ClearPolicyLegalHold { Id = ["H-0001"], Reason = "Again" }, dpo)).Id.ShouldBe("LegalHoldCleared");
        (await school.FaultOfAsync(new ClearPolicyLegalHold { Id = ["H-0009"], Reason = "Again" }, dpo)).Id.ShouldBe("LegalHoldNotFound");
        school.Store.Audit.Read().Count(r => r.Command.EndsWith("-PolicyLegalHold", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task A_hold_needs_a_scope_a_time_that_runs_forward_and_words()
    {
        using var school = await FindingSchool.OpenAsync();
        var dpo = school.As("d.prot");
        Should.Throw<FaultException>(() => new SetPolicyLegalHold { Reason = "x", Reference = "y" }.Validate()).Fault.Id.ShouldBe("LegalHoldScopeMissing");
        Should.Throw<FaultException>(() => new SetPolicyLegalHold { User = "n.obrien", Reason = "x" }.Validate()).Fault.Id.ShouldBe("RegisterTextMissing");
        (await school.FaultOfAsync(new SetPolicyLegalHold { User = "n.obrien", From = new TimeInput("2026-11-02"), To = new TimeInput("2026-11-01"), Reason = "x", Reference = "y" }, dpo)).Id.ShouldBe("LegalHoldPeriodEmpty");
    }

    [Fact]
    public async Task In_the_trail_a_hold_is_for_those_who_keep_holds_and_not_for_whom_it_is_about()
    {
        using var school = await FindingSchool.OpenAsync();
        await school.RunAsync(new SetPolicyLegalHold { User = "head", Reason = "Quixotic claim", Reference = "ET-1" }, school.As("d.prot"));
        await school.RunAsync(new GetPolicyLegalHold(), school.As("d.puty"));
        await school.RunAsync(new ClearPolicyLegalHold { Id = ["H-0001"], Reason = "Quixotic end" }, school.As("d.prot"));
        var head = school.IdOf("head");
        foreach (var (reader, sees) in new[] { ("d.prot", true), ("d.puty", true), ("it.tech", false), ("r.safe", false) })
        {
            var shown = string.Concat((await school.RunAsync(new GetPolicyAudit { Command = ["*-PolicyLegalHold"] }, school.As(reader))).Of<AuditEntry>().Select(static e => e.ToString()));
            (shown.Contains(head, StringComparison.Ordinal), shown.Contains("Quixotic", StringComparison.Ordinal)).ShouldBe((sees, sees), reader);
            shown.ShouldContain("H-0001");
        }

        // Who is held does not even learn that there is a hold: setting, reading and clearing it are entries of which nothing is said.
        (await school.RunAsync(new GetPolicyAudit { Command = ["*-PolicyLegalHold"] }, school.As("h.teach"))).Of<AuditEntry>().ShouldBeEmpty();
        var all = (await school.RunAsync(new GetPolicyAudit(), school.As("h.teach"))).Of<AuditEntry>().ToList();
        all.Count(static e => e is { Operator: "(withheld)", Command: "(withheld)", Clause: "(withheld)", Subject: "(withheld)", Before: null, After: null }).ShouldBe(3);
        string.Concat(all.Select(static e => e.ToString())).ShouldNotContain("H-0001");
    }

    [Fact]
    public async Task Nobody_clears_a_hold_about_themself()
    {
        using var school = await FindingSchool.OpenAsync();
        await school.RunAsync(new SetPolicyLegalHold { User = "head", Reason = "Claim", Reference = "ET-1" }, school.As("d.prot"));
        (await school.FaultOfAsync(new ClearPolicyLegalHold { Id = ["H-0001"], Reason = "Mine" }, school.As("h.teach"))).Id.ShouldBe("LegalHoldOfSelf");
    }

    [Fact]
    public async Task A_hold_in_force_cannot_be_taken_out_of_the_store_or_edited()
    {
        using var school = await FindingSchool.OpenAsync();
        await school.RunAsync(new SetPolicyLegalHold { User = "n.obrien", Reason = "Claim", Reference = "ET-1" }, school.As("d.prot"));
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => Rosewood.PolicyAdmin.Storage.SqliteExtensions.Execute(school.Store, "DELETE FROM legal_hold")).Message.ShouldContain("stays");
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => Rosewood.PolicyAdmin.Storage.SqliteExtensions.Execute(school.Store, "UPDATE legal_hold SET to_at = from_at + 1")).Message.ShouldContain("never edited");
    }

    [Theory]
    [InlineData("Set-PolicyLegalHold")]
    [InlineData("Clear-PolicyLegalHold")]
    [InlineData("Get-PolicyLegalHold")]
    public void Holds_are_for_the_data_protection_officer_and_SLT(string command) =>
        CommandTable.All.Single(c => c.Name.Equals(command, StringComparison.Ordinal)).Roles.ShouldBe(RoleSet.SeniorLeadership.With(Role.DataProtectionOfficer));
}
