using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Acknowledgements;

/// <summary>Everybody on the roster records and sees their own acknowledgement; a few record and see others'.</summary>
internal static class AcknowledgementRights
{
    /// <summary>Who records for others: SLT, the admin team and technicians.</summary>
    public static RoleSet Keepers { get; } = RoleSet.SeniorLeadership.With(Role.Admin).With(Role.Technician);

    /// <summary>Who sees others'.</summary>
    public static RoleSet Readers { get; } = Keepers.With(Role.SafeguardingLead).With(Role.DataProtectionOfficer);

    /// <summary>Refuses a person who is somebody else, where the operator may only do it for themself.</summary>
    /// <exception cref="FaultException"><c>AcknowledgementOfOthers</c>.</exception>
    public static Person Require(Person subject, Operator op, RoleSet roles) =>
        op.Roles.Overlaps(roles) || string.Equals(op.Person?.Id, subject.Id, StringComparison.Ordinal)
            ? subject
            : throw RegisterFaults.OfOthers(subject).ToException();
}
