using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Storage.Expiry;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Registers;

public sealed class RecruitmentTests : IAsyncLifetime, IDisposable
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync() => _school = await FindingSchool.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task An_interview_is_followed_until_the_candidate_is_on_the_roster()
    {
        var made = await Record(r => r.SocialMediaDiscussed = true);
        made.ShouldSatisfyAllConditions(
            r => r.Id.ShouldBe("IV-0001"),
            r => r.Candidate.ShouldBe("Zoë Ní O’Hara"),
            r => r.InterviewDate.ShouldBe(new DateOnly(2026, 11, 3)),
            r => r.SocialMediaDiscussed.ShouldBeTrue(),
            r => r.PostsLookedThrough.ShouldBeFalse(),
            r => r.Outcome.ShouldBe(RecruitmentOutcome.Open),
            r => r.KeepUntil.ShouldBe(new DateOnly(2026, 11, 3).AddDays(6 * 365), "as long as nobody decides"));
        var joined = await Add(new() { Id = "iv-0001", PostsLookedThrough = true, User = "n.brown2" });
        joined.ShouldSatisfyAllConditions(
            r => r.Outcome.ShouldBe(RecruitmentOutcome.Appointed),
            r => r.OutcomeDate.ShouldBe(new DateOnly(2026, 11, 24)),
            r => r.User.ShouldBe("n.brown2@rosewood.example"),
            r => r.KeepUntil.ShouldBeNull("they are here"),
            r => r.SocialMediaDiscussed.ShouldBeTrue("what was recorded stays"));
        await Record(r => r.Candidate = "Somebody else");
        (await FaultOf(new() { Id = "IV-0002", User = "n.brown2" })).Id.ShouldBe("RecruitmentPersonLinked");
        (await FaultOf(new() { Id = "IV-0002", User = "n.brown", Outcome = RecruitmentOutcome.Withdrawn })).Id.ShouldBe("RecruitmentPersonWithoutPost");
        (await FaultOf(new() { Id = "IV-9", PostsLookedThrough = true })).Id.ShouldBe("RegisterEntryNotFound");
        (await FaultOf(new() { Id = "IV-0002" })).Id.ShouldBe("RegisterNothingToUpdate");
        (await FaultOf(Interview(r => r.InterviewDate = new TimeInput("2026-12-01")))).Id.ShouldBe("RegisterDateInFuture");
    }

    [Fact]
    public async Task Who_was_not_appointed_is_kept_for_six_months_and_who_was_six_years_from_leaving()
    {
        await Record(_ => { });
        (await Add(new() { Id = "IV-0001", Outcome = RecruitmentOutcome.Unsuccessful, OutcomeDate = new TimeInput("2026-11-05") })).KeepUntil.ShouldBe(new DateOnly(2027, 5, 7));
        var gone = await Record(r => (r.Candidate, r.User, r.OutcomeDate) = ("Lee Eaver", "l.eaver", new TimeInput("2026-11-04")));
        gone.KeepUntil.ShouldBe(new DateOnly(2026, 11, 13).AddDays(6 * 365));
    }

    [Theory]
    [InlineData(RecruitmentOutcome.Open, null)]
    [InlineData(RecruitmentOutcome.Appointed, null)]
    [InlineData(RecruitmentOutcome.Appointed, "l.eaver")]
    [InlineData(RecruitmentOutcome.Appointed, "n.brown2")]
    [InlineData(RecruitmentOutcome.Unsuccessful, null)]
    public async Task A_record_is_removed_after_the_day_that_it_shows(RecruitmentOutcome outcome, string? user)
    {
        var record = await Record(r => (r.Outcome, r.User) = (outcome, user));
        var retention = _school.Workspace.Config.Retention;
        var isAppointed = outcome is RecruitmentOutcome.Open or RecruitmentOutcome.Appointed;
        var kept = isAppointed ? retention.RecruitmentRecords : retention.UnsuccessfulCandidates;

        Removed(record.KeepUntil ?? new DateOnly(2100, 1, 1)).ShouldBe(0);
        Removed((record.KeepUntil ?? new DateOnly(2100, 1, 1)).AddDays(1)).ShouldBe(record.KeepUntil is null ? 0 : 1);

        int Removed(DateOnly day)
        {
            var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
            return RegisterExpiry.Recruitment(_school.Store, new ExpiryScope((noon - kept).UtcTicks, 0, _school.Workspace.Zone, []), isAppointed).Count;
        }
    }

    [Theory]
    [InlineData("head", true)]
    [InlineData("s.lead", true)]
    [InlineData("it.tech", false)]
    [InlineData("r.safe", false)]
    [InlineData("d.prot", false)]
    [InlineData("n.obrien", false)]
    public void Only_SLT_and_the_admin_team_keep_and_read_them(string user, bool may)
    {
        _school.MayRun<RegisterRecruitmentRecord>(user).ShouldBe(may);
        _school.MayRun<GetRecruitmentRecord>(user).ShouldBe(may);
        RecruitmentRules.Keepers.Contains(Role.Admin).ShouldBeTrue();
    }

    [Fact]
    public async Task That_somebody_read_them_is_in_the_trail_and_no_candidate_is_named_in_its_subjects()
    {
        await Record(_ => { });
        (await _school.RunAsync(new GetRecruitmentRecord { Outcome = [RecruitmentOutcome.Unsuccessful] }, _school.As("head"))).Outputs.ShouldBeEmpty();
        (await _school.RunAsync(new GetRecruitmentRecord { Id = ["iv-0001"] }, _school.As("head"))).Outputs.Count.ShouldBe(1);
        var entries = (await _school.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().Where(e => e.Clause is "REC-1").ToList();
        entries.Select(e => e.Command).Order(StringComparer.Ordinal).ShouldBe(["Get-RecruitmentRecord", "Get-RecruitmentRecord", "Register-RecruitmentRecord"]);
        entries.ShouldAllBe(e => !e.Subject.Contains("Zo", StringComparison.Ordinal));
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => _school.Store.Execute("UPDATE recruitment SET fact = '{}'"));
    }

    [Fact]
    public async Task The_clauses_hold_while_each_interview_has_its_talk_and_each_appointed_candidate_looked_through_their_posts()
    {
        (await _school.ControlAsync("REC-1")).Status.ShouldBe(ControlStatus.NotCovered);
        (await _school.ControlAsync("REC-2")).Status.ShouldBe(ControlStatus.NotCovered);
        await Record(r => r.SocialMediaDiscussed = true);
        (await _school.ControlAsync("REC-1")).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.Recorded), c => c.Evidence.ShouldContain("2026-11-03"));
        await Add(new() { Id = "IV-0001", Outcome = RecruitmentOutcome.Appointed });
        (await _school.ControlAsync("REC-2")).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldStartWith("Incomplete"));
        await Add(new() { Id = "IV-0001", PostsLookedThrough = true });
        (await _school.ControlAsync("REC-2")).Status.ShouldBe(ControlStatus.Recorded);

        // An interview without the talk, then somebody who began without any interview on record: either is a gap.
        await Record(r => r.Candidate = "Another");
        (await _school.ControlAsync("REC-1")).Evidence.ShouldContain("1 without talk of social media");
        await Add(new() { Id = "IV-0002", SocialMediaDiscussed = true });
        (await _school.ControlAsync("REC-1")).Status.ShouldBe(ControlStatus.Recorded);
        await _school.RunAsync(new ImportPolicyPerson { Path = _school.Write("staff.csv", FindingSchool.People + "z.new@rosewood.example,Zoë New,Teacher,z.new,,,2026-11-23,\n") });
        (await _school.ControlAsync("REC-1")).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("1 person has begun"));
        await Add(new() { Id = "IV-0002", User = "z.new" });
        (await _school.ControlAsync("REC-1")).Status.ShouldBe(ControlStatus.Recorded);
    }

    private static RegisterRecruitmentRecord Interview(Action<RegisterRecruitmentRecord> change)
    {
        var request = new RegisterRecruitmentRecord { Candidate = "Zoë Ní O’Hara", Post = "Class teacher", InterviewDate = new TimeInput("2026-11-03") };
        change(request);
        return request;
    }

    private Task<RecruitmentRecord> Record(Action<RegisterRecruitmentRecord> change) => Add(Interview(change));

    private async Task<RecruitmentRecord> Add(RegisterRecruitmentRecord request) => (await _school.RunAsync(request, _school.As("head"))).Of<RecruitmentRecord>().Single();

    private Task<Fault> FaultOf(RegisterRecruitmentRecord request) => _school.FaultOfAsync(request, _school.As("head"));
}
