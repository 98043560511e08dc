using System.Globalization;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Refuses operators who hold none of the roles that a command is for.</summary>
internal static class OperatorRights
{
    /// <summary>
    /// As whom a command runs: the operator where they hold a role that it is for; else, where it is one for timers and nobody is behind the
    /// process, the account that owns the store, which could change that file as it likes anyway. It gets no role by that.
    /// </summary>
    /// <param name="op">Who runs it, by the roster.</param>
    /// <param name="command">The command.</param>
    /// <param name="unattended">Whether no person is behind the process.</param>
    /// <param name="store">The store's file; null where the command needs none.</param>
    /// <exception cref="FaultException"><c>OperatorNotAuthorised</c>.</exception>
    public static Operator Admit(Operator op, CommandDescriptor command, bool unattended, string? store)
    {
        var mayRun = unattended && command.MayRunUnattended && !op.Roles.Overlaps(command.Roles);
        if (mayRun && store is not null && FileOwner.IsThisAccount(store))
        {
            return Operator.Service(op.Account);
        }

        Require(op, command.Roles, mayRun ? $"{command.Name}, without a login run by the account that owns store.db only," : command.Name);
        return op;
    }

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
