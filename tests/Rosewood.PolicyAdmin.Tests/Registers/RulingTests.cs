using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Registers.Rulings;
using Rosewood.PolicyAdmin.Tests.Correspondence;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Registers;

public sealed class RulingTests
{
    [Fact]
    public async Task A_ruling_tells_what_was_decided_by_whom_and_until_when()
    {
        using var school = await FindingSchool.OpenAsync();
        var sink = await school.RunAsync(Ruling(r => (r.DecidedBy, r.Until, r.From) = ("deputy", new TimeInput("2026-12-31"), new TimeInput("2026-01-01"))), school.As("head"));
        sink.Warnings.ShouldBeEmpty();
        sink.Of<SltRuling>().Single().ShouldSatisfyAllConditions(
            r => r.Id.ShouldBe("SR-0001"),
            r => r.Domain.ShouldBe("letters.hospital.example"),
            r => r.DecidedBy.ShouldBe("Dee Puty"),
            r => r.RecordedBy.ShouldBe("Hana Teach"),
            r => r.From.ShouldBe(school.Clock.Now, "nothing is permitted after the fact"),
            r => r.Until.ShouldBe(DateTimeOffset.Parse("2027-01-01T00:00:00+00:00")),
            r => r.Status.ShouldBe(RulingStatus.Active));
        school.MayRun<NewSltRuling>("it.tech").ShouldBeFalse();
        school.MayRun<GetSltRuling>("it.tech").ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_ruling_does_not_do_is_said()
    {
        using var school = await FindingSchool.OpenAsync();
        (await Warnings("WhatsApp")).ShouldContain(w => w.Contains("Grant-SocialMediaAccess", StringComparison.Ordinal));
        (await Warnings("Photo Share")).ShouldHaveSingleItem().ShouldContain("names no domain");
        (await Warnings("https://letters.hospital.example/login")).ShouldBeEmpty();
        (await Warnings("gmail.com")).ShouldContain(w => w.Contains("COM-1", StringComparison.Ordinal));
        async Task<List<string>> Warnings(string system) => (await school.RunAsync(Ruling(r => r.System = system), school.As("head"))).Warnings;
    }

    [Fact]
    public async Task Faults_name_what_is_wrong()
    {
        using var school = await FindingSchool.OpenAsync();
        (await Id(r => r.System = "mum@gmail.com")).ShouldBe("RulingSystemInvalid");
        (await Id(r => r.System = "01632 960001")).ShouldBe("RulingSystemInvalid");
        (await Id(r => r.System = "mail.rosewood.example")).ShouldBe("RulingSystemIsSchools");
        (await Id(r => r.System = "https://mail.rosewood.example/inbox")).ShouldBe("RulingSystemIsSchools");
        (await Id(r => r.DecidedBy = "n.obrien")).ShouldBe("RegisterLeaderNotSlt");
        (await Id(r => r.Reason = " ")).ShouldBe("RegisterTextMissing");
        (await Id(r => r.Ruling = null)).ShouldBe("RegisterWordUnknown");
        (await Id(r => r.Until = new TimeInput("2026-11-01"))).ShouldBe("RegisterPeriodEmpty");
        school.Store.Rulings.LoadAll().ShouldBeEmpty();
        async Task<string> Id(Action<NewSltRuling> change) => (await school.FaultOfAsync(Ruling(change), school.As("head"))).Id;
    }

    [Fact]
    public async Task A_closed_one_is_shown_as_it_stood_and_is_closed_once()
    {
        using var school = await FindingSchool.OpenAsync();
        await school.RunAsync(Ruling(_ => { }), school.As("head"));
        school.Clock.Now = school.Clock.Now.AddDays(3);
        (await school.RunAsync(new CloseSltRuling { Id = ["sr-0001"], Reason = "Own portal" }, school.As("deputy"))).Of<SltRuling>().Single().Status.ShouldBe(RulingStatus.Closed);
        (await school.FaultOfAsync(new CloseSltRuling { Id = ["SR-0001"] }, school.As("deputy"))).Id.ShouldBe("RegisterEntryEnded");
        (await school.RunAsync(new GetSltRuling())).Outputs.ShouldBeEmpty();
        (await school.RunAsync(new GetSltRuling { IncludeEnded = true })).Of<SltRuling>().Single().ClosedReason.ShouldBe("Own portal");
        (await school.RunAsync(new GetSltRuling { At = new TimeInput("2026-11-25") })).Of<SltRuling>().Single().Status.ShouldBe(RulingStatus.Active);
        (await school.RunAsync(new GetSltRuling { At = new TimeInput("2026-11-23") })).Outputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finding_that_a_ruling_explains_stays_and_names_it()
    {
        using var school = await MailSchool.OpenAsync();
        var rules = $$"""[{"MailboxOwnerId":"{{MailSchool.Daniel}}","Enabled":true,"ForwardTo":["tickets@desk.supplier.example"]}]""";
        (await school.FindOneAsync(rules: rules)).DeclaredAs.ShouldBeNull();
        await Rule("supplier.example", RulingKind.Permitted);
        var found = await school.FindOneAsync(rules: rules);
        (found.Kind, found.DeclaredAs).ShouldBe((CorrespondenceKind.InboxRuleForward, "COM-4 SR-0001"));

        // SLT thinks better of it: what was recorded last counts.
        await Rule("desk.supplier.example", RulingKind.Refused);
        (await school.FindOneAsync(rules: rules)).DeclaredAs.ShouldBeNull();
        await school.Workspace.RunAsync(new CloseSltRuling { Id = ["SR-0002"] }, school.Workspace.As("head"));
        school.Workspace.Clock.Now = school.Workspace.Clock.Now.AddTicks(1);
        (await school.FindOneAsync(rules: rules)).DeclaredAs.ShouldBe("COM-4 SR-0001");

        Task Rule(string system, RulingKind kind) => school.Workspace.RunAsync(Ruling(r => (r.System, r.Ruling, r.DecidedBy) = (system, kind, "head")), school.Workspace.As("head"));
    }

    [Theory]
    [InlineData("2026-10-01T09:00:00+00:00", true)]
    [InlineData("2026-10-21T09:00:00+00:00", false)]
    public async Task A_conversation_elsewhere_is_explained_only_while_the_ruling_held(string ruled, bool isExplained)
    {
        using var school = await MailSchool.OpenAsync();
        school.Workspace.Clock.Now = DateTimeOffset.Parse(ruled);
        await school.Workspace.RunAsync(Ruling(r => r.System = "gmail.com"), school.Workspace.As("head"));
        school.Workspace.Clock.Now = DateTimeOffset.Parse("2026-11-24T09:00:00+00:00");
        var (two, daniel) = (MailSchool.Two, MailSchool.Daniel);
        school.Ordinary()
            .Headed("2026-10-20T10:00:00Z", two, "a@btinternet.com", [daniel], "CAxyz@mail.gmail.com")
            .Headed("2026-10-21T10:00:00Z", two, "b@btinternet.com", [daniel], "CAxyy@mail.gmail.com")
            .Headed("2026-10-22T10:00:00Z", two, "c@btinternet.com", [daniel], "CAxyw@mail.gmail.com");
        var finding = await school.FindOneAsync();
        finding.Kind.ShouldBe(CorrespondenceKind.OffSystemThread);
        finding.DeclaredAs.ShouldBe(isExplained ? "COM-4 SR-0001" : null);
    }

    [Fact]
    public async Task Rulings_in_force_hold_the_clause_where_no_mail_was_looked_at()
    {
        using var school = await FindingSchool.OpenAsync();
        (await school.ControlAsync("COM-4")).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("No ruling of leadership is on record"));
        await school.RunAsync(Ruling(_ => { }), school.As("head"));
        (await school.ControlAsync("COM-4")).ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(ControlStatus.Recorded),
            c => c.Evidence.ShouldStartWith("1 ruling in force of 1, the last recorded on 2026-11-24."),
            c => c.EvidenceAt.ShouldBe(school.Clock.Now));
        await school.RunAsync(new CloseSltRuling { Id = ["SR-0001"] }, school.As("head"));
        school.Clock.Now = school.Clock.Now.AddMinutes(1);
        (await school.ControlAsync("COM-4")).Status.ShouldBe(ControlStatus.NotCovered);
    }

    private static NewSltRuling Ruling(Action<NewSltRuling> change)
    {
        var request = new NewSltRuling { Subject = "Hospital letters", Ruling = RulingKind.Permitted, System = "letters.hospital.example", Reason = "The hospital sends no other way" };
        change(request);
        return request;
    }
}
