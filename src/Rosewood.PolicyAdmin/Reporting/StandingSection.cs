using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Lists the holders of the standing authorisation with their use of it: USE-3 asks for transparency.</summary>
internal static class StandingSection
{
    public static ReportStanding From(ReportMaterial material, VisitTally tally)
    {
        var uses = tally.Standing.ToList().ToLookup(g => g.Person, StringComparer.Ordinal);
        return new ReportStanding(
            material.StandingAuthorisation,
            [
                .. material.StandingHolders
                    .OrderByDescending(p => p.Roles.Contains(Role.HeadTeacher))
                    .ThenBy(p => p.DisplayName, StringComparer.Ordinal)
                    .Select(p => new StandingHolder(
                        p.DisplayName,
                        p.Roles.Contains(Role.HeadTeacher) ? "Head teacher" : "Deputy head",
                        uses[p.DisplayName].Sum(g => g.Visits),
                        [.. uses[p.DisplayName].Select(g => g.Service)])),
            ]);
    }
}
