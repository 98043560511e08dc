using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Registers.Recruitment;

/// <summary>Who keeps recruitment records, and how long.</summary>
internal static class RecruitmentRules
{
    /// <summary>Who keeps and reads them: SLT and the admin team, and nobody else.</summary>
    public static RoleSet Keepers { get; } = RoleSet.SeniorLeadership.With(Role.Admin);

    /// <summary>
    /// The last day on which a record is kept: of who was not appointed, from the decision (<c>retention.unsuccessfulCandidates</c>); of who
    /// was, from their leaving (<c>retention.recruitmentRecords</c>); null while it is open, or they are here.
    /// </summary>
    public static DateOnly? KeepUntil(RecruitmentFact fact, PeopleHistory people, long now, RetentionConfig retention) => fact.Outcome switch
    {
        RecruitmentOutcome.Unsuccessful or RecruitmentOutcome.Withdrawn => After(fact.OutcomeDate ?? fact.InterviewDate, retention.UnsuccessfulCandidates),
        RecruitmentOutcome.Appointed when fact.PersonId is { } id && people.At(id, now)?.EndDate is { } left => After(left, retention.RecruitmentRecords),
        _ => null,
    };

    private static DateOnly After(DateOnly day, TimeSpan kept) => day.AddDays((int)Math.Min(kept.TotalDays, DateOnly.MaxValue.DayNumber - day.DayNumber));
}
