using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Refuses operators who hold none of the roles that a command is for.</summary>
internal static class OperatorRights
{
    /// <summary>Passes when no role is asked for or one of them is held.</summary>
    /// <exception cref="FaultException"><c>OperatorNotAuthorised</c>.</exception>
    public static void Require(Operator op, RoleSet roles, string command)
    {
        if (roles.IsEmpty || op.Roles.Overlaps(roles))
        {
            return;
        }

        var who = op.Roles.IsEmpty
            ? $"The account '{op.Account}' belongs to nobody on the roster"
            : $"{op.DisplayName} holds {string.Join(", ", op.Roles)}";
        throw new Fault(
            "OperatorNotAuthorised",
            FaultKind.NotAuthorised,
            op.Account,
            $"{who}; {command} is for {string.Join(", ", roles)}. Ask a technician to add the account to LoginNames in the roster, or one of those people to run it.").ToException();
    }
}
