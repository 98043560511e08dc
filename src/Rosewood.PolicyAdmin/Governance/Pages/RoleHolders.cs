using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>Who holds the roles that decide, run and read. Only those of a public function are named.</summary>
internal static class RoleHolders
{
    private static readonly RoleSet Shown = RoleSet.Guarded.With(Role.Technician).With(Role.Admin).With(Role.Governor);

    /// <summary>The roles with their holders of today.</summary>
    public static IReadOnlyList<DpiaRole> Read(CommandContext context)
    {
        var people = context.LoadPeople();
        var today = people.DateAt(context.Now.UtcTicks);
        var staff = people.All(context.Now.UtcTicks).Where(p => PeopleHistory.IsEmployed(p, today)).ToList();
        return [.. Shown.Select(role =>
        {
            var holders = staff.Where(p => p.Roles.Contains(role)).ToList();
            return new DpiaRole(role, RoleSet.Guarded.Contains(role) ? [.. holders.Select(p => PersonNames.Show(people, p, context.Now.UtcTicks))] : [], holders.Count);
        })];
    }
}
