using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Registers;

public sealed class AcknowledgementTests
{
    private static readonly AcknowledgedStatement[] All = Enum.GetValues<AcknowledgedStatement>();

    [Fact]
    public async Task Staff_record_their_own_and_nobody_elses_and_see_only_that()
    {
        using var school = await FindingSchool.OpenAsync();
        var own = (await school.RunAsync(new RegisterPolicyAcknowledgement(), school.As("n.obrien"))).Of<PolicyAcknowledgement>().Single();
        own.ShouldSatisfyAllConditions(
            a => a.Id.ShouldBe("AK-0001"),
            a => a.User.ShouldBe("Niamh O'Brien"),
            a => a.RecordedBy.ShouldBe("Niamh O'Brien"),
            a => a.Date.ShouldBe(new DateOnly(2026, 11, 24)),
            a => a.ValidUntil.ShouldBe(new DateOnly(2027, 11, 24)),
            a => a.Statements.ShouldBe([AcknowledgedStatement.PolicyRead]),
            a => a.Outstanding.ShouldBe(All[1..]));
        (await school.FaultOfAsync(new RegisterPolicyAcknowledgement { User = ["n.brown"] }, school.As("n.obrien"))).Id.ShouldBe("AcknowledgementOfOthers");
        await school.RunAsync(new RegisterPolicyAcknowledgement { User = ["n.brown"] }, school.As("head"));
        (await school.RunAsync(new GetPolicyAcknowledgement(), school.As("n.obrien"))).Of<PolicyAcknowledgement>().Single().Id.ShouldBe("AK-0001");
        (await school.FaultOfAsync(new GetPolicyAcknowledgement { User = ["n.brown"] }, school.As("n.obrien"))).Id.ShouldBe("AcknowledgementOfOthers");
        var both = (await school.RunAsync(new GetPolicyAcknowledgement(), school.As("head"))).Of<PolicyAcknowledgement>().ToList();
        both.Select(a => a.RecordedBy).ShouldBe(["Niamh O'Brien", "Hana Teach"]);
        school.MayRun<RegisterPolicyAcknowledgement>("n.obrien").ShouldBeTrue();
    }

    [Fact]
    public async Task A_whole_training_day_is_one_file_and_the_same_file_again_records_nothing()
    {
        using var school = await FindingSchool.OpenAsync();
        var path = school.Write("inset.csv", "User,Statements\nn.obrien,\nn.brown,PolicyRead\nd.puty@rosewood.example,\n");
        var request = new RegisterPolicyAcknowledgement { Path = path, Date = new TimeInput("2026-09-01"), Statement = All };
        var made = (await school.RunAsync(request, school.As("s.lead"))).Of<PolicyAcknowledgement>().ToList();
        made.Select(a => a.Statements.Count).ShouldBe([4, 1, 4]);
        made.ShouldAllBe(a => a.Date == new DateOnly(2026, 9, 1) && a.RecordedBy == "Sol Lead");
        var again = await school.RunAsync(request, school.As("s.lead"));
        again.Outputs.ShouldBeEmpty();
        again.Warnings.ShouldHaveSingleItem().ShouldStartWith("3 entries are in the register already");
        (await school.FaultOfAsync(request, school.As("n.obrien"))).Message.ShouldContain("inset.csv:3");
    }

    [Fact]
    public async Task Outstanding_is_who_is_employed_and_never_too_long_ago_or_of_an_older_version()
    {
        var config = FindingSchool.Config with { Registers = new RegistersConfig { PolicyVersion = "2026", PolicyDate = new DateOnly(2026, 9, 1) } };
        using var school = await FindingSchool.OpenAsync(config);
        await Say("n.obrien", "2026-09-01", null);
        await Say("n.brown", "2026-08-31", null);
        await Say("d.puty", "2026-10-01", "2025");
        (await Of("n.obrien")).ShouldBeNull();
        (await Of("n.brown"))!.Status.ShouldBe(AcknowledgementStatus.OlderVersion);
        (await Of("d.puty"))!.Status.ShouldBe(AcknowledgementStatus.OlderVersion);
        (await Of("s.lead"))!.ShouldSatisfyAllConditions(a => a.Status.ShouldBe(AcknowledgementStatus.Never), a => a.Id.ShouldBeNull(), a => a.Outstanding.ShouldBe(All));
        (await Of("l.eaver")).ShouldBeNull("who has left says nothing any more");

        school.Clock.Now = DateTimeOffset.Parse("2027-09-01T12:00:00+01:00");
        (await Of("n.obrien")).ShouldBeNull("the last day counts");
        school.Clock.Now = DateTimeOffset.Parse("2027-09-02T00:00:01+01:00");
        (await Of("n.obrien"))!.Status.ShouldBe(AcknowledgementStatus.Expired);

        Task Say(string user, string day, string? version) => school.RunAsync(new RegisterPolicyAcknowledgement { User = [user], Date = new TimeInput(day), Version = version, Statement = All }, school.As("head"));

        async Task<PolicyAcknowledgement?> Of(string user) =>
            (await school.RunAsync(new GetPolicyAcknowledgement { Outstanding = true, User = [user] }, school.As("head"))).Of<PolicyAcknowledgement>().SingleOrDefault();
    }

    [Fact]
    public async Task What_has_not_happened_is_not_recorded_and_what_if_records_nothing()
    {
        using var school = await FindingSchool.OpenAsync();
        (await school.FaultOfAsync(new RegisterPolicyAcknowledgement { Date = new TimeInput("2026-11-25") }, school.As("head"))).Id.ShouldBe("RegisterDateInFuture");
        (await school.FaultOfAsync(new RegisterPolicyAcknowledgement())).Id.ShouldBe("RegisterUserOrPath");
        (await school.FaultOfAsync(new RegisterPolicyAcknowledgement { User = ["head"], Path = "x.csv" })).Id.ShouldBe("RegisterUserOrPath");
        await school.RunAsync(new RegisterPolicyAcknowledgement(), school.As("head"), new RecordingSink { Agrees = false });
        school.Store.Acknowledgements.LoadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_statement_holds_its_clause_until_one_person_is_outstanding()
    {
        using var school = await FindingSchool.OpenAsync();
        string[] clauses = ["TRN-1", "REL-3", "CON-2"];
        foreach (var clause in clauses)
        {
            (await school.ControlAsync(clause)).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldStartWith("Nobody's acknowledgement"));
        }

        var staff = AcknowledgementRegister.Staff(school.Context("x").LoadPeople(), school.Clock.Now.UtcTicks);
        await school.RunAsync(new RegisterPolicyAcknowledgement { User = [.. staff.Select(p => p.UserPrincipalName)], Statement = All, Date = new TimeInput("2026-11-02") }, school.As("head"));
        foreach (var clause in clauses)
        {
            (await school.ControlAsync(clause)).ShouldSatisfyAllConditions(
                c => c.Status.ShouldBe(ControlStatus.Recorded),
                c => c.Evidence.ShouldContain($"{staff.Count} of {staff.Count} members of staff"),
                c => c.Evidence.ShouldContain("2026-11-02"),
                c => c.EvidenceAt.ShouldBe(school.Clock.Now));
        }

        // Somebody new who has said only one thing.
        await school.RunAsync(new ImportPolicyPerson { Path = school.Write("staff.csv", FindingSchool.People + "z.new@rosewood.example,Zoë New,Teacher,z.new,,,2026-11-23,\n") });
        await school.RunAsync(new RegisterPolicyAcknowledgement { User = ["z.new"], Statement = [AcknowledgedStatement.NamesNobody] }, school.As("head"));
        (await school.ControlAsync("CON-2")).Status.ShouldBe(ControlStatus.Recorded);
        (await school.ControlAsync("REL-3")).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldStartWith("Outstanding: 1."));
        (await school.ControlAsync("TRN-1")).Status.ShouldBe(ControlStatus.NotCovered);

        school.Clock.Now = school.Clock.Now.AddYears(1);
        (await school.ControlAsync("CON-2")).Evidence.ShouldStartWith($"Outstanding: {staff.Count}.");
    }
}
