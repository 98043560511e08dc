using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Lists the holders of the standing authorisation with their use of it: USE-3 asks for transparency.</summary>
internal static class StandingSection
{
    private const string PartOfThePeriod = "Head or deputy for part of the period";

    public static ReportStanding From(ReportMaterial material, VisitTally tally)
    {
        var uses = tally.Standing.ToList().ToLookup(g => g.PersonId, StringComparer.Ordinal);
        var holders = material.StandingHolders.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return new ReportStanding(
            material.StandingAuthorisation,
            [
                .. material.StandingHolders
                    .OrderByDescending(p => p.Roles.Contains(Role.HeadTeacher))
                    .ThenBy(p => p.DisplayName, StringComparer.Ordinal)
                    .Select(p => Holder(p.DisplayName, p.Roles.Contains(Role.HeadTeacher) ? "Head teacher" : "Deputy head", uses[p.Id])),
                .. uses
                    .Where(u => u.Key is null || !holders.Contains(u.Key))
                    .OrderBy(u => u.First().Person, StringComparer.Ordinal)
                    .Select(u => Holder(u.First().Person, PartOfThePeriod, u)),
            ]);
    }

    private static StandingHolder Holder(string person, string role, IEnumerable<VisitGroup> uses) =>
        new(person, role, uses.Sum(g => g.Visits), [.. uses.Select(g => g.Service)]);
}
