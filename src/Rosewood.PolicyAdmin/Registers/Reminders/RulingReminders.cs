using Rosewood.PolicyAdmin.Registers.Rulings;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Rulings that end.</summary>
internal static class RulingReminders
{
    public static IEnumerable<DueItem> Ends(ReminderScope scope) => scope.Context.Store.Rulings.LoadAll()
        .Where(r => r.StatusAt(scope.Now) is RulingStatus.Active or RulingStatus.Pending && r.Fact.Until is { } until && scope.Includes(scope.LastDay(until)))
        .Select(r => new DueItem(scope.LastDay(r.Fact.Until!.Value), $"The ruling {r.Fact.Id} on {r.Fact.System} ends", scope.NameOf(r.Fact.LeaderId), r.Fact.Id));
}
