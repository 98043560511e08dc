using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Grants that end soon, and roles that wait for a member of SLT.</summary>
internal static class AccessReminders
{
    public static IEnumerable<DueItem> GrantEnds(ReminderScope scope) => scope.Context.Store.Grants.Load().All
        .Where(g => g.StatusAt(scope.Now) == GrantStatus.Active && scope.IsHere(g.Fact.PersonId) && scope.Includes(scope.LastDay(g.Fact.Until)))
        .Select(g => new DueItem(scope.LastDay(g.Fact.Until), $"The grant {g.Fact.Id} ends", scope.NameOf(g.Fact.PersonId), g.Fact.Id));

    public static IEnumerable<DueItem> RoleChanges(ReminderScope scope) => scope.Context.Store.People.WaitingChanges()
        .Select(c => new DueItem(scope.Day(c.RequestedAt), $"The change {c.Id} of roles waits for a member of SLT", scope.NameOf(c.PersonId), c.Id));
}
