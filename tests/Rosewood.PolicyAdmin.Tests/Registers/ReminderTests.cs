using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Governance.Pages;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Registers.Reminders;
using Rosewood.PolicyAdmin.Registers.Rulings;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Registers;

public sealed class ReminderTests : IAsyncLifetime, IDisposable
{
    private static readonly PolicyConfig Config = FindingSchool.Config;

    private TempWorkspace _school = null!;

    public async Task InitializeAsync()
    {
        _school = await FindingSchool.OpenAsync(Config);
        await Run(new ImportPolicyPerson { Path = _school.Write("staff.csv", FindingSchool.People.Replace("Hana Teach,HeadTeacher,h.teach;ROSEWOOD\\h.teach,,,", "Hana Teach,HeadTeacher,h.teach;ROSEWOOD\\h.teach,,07700 900001,", StringComparison.Ordinal).Replace("d.puty,,,", "d.puty,,07700 900002,", StringComparison.Ordinal)) });
        var staff = AcknowledgementRegister.Staff(_school.Context("x").LoadPeople(), _school.Clock.Now.UtcTicks);
        await Run(new RegisterFilteringReview { ReviewedBy = ["h.teach"], Outcome = "Filtering holds", On = new TimeInput("2026-01-15") });
        await Run(new RegisterPolicyAcknowledgement { User = [.. staff.Select(p => p.UserPrincipalName)], Statement = Enum.GetValues<AcknowledgedStatement>() });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task Nothing_due_is_nothing_shown_and_the_health_report_is_green()
    {
        (await Due(30)).ShouldBeEmpty();
        var all = await Due(400);
        all.Count(r => r.What is "The acknowledgement of the policy runs out").ShouldBe(9);
        all.ShouldContain(r => r.What == "Review of filtering and monitoring" && r.Due == new DateOnly(2027, 1, 15) && r.Clause == "GOV-1" && !r.Overdue);
        ReminderReader.Count(_school.Context("x")).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_ends_or_is_to_be_looked_at_is_told_in_time_with_whom_it_is_about_and_what_to_do()
    {
        await Run(new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1", Relationship = "Aunt", ReviewDate = new TimeInput("2026-12-01") });
        await Run(new NewFamilyContactAgreement { User = "n.obrien", FamilyId = "F-1", Reason = "Abroad", Until = new TimeInput("2026-12-02") });
        await Run(new NewSltRuling { Subject = "Letters", Ruling = RulingKind.Permitted, System = "letters.example", Reason = "No other way", Until = new TimeInput("2026-12-03") });
        await Run(new GrantSocialMediaAccess { User = ["n.brown"], Until = new TimeInput("2026-12-04"), AuthorisedBy = "deputy", Reason = "Fair" });
        var due = await Due(30);
        due.Select(r => (r.Due.Day, r.Clause, r.Who)).ShouldBe([(1, "REL-1", "Niamh O'Brien"), (2, "REL-2", "Niamh O'Brien"), (3, "COM-4", "Hana Teach"), (4, "USE-1", "n.brown@rosewood.example")]);
        due.ShouldAllBe(r => r.Action.Length > 10 && !r.Overdue);
        (await Due(7)).Count.ShouldBe(1);

        _school.Clock.Now = DateTimeOffset.Parse("2026-12-02T00:00:01+00:00");
        (await Due(0)).Single(r => r.Clause is "REL-1").Overdue.ShouldBeTrue();
        ReminderReader.Count(_school.Context("x")).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Who_may_not_read_a_register_sees_how_much_is_due_and_not_of_whom()
    {
        await Run(new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1", Relationship = "Aunt", ReviewDate = new TimeInput("2026-12-01") });
        await Run(new RegisterRecruitmentRecord { Candidate = "Zoë", Post = "Cook", InterviewDate = new TimeInput("2026-11-02") });
        var seen = (await _school.RunAsync(new GetPolicyReminder(), _school.As("it.tech"))).Of<PolicyReminder>().ToList();
        seen.Count.ShouldBe(2);
        seen.ShouldAllBe(r => r.Who == null && r.What.StartsWith("1 entry of RE", StringComparison.Ordinal));
        Reads().ShouldBe(0);
        (await Due(30)).Select(r => r.Who).ShouldBe(["Zoë", "Niamh O'Brien"]);
        Reads().ShouldBe(2);
        _school.MayRun<GetPolicyReminder>("n.obrien").ShouldBeFalse();

        int Reads() => _school.RunAsync(new GetPolicyAudit()).GetAwaiter().GetResult().Of<AuditEntry>().Count(e => e.Command is "Get-PolicyReminder" && e.Subject is "read");
    }

    [Fact]
    public async Task Roles_that_wait_people_who_never_said_it_and_interviews_half_recorded_are_due()
    {
        _school.Clock.Now = _school.Clock.Now.AddDays(10);
        await Run(new ImportPolicyPerson { Path = _school.Write("staff.csv", FindingSchool.People + "z.new@rosewood.example,Zoë New,Teacher;SeniorLeader,z.new,,,2026-11-30,\n") });
        await Run(new RegisterRecruitmentRecord { Candidate = "Zoë New", Post = "Teacher", InterviewDate = new TimeInput("2026-10-01"), User = "z.new" });
        await Run(new RegisterRecruitmentRecord { Candidate = "Open", Post = "Cook", InterviewDate = new TimeInput("2026-09-01"), SocialMediaDiscussed = true });
        var due = await Due(0);
        due.ShouldContain(r => r.Clause == "USE-1" && r.Who == "Zoë New" && r.What.Contains("waits", StringComparison.Ordinal));
        due.ShouldContain(r => r.Clause == "TRN-1" && r.Who == "Zoë New" && r.Due == new DateOnly(2026, 11, 30) && r.Overdue);
        due.Where(r => r.Clause is "REC-1").Select(r => r.What).ShouldBe(["IV-0001: social media was not talked about", "IV-0002: no outcome is recorded", "IV-0001: the candidate has not looked through what they posted"]);
    }

    [Theory]
    [InlineData(null, "2026-11-24", false)]
    [InlineData("2026-09-01", "2026-09-01", true)]
    [InlineData("2003-09-01", "2004-09-01", true)]
    public async Task Nobody_had_to_say_it_before_the_policy_was_here(string? policyDate, string due, bool overdue)
    {
        using var school = await FindingSchool.OpenAsync(Config with { Registers = new() { PolicyDate = policyDate is null ? null : DateOnly.Parse(policyDate) } });
        await school.RunAsync(new ImportPolicyPerson { Path = school.Write("staff.csv", FindingSchool.People + "o.ld@rosewood.example,Olive Ld,Teacher,o.ld,,,2004-09-01,\n") });

        var reminder = (await school.RunAsync(new GetPolicyReminder { Days = 0 }, school.As("head"))).Of<PolicyReminder>().Single(r => r.Who is "Olive Ld");

        (reminder.Due, reminder.Overdue).ShouldBe((DateOnly.Parse(due), overdue));
    }

    [Fact]
    public async Task What_is_said_of_somebody_who_left_is_due_from_their_last_day()
    {
        await Run(new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1", Relationship = "Aunt" });
        await Run(new ImportPolicyPerson { Path = _school.Write("staff.csv", FindingSchool.People.Replace("n.obrien,,,,", "n.obrien,,,,2026-11-30", StringComparison.Ordinal)) });
        _school.Clock.Now = DateTimeOffset.Parse("2026-11-30T12:00:00Z") + Config.Retention.Declarations;

        (await Due(0)).ShouldContain(r => r.What == "Retention of R-0001 ends" && !r.Overdue);
        _school.Store.FamilyLinks.EndedBefore(FamilyLinkKind.RelationshipDeclaration, (_school.Clock.Now - Config.Retention.Declarations).UtcTicks, _school.Context("x").LoadPeople()).ShouldBeEmpty();
        _school.Store.FamilyLinks.EndedBefore(FamilyLinkKind.RelationshipDeclaration, (_school.Clock.Now.AddDays(1) - Config.Retention.Declarations).UtcTicks, _school.Context("x").LoadPeople()).ShouldBe(["R-0001"]);
    }

    [Fact]
    public async Task What_has_been_kept_long_enough_is_due()
    {
        await Run(new RegisterRecruitmentRecord { Candidate = "Zoë", Post = "Cook", InterviewDate = new TimeInput("2026-05-01"), Outcome = RecruitmentOutcome.Unsuccessful, OutcomeDate = new TimeInput("2026-05-20"), SocialMediaDiscussed = true });
        (await Due(0)).Single().ShouldSatisfyAllConditions(r => r.Due.ShouldBe(new DateOnly(2026, 11, 19)), r => r.Clause.ShouldBe("GOV-1"), r => r.Overdue.ShouldBeTrue(), r => r.Who.ShouldBe("Zoë"));
        await Run(new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1", Relationship = "Aunt" });
        await Run(new CloseRelationshipDeclaration { Id = ["R-0001"] });
        _school.Clock.Now = _school.Clock.Now.AddDays(6 * 365);
        (await Due(0)).ShouldContain(r => r.What == "Retention of R-0001 ends");
    }

    [Fact]
    public async Task An_incident_that_nobody_looked_at_is_due_and_not_to_whom_it_concerns()
    {
        await Run(new NewPolicyIncident { Type = IncidentType.Bullying, Summary = "Shouted", User = ["deputy"] });
        _school.Clock.Now = _school.Clock.Now.AddDays(60);
        (await Due(0)).ShouldContain(r => r.What.Contains("I-0001", StringComparison.Ordinal));
        (await _school.RunAsync(new GetPolicyReminder { Days = 0 }, _school.As("deputy"))).Of<PolicyReminder>().ShouldAllBe(r => !r.What.Contains("I-0001", StringComparison.Ordinal) && !r.Clause.StartsWith("MIS", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99999)]
    public async Task Days_are_bounded(int days) => (await _school.FaultOfAsync(new GetPolicyReminder { Days = days })).Id.ShouldBe("ReminderDaysInvalid");

    private Task<RecordingSink> Run(PolicyRequest request) => _school.RunAsync(request, _school.As("head"));

    private async Task<List<PolicyReminder>> Due(int days) => [.. (await Run(new GetPolicyReminder { Days = days })).Of<PolicyReminder>()];
}
