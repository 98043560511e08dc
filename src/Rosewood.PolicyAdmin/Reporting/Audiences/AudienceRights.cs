using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Audiences;

/// <summary>
/// Who may make a report for an audience: the audience itself, and those who run the program. SLT makes no report for the safeguarding
/// lead, since what that one holds is not SLT's to read (RES-1); a technician may see the same findings with the Find- commands anyway.
/// </summary>
internal static class AudienceRights
{
    /// <summary>The roles that may make it.</summary>
    public static RoleSet Makers(ReportRecipientGroup audience) => audience switch
    {
        ReportRecipientGroup.Slt => RoleSet.SeniorLeadership.With(Role.Technician),
        ReportRecipientGroup.Dsl => RoleSet.Of(Role.SafeguardingLead, Role.Technician),
        _ => RoleSet.SeniorLeadership.With(Role.Technician).With(Role.DataProtectionOfficer),
    };

    /// <summary>Passes where the operator may make it. A timer may: it reads nothing to anybody, and the report goes to its audience.</summary>
    /// <exception cref="FaultException"><c>OperatorNotAuthorised</c>.</exception>
    public static void Require(Operator op, ReportRecipientGroup audience, string command)
    {
        if (!op.IsService)
        {
            OperatorRights.Require(op, Makers(audience), $"{command} -Audience {audience}");
        }
    }
}
