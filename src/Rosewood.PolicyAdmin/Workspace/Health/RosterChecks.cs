using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether those whom the policy needs are on the roster.</summary>
internal static class RosterChecks
{
    public static IEnumerable<HealthCheck> All(CommandContext context, DateOnly today)
    {
        var people = context.LoadPeople();
        var everyone = people.All(context.Now.UtcTicks);
        var staff = everyone.Where(p => PeopleHistory.IsEmployed(p, today)).ToList();
        if (staff.Count == 0)
        {
            yield return HealthCheck.Bad("Roster", everyone.Count == 0 ? "Nobody is on the roster." : "Nobody on the roster is employed today.", "Import-PolicyPerson -Path staff.csv");
            yield break;
        }

        yield return HealthCheck.Good("Roster", string.Create(CultureInfo.InvariantCulture, $"{staff.Count} people."));
        yield return Holder(staff, RoleSet.SeniorLeadership, "Senior leadership", "nobody can authorise a grant");
        yield return Holder(staff, RoleSet.Of(Role.SafeguardingLead), "Safeguarding lead", "safeguarding concerns would reach nobody");
        yield return Holder(staff, RoleSet.Of(Role.DataProtectionOfficer), "Data protection officer", "nobody can answer a subject's request");
        yield return Holder(staff, RoleSet.Of(Role.Technician), "Technician", "only the account that made the workspace can run it");
        yield return Waiting(context.Store.People.WaitingChanges().Count);
        yield return Routes(context.Config.Incidents, new RoutePlanner(people, context.Config.Incidents, context.Now));
    }

    /// <summary>Whom the school put on a route of incidents, and who can't be told by it.</summary>
    private static HealthCheck Routes(IncidentsConfig config, RoutePlanner planner)
    {
        var added = config.Routes.SelectMany(static r => r.People).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var unknown = added.Where(planner.IsNobodyOfSchool).ToList();
        var left = added.Where(planner.HasLeft).ToList();
        return unknown.Count + left.Count == 0
            ? HealthCheck.Good("Incident routes", added.Count == 0 ? "As the policy has them." : string.Create(CultureInfo.InvariantCulture, $"{added.Count} people were added to them."))
            : HealthCheck.Weak(
                "Incident routes",
                $"policy.json adds people who are told of incidents and {string.Join(" and ", new[] { unknown.Count > 0 ? $"are nobody on the roster, though of the school ({string.Join(", ", unknown)})" : null, left.Count > 0 ? $"are not employed today, so that they are not told ({string.Join(", ", left)})" : null }.OfType<string>())}.",
                "Correct incidents.routes in policy.json, or the roster.");
    }

    private static HealthCheck Waiting(int changes) => changes == 0
        ? HealthCheck.Good("Role changes", "No change of a role waits for a member of SLT.")
        : HealthCheck.Weak("Role changes", string.Create(CultureInfo.InvariantCulture, $"{changes} given or taken roles wait for a member of SLT."), "Ask a member of SLT to run Confirm-PolicyChange under their own account.");

    private static HealthCheck Holder(List<Person> staff, RoleSet roles, string name, string consequence)
    {
        var holders = staff.Where(p => p.Roles.Overlaps(roles)).Select(static p => p.DisplayName).Order(StringComparer.Ordinal).ToList();
        return holders.Count == 0
            ? HealthCheck.Weak(name, $"Nobody employed today holds this role: {consequence}.", $"Give the role to someone in the roster ({string.Join(" or ", roles)}) and import it.")
            : HealthCheck.Good(name, string.Join(", ", holders));
    }
}
