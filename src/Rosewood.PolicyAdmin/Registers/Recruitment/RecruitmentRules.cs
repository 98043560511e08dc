using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Registers.Recruitment;

/// <summary>Who keeps recruitment records, and how long.</summary>
internal static class RecruitmentRules
{
    /// <summary>Who keeps and reads them: SLT and the admin team, and nobody else.</summary>
    public static RoleSet Keepers { get; } = RoleSet.SeniorLeadership.With(Role.Admin);

    /// <summary>Whether it is of somebody who was not appointed: kept for <c>retention.unsuccessfulCandidates</c>, others for <c>retention.recruitmentRecords</c>.</summary>
    public static bool IsUnsuccessful(RecruitmentFact fact) => fact.Outcome is RecruitmentOutcome.Unsuccessful or RecruitmentOutcome.Withdrawn;

    /// <summary>
    /// The day from which the time of a record's retention counts: of who was not appointed the decision, of who is on the roster their last
    /// day, of others, such as those whose outcome was never recorded, the interview; null while they are here.
    /// </summary>
    public static DateOnly? CountsFrom(RecruitmentFact fact, PeopleHistory people) =>
        IsUnsuccessful(fact) ? fact.OutcomeDate ?? fact.InterviewDate
            : fact.PersonId is { } id && people.Last(id) is { } person ? person.EndDate
            : fact.InterviewDate;

    /// <summary>The last day on which a record is kept; null while they are here.</summary>
    public static DateOnly? KeepUntil(RecruitmentFact fact, PeopleHistory people, RetentionConfig retention) =>
        CountsFrom(fact, people) is { } from ? Days.After(from, IsUnsuccessful(fact) ? retention.UnsuccessfulCandidates : retention.RecruitmentRecords) : null;
}
