using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Who may decide a waiting change: a current member of SLT, who neither asked for it nor is its subject.</summary>
/// <param name="context">The command.</param>
/// <param name="people">The roster.</param>
/// <param name="now">By what stands at this instant, UTC ticks.</param>
internal sealed class PolicyChangeRules(CommandContext context, PeopleHistory people, long now)
{
    /// <summary>The changes of these ids, each of which the operator may decide.</summary>
    /// <exception cref="FaultException">One of them can't be decided, or not by the operator.</exception>
    public IReadOnlyList<RoleChange> Check(IReadOnlyList<string> ids)
    {
        var decider = RequireSeniorLeader();
        var waiting = context.Store.People.WaitingChanges().ToDictionary(c => c.Id, StringComparer.OrdinalIgnoreCase);
        var changes = new List<RoleChange>();
        foreach (var id in ids.Select(i => i.Trim()).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (waiting.GetValueOrDefault(id) is not { } change || people.At(change.PersonId, now) is null)
            {
                throw NotWaiting(id).ToException();
            }

            if (string.Equals(change.PersonId, decider.Id, StringComparison.Ordinal))
            {
                throw NotAuthorised("PolicyChangeOwnRole", change.Id, "The change is about you. Another member of SLT must decide it.");
            }

            if (IsRequester(change, decider))
            {
                throw NotAuthorised("PolicyChangeOwnRequest", change.Id, "You imported the change yourself. Another member of SLT must decide it.");
            }

            changes.Add(change);
        }

        return changes;
    }

    /// <summary>Refuses what would give a login name to two people.</summary>
    /// <exception cref="FaultException"><c>LoginNameTaken</c>.</exception>
    public void RefuseClashes(IReadOnlyDictionary<string, Person> applied)
    {
        var roster = people.All(now).Select(p => applied.GetValueOrDefault(p.Id, p));
        foreach (var (login, a, b) in LoginClashes.Find(roster))
        {
            if (applied.ContainsKey(a.Id) || applied.ContainsKey(b.Id))
            {
                throw new Fault("LoginNameTaken", FaultKind.Conflict, login, $"'{login}' would belong to {a.DisplayName} and to {b.DisplayName}. Refuse the change, correct the roster's file and import it again.").ToException();
            }
        }
    }

    private Person RequireSeniorLeader()
    {
        // The roster decides, not the operator's roles: an account may act as a technician without being anybody on it.
        var decider = context.Operator.Person is { } op ? people.At(op.Id, now) : null;
        return decider is not null && people.IsSeniorLeader(decider, now)
            ? decider
            : throw NotAuthorised("PolicyChangeNotSlt", context.Operator.Account, $"{context.Operator.DisplayName} is no current member of SLT ({string.Join(", ", RoleSet.SeniorLeadership)}). A member of SLT must decide this, signed in with their own account.");
    }

    private bool IsRequester(RoleChange change, Person decider) =>
        string.Equals(change.RequestedBy, decider.Id, StringComparison.Ordinal)
        || string.Equals(change.RequestedBy, PersonNames.IdOfAccount(context.Operator.Account), StringComparison.OrdinalIgnoreCase);

    private Fault NotWaiting(string id) => context.Store.People.OutcomeOf(id.ToUpperInvariant()) is { } status
        ? new("PolicyChangeNotWaiting", FaultKind.Conflict, id, $"{id} no longer waits: it is {status}. List what waits with Confirm-PolicyChange.")
        : new("PolicyChangeNotFound", FaultKind.NotFound, id, $"There is no change {id}. List what waits with Confirm-PolicyChange.");

    private static FaultException NotAuthorised(string id, string target, string message) =>
        new Fault(id, FaultKind.NotAuthorised, target, message).ToException();
}
