using System.Globalization;
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

        var others = string.Join(", ", roles);
        throw new Fault("OperatorNotAuthorised", FaultKind.NotAuthorised, op.Account, Explain(op, $"{command} is for {others}")).ToException();
    }

    private static string Explain(Operator op, string rule)
    {
        if (op is { Person: { } person, IsEmployed: false })
        {
            var dates = new[] { Date(nameof(person.StartDate), person.StartDate), Date(nameof(person.EndDate), person.EndDate) };
            return $"{person.DisplayName} is not employed today ({string.Join(", ", dates.OfType<string>())}); {rule}. Correct the dates in the roster's file and import it, or ask one of those people to run it.";
        }

        if (op is { Person: null, Roles.IsEmpty: true })
        {
            return $"The account '{op.Account}' belongs to nobody on the roster; {rule}. Ask a technician to add the account to LoginNames in the roster, or one of those people to run it.";
        }

        return $"{op.DisplayName} holds {(op.Roles.IsEmpty ? "no role" : string.Join(", ", op.Roles))}; {rule}. Ask one of those people to run it.";
    }

    private static string? Date(string column, DateOnly? date) => date is { } day ? string.Create(CultureInfo.InvariantCulture, $"{column} {day:yyyy-MM-dd}") : null;
}
