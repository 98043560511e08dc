using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Registers.Rulings;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Registers;

/// <summary>What a Get- command prints as CSV can be read into another workspace, and gives the same.</summary>
public sealed class RegisterFileTests
{
    private const string Hostile = "=HYPERLINK(\"x\"), “Aïsha’s” aunt; Zoë";

    [Fact]
    public async Task Declarations_go_out_and_come_back_the_same()
    {
        using var old = await FindingSchool.OpenAsync();
        await old.RunAsync(new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1042", Relationship = Hostile, Since = new TimeInput("2019-07-01"), Boundaries = "-1 lesson, \"no\" lifts", ReviewDate = new TimeInput("2027-03-28"), DeclaredTo = "deputy" }, old.As("head"));
        await old.RunAsync(new NewRelationshipDeclaration { User = "n.brown", FamilyId = "F-7", Relationship = "Neighbours" }, old.As("head"));
        await old.RunAsync(new NewRelationshipDeclaration { User = "n.brown", FamilyId = "F-8", Relationship = "Cousins" }, old.As("head"));
        await old.RunAsync(new CloseRelationshipDeclaration { Id = ["R-0003"] }, old.As("head"));
        old.Clock.Now = old.Clock.Now.AddMinutes(1);
        var before = await old.RunAsync(new GetRelationshipDeclaration { IncludeEnded = true }, old.As("head"));

        using var fresh = await FindingSchool.OpenAsync();
        var request = new NewRelationshipDeclaration { Path = fresh.Write("declarations.csv", before.Csv()) };
        (await fresh.RunAsync(request, fresh.As("head"))).Warnings.ShouldHaveSingleItem().ShouldStartWith("1 row was over");
        var after = (await fresh.RunAsync(new GetRelationshipDeclaration(), fresh.As("head"))).Of<RelationshipDeclaration>().ToList();
        after.Select(Bare).ShouldBe(before.Of<RelationshipDeclaration>().Where(d => d.Status == FamilyLinkStatus.Active).Select(Bare));
        after[0].Relationship.ShouldBe(Hostile);
        (await fresh.RunAsync(request, fresh.As("head"))).Warnings.ShouldContain(w => w.StartsWith("2 entries are in the register already", StringComparison.Ordinal));
        fresh.Store.FamilyLinks.LoadAll().Count.ShouldBe(2);

        static object Bare(RelationshipDeclaration d) => (d.User, d.FamilyId, d.Relationship, d.Since, d.Boundaries, d.ReviewDate, d.DeclaredTo, d.Status);
    }

    [Fact]
    public async Task Agreements_go_out_and_come_back_the_same_and_never_count_before_they_come_back()
    {
        using var old = await FindingSchool.OpenAsync();
        await old.RunAsync(new NewFamilyContactAgreement { User = "n.obrien", FamilyId = "F-1042", Reason = Hostile, Service = ["whatsapp", "Facebook"], AgreedBy = "deputy", Until = new TimeInput("2027-03-28") }, old.As("head"));
        await old.RunAsync(new NewFamilyContactAgreement { User = "n.brown2", FamilyId = "F-7", Reason = "Abroad", From = new TimeInput("2026-12-24T08:30") }, old.As("head"));
        var before = await old.RunAsync(new GetFamilyContactAgreement(), old.As("head"));
        using var fresh = await FindingSchool.OpenAsync();
        await fresh.RunAsync(new NewFamilyContactAgreement { Path = fresh.Write("agreements.csv", before.Csv()) }, fresh.As("head"));
        (await fresh.RunAsync(new GetFamilyContactAgreement(), fresh.As("head"))).Of<FamilyContactAgreement>().Select(Bare).ShouldBe(before.Of<FamilyContactAgreement>().Select(Bare));

        using var late = await FindingSchool.OpenAsync();
        late.Clock.Now = late.Clock.Now.AddDays(7);
        await late.RunAsync(new NewFamilyContactAgreement { Path = late.Write("agreements.csv", before.Csv()) }, late.As("head"));
        late.Store.FamilyLinks.LoadAll()[0].Fact.From.ShouldBe(late.Clock.Now);

        static object Bare(FamilyContactAgreement a) => (a.User, a.FamilyId, string.Join('|', a.Services), a.Reason, a.AgreedBy, a.From, a.Until, a.Status);
    }

    [Fact]
    public async Task Acknowledgements_interviews_and_rulings_go_out_and_come_back_the_same()
    {
        using var old = await FindingSchool.OpenAsync();
        var head = old.As("head");
        await old.RunAsync(new RegisterPolicyAcknowledgement { User = ["n.obrien", "n.brown"], Date = new TimeInput("2026-09-01"), Version = "@2026 – neu", Statement = Enum.GetValues<AcknowledgedStatement>() }, head);
        await old.RunAsync(new RegisterRecruitmentRecord { Candidate = "Siân O'Hara-Ölçer", Post = "+1 assistant; part time", InterviewDate = new TimeInput("2026-10-25"), SocialMediaDiscussed = true, PostsLookedThrough = true, User = "n.brown", OutcomeDate = new TimeInput("2026-11-02") }, head);
        await old.RunAsync(new RegisterRecruitmentRecord { Candidate = "李 小龍", Post = "Cook", InterviewDate = new TimeInput("2026-10-26"), Outcome = RecruitmentOutcome.Unsuccessful }, head);
        await old.RunAsync(new RegisterRecruitmentRecord { Candidate = "Open", Post = "Cook", InterviewDate = new TimeInput("2026-10-26") }, head);
        await old.RunAsync(new NewSltRuling { Subject = Hostile, Ruling = RulingKind.Refused, System = "bücher.example", Reason = "Aïsha’s view", Until = new TimeInput("2026-12-31T12:00") }, head);

        using var fresh = await FindingSchool.OpenAsync();
        var said = await old.RunAsync(new GetPolicyAcknowledgement(), head);
        await fresh.RunAsync(new RegisterPolicyAcknowledgement { Path = fresh.Write("said.csv", said.Csv()) }, fresh.As("head"));
        (await fresh.RunAsync(new GetPolicyAcknowledgement(), fresh.As("head"))).Csv().ShouldBe(said.Csv());
        var interviews = await old.RunAsync(new GetRecruitmentRecord(), head);
        await fresh.RunAsync(new RegisterRecruitmentRecord { Path = fresh.Write("interviews.csv", interviews.Csv()) }, fresh.As("head"));
        (await fresh.RunAsync(new GetRecruitmentRecord(), fresh.As("head"))).Csv().ShouldBe(interviews.Csv());
        (await fresh.RunAsync(new RegisterRecruitmentRecord { Path = Path.Combine(fresh.Folder, "interviews.csv") }, fresh.As("head"))).Outputs.ShouldBeEmpty();
        var rulings = await old.RunAsync(new GetSltRuling());
        await fresh.RunAsync(new NewSltRuling { Path = fresh.Write("rulings.csv", rulings.Csv()) }, fresh.As("head"));
        (await fresh.RunAsync(new GetSltRuling())).Csv().ShouldBe(rulings.Csv());
        fresh.Store.Rulings.LoadAll().Single().Fact.Domain.ShouldBe("xn--bcher-kva.example");
    }

    [Fact]
    public async Task Who_is_outstanding_in_a_file_has_said_nothing_by_it()
    {
        using var old = await FindingSchool.OpenAsync();
        await old.RunAsync(new RegisterPolicyAcknowledgement { User = ["n.obrien"], Date = new TimeInput("2026-09-01") }, old.As("head"));
        var all = await old.RunAsync(new GetPolicyAcknowledgement { Outstanding = true }, old.As("head"));
        all.Of<PolicyAcknowledgement>().Count(a => a.Id is null).ShouldBeGreaterThan(3);
        using var fresh = await FindingSchool.OpenAsync();
        var sink = await fresh.RunAsync(new RegisterPolicyAcknowledgement { Path = fresh.Write("said.csv", all.Csv()) }, fresh.As("head"));
        sink.Warnings.ShouldContain(w => w.Contains("there is no entry", StringComparison.Ordinal));
        (await fresh.RunAsync(new GetPolicyAcknowledgement { Outstanding = true }, fresh.As("head"))).Csv().ShouldBe(all.Csv());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_with_its_lines_and_nothing_is_recorded()
    {
        using var school = await FindingSchool.OpenAsync();
        var path = school.Write("declarations.csv", "User,FamilyId,Relationship,Since,ReviewDate,DeclaredTo\nn.obrien,F-1,Aunt,01/09/2019,,head\nnobody.here,07700 900123,,,2020-01-01,\nh.teach,F-2,Aunt,,,deputy\nn.brown,F-3,Aunt,,,head\n");
        var fault = await school.FaultOfAsync(new NewRelationshipDeclaration { Path = path }, school.As("deputy"));
        fault.Id.ShouldBe("CsvInvalid");
        fault.Message.ShouldContain("has 5 problems; nothing was imported");
        foreach (var place in new[] { "declarations.csv:2:19: Since", "declarations.csv:3:1: User", "declarations.csv:3:13: FamilyId", ":3:26: Relationship", ":3:28: ReviewDate" })
        {
            fault.Message.ShouldContain(place);
        }

        school.Store.FamilyLinks.LoadAll().ShouldBeEmpty();
        (await school.FaultOfAsync(new NewRelationshipDeclaration { Path = path, User = "n.obrien" }, school.As("head"))).Id.ShouldBe("RegisterUserOrPath");
        (await school.FaultOfAsync(new NewRelationshipDeclaration { Path = school.Write("self.csv", "User,FamilyId,Relationship\nhead,F-1,Aunt\n") }, school.As("head"))).Message.ShouldContain("self.csv:2:1: ");
    }

    [Theory]
    [InlineData("Ruling", "Maybe")]
    [InlineData("Ruling", "1")]
    public async Task Words_out_of_a_list_are_read_by_name_alone(string column, string word)
    {
        using var school = await FindingSchool.OpenAsync();
        var path = school.Write("rulings.csv", $"Subject,System,Reason,Ruling\na,b.example,c,{word}\n");
        (await school.FaultOfAsync(new NewSltRuling { Path = path }, school.As("head"))).Message.ShouldContain($"rulings.csv:2:15: {column}");
    }

    [Fact]
    public async Task Yes_and_no_are_read_as_people_write_them_and_anything_else_is_a_problem()
    {
        using var school = await FindingSchool.OpenAsync();
        const string Header = "Candidate,Post,InterviewDate,SocialMediaDiscussed,PostsLookedThrough\n";
        await school.RunAsync(new RegisterRecruitmentRecord { Path = school.Write("a.csv", Header + "A,Cook,2026-11-02,Yes,no\nB,Cook,2026-11-02,TRUE,\n") }, school.As("head"));
        school.Store.Recruitment.LoadAll().ShouldAllBe(r => r.Fact.SocialMediaDiscussed && !r.Fact.PostsLookedThrough);
        (await school.FaultOfAsync(new RegisterRecruitmentRecord { Path = school.Write("b.csv", Header + "C,Cook,,perhaps,\n") }, school.As("head"))).Message.ShouldContain("b.csv:2:9: SocialMediaDiscussed");
    }
}
