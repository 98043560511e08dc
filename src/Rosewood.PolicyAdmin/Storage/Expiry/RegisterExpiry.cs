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
        return [.. store.Acknowledgements.LoadAll().Where(a => (people.Last(a.PersonId) is { } person ? person.EndDate ?? DateOnly.MaxValue : a.Date) < day).Select(static a => a.Id)];
    }

    /// <summary>Interviews, by when their time of retention counts.</summary>
    public static IReadOnlyList<string> Recruitment(PolicyStore store, ExpiryScope scope, bool isAppointed)
    {
        var people = store.People.Load(scope.Zone);
        var day = people.DateAt(scope.Cutoff);
        return
        [
            .. store.Recruitment.LoadAll()
                .Select(static r => r.Fact)
                .Where(f => RecruitmentRules.IsUnsuccessful(f) != isAppointed && RecruitmentRules.CountsFrom(f, people) is { } from && from < day)
                .Select(static f => f.Id),
        ];
    }
}
