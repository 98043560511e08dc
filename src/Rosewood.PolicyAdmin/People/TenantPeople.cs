using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;

namespace Rosewood.PolicyAdmin.People;

/// <summary>
/// The roster as the tenant has it. The tenant is asked for what it knows and for nothing else: roles that a group gives, the login name of
/// the local domain. Other roles, other login names, private addresses and dates stay as the roster has them.
/// </summary>
internal static class TenantPeople
{
    private const int Named = 5;

    /// <summary>The table for the import.</summary>
    /// <exception cref="FaultException"><c>TenantNotConfigured</c>, <c>TenantNotSynchronised</c>.</exception>
    public static CsvTable Read(CommandContext context, ICommandSink sink)
    {
        var config = context.Config.Tenant ?? throw TenantFaults.NotConfigured().ToException();
        var current = context.LoadPeople().All(context.Now.UtcTicks).ToDictionary(static p => p.UserPrincipalName, StringComparer.OrdinalIgnoreCase);
        var governed = config.RoleGroups.Values.Aggregate(RoleSet.None, static (set, role) => set.With(role));
        var table = new TenantTable(nameof(Person.UserPrincipalName), nameof(Person.DisplayName), nameof(Person.Roles), nameof(Person.LoginNames));
        var (guests, without) = (0, new List<string>());
        foreach (var line in TenantTable.Records(context, TenantSource.People, "People", sink))
        {
            var user = line.GetProperty("record");
            if (JsonText.Of(user, "userPrincipalName") is not { } upn
                || string.Equals(JsonText.Of(user, "userType"), "Guest", StringComparison.OrdinalIgnoreCase)
                || (user.TryGetProperty("accountEnabled", out var enabled) && enabled.ValueKind == JsonValueKind.False))
            {
                guests++;
                continue;
            }

            var person = current.GetValueOrDefault(upn);
            var roles = Given(line, config.RoleGroups).Union((person?.Roles ?? RoleSet.None).Except(governed));
            if (roles.IsEmpty)
            {
                without.Add(upn);
                roles = RoleSet.Of(Role.Support);
            }

            table.Add(upn, JsonText.Of(user, "displayName") ?? upn, string.Join(';', roles), string.Join(';', Logins(user, person)));
        }

        Tell(guests, without, sink);
        return table.ToCsv(PersonFile.Columns, sink);
    }

    private static RoleSet Given(JsonElement line, IReadOnlyDictionary<Guid, Role> roles) => line.GetProperty("groups").EnumerateArray()
        .Where(g => g.TryGetGuid(out var id) && roles.ContainsKey(id))
        .Aggregate(RoleSet.None, (set, g) => set.With(roles[g.GetGuid()]));

    private static IEnumerable<string> Logins(JsonElement user, Person? person)
    {
        var logins = person?.LoginNames ?? [];
        return JsonText.Of(user, "onPremisesSamAccountName") is { } local && !logins.Any(l => LoginName.WithoutDomain(l).Equals(LoginName.Normalize(local), StringComparison.Ordinal))
            ? logins.Append(local)
            : logins;
    }

    private static void Tell(int guests, List<string> without, ICommandSink sink)
    {
        if (guests > 0)
        {
            sink.Warn($"Left out of the staff group: {guests} {(guests == 1 ? "account" : "accounts")} of guests or disabled. Give those who have left an EndDate in the roster's file.");
        }

        if (without.Count > 0)
        {
            sink.Warn($"No group gives these a role, so they are Support: {string.Join(", ", without.Take(Named))}{(without.Count > Named ? $" and {without.Count - Named} more" : "")}. See tenant.roleGroups in policy.json.");
        }
    }
}
