using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Recruitment;

namespace Rosewood.PolicyAdmin.Storage.Expiry;

/// <summary>Entries of registers whose time counts from what happened to a person.</summary>
internal static class RegisterExpiry
{
    /// <summary>Acknowledgements of people who left before the cutoff; of somebody whom the roster no longer has, those said before it.</summary>
    public static IReadOnlyList<string> Acknowledgements(PolicyStore store, ExpiryScope scope)
    {
        var people = store.People.Load(scope.Zone);
        var day = people.DateAt(scope.Cutoff);
        return [.. store.Acknowledgements.LoadAll().Where(a => (LastDay(people, a.PersonId) ?? (Knows(people, a.PersonId) ? DateOnly.MaxValue : a.Date)) < day).Select(static a => a.Id)];
    }

    /// <summary>Interviews: of who was appointed from their last day, of others from the decision, of those that were left open from the interview.</summary>
    public static IReadOnlyList<string> Recruitment(PolicyStore store, ExpiryScope scope, bool isAppointed)
    {
        var people = store.People.Load(scope.Zone);
        var day = people.DateAt(scope.Cutoff);
        return [.. store.Recruitment.LoadAll().Select(static r => r.Fact).Where(f => Counts(f) is { } from && from < day).Select(static f => f.Id)];

        DateOnly? Counts(RecruitmentFact fact) => fact.Outcome is RecruitmentOutcome.Unsuccessful or RecruitmentOutcome.Withdrawn
            ? isAppointed ? null : fact.OutcomeDate ?? fact.InterviewDate
            : !isAppointed ? null
            : fact.PersonId is { } id && Knows(people, id) ? LastDay(people, id)
            : fact.InterviewDate;
    }

    private static bool Knows(PeopleHistory people, string personId) => people.At(personId, long.MaxValue - 1) is not null;

    private static DateOnly? LastDay(PeopleHistory people, string personId) => people.At(personId, long.MaxValue - 1)?.EndDate;
}
