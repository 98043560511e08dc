using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Reading;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>Faults about directory groups.</summary>
internal static class GroupFaults
{
    /// <summary>Refuses a target that does not say what to write, or for which group.</summary>
    /// <exception cref="FaultException"><c>GroupTargetIncomplete</c>.</exception>
    public static void RefuseIncomplete(EnforcementTargetConfig target)
    {
        var lacks = target.Format switch
        {
            EnforcementFormat.Csv => null,
            EnforcementFormat.PowerShell when target.GroupId is null && string.IsNullOrEmpty(target.GroupName) =>
                "a script needs the group: its object id in Entra ID as groupId, or its name in Active Directory as groupName",
            EnforcementFormat.PowerShell => null,
            EnforcementFormat.EntraId when target.GroupId is null => "it needs the group's object id in Entra ID as groupId",
            EnforcementFormat.EntraId => null,
            EnforcementFormat.Ldif when target.GroupName is null || !ConfigFormats.TryDistinguishedName(target.GroupName, out _) =>
                "LDIF needs the group's distinguished name as groupName, such as cn=social,ou=groups,dc=rosewood,dc=example",
            EnforcementFormat.Ldif => null,
            _ => "give it a format: EntraId, whose members are changed in the tenant, or Csv, PowerShell or Ldif, and have the file applied",
        };
        if (lacks is not null)
        {
            throw new Fault("GroupTargetIncomplete", FaultKind.InvalidArgument, target.Name, $"'{target.Name}' can't be published, and nothing was changed: {lacks}. Correct policy.json.").ToException();
        }
    }
}
