using System.Globalization;
using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>Incidents that nobody has looked at for long (MIS-3). Whom they concern is said to nobody here, and that there is one to nobody whom it concerns.</summary>
internal static class IncidentReminders
{
    private static readonly TimeSpan ToBegin = TimeSpan.FromDays(2);
    private static readonly TimeSpan ToGoOn = TimeSpan.FromDays(28);

    /// <summary>Open ones from the second day on, and those that are looked into from the fourth week without a word on.</summary>
    public static IEnumerable<DueItem> Open(ReminderScope scope)
    {
        var book = new IncidentBook(scope.Context, scope.People);
        return scope.Context.Store.Incidents.LoadAll()
        .Where(i => i.Status != IncidentStatus.Closed && !book.Concerns(i))
        .Select(i => (Incident: i, Due: Days.After(scope.Day(i.ChangedAt), i.Status == IncidentStatus.Open ? ToBegin : ToGoOn)))
        .Where(i => scope.Includes(i.Due))
        .Select(static i => new DueItem(i.Due, string.Create(CultureInfo.InvariantCulture, $"The incident {i.Incident.Fact.Id} is {(i.Incident.Status == IncidentStatus.Open ? "open, and nobody looks into it" : "being looked into, and nothing was recorded for four weeks")}"), Who: null, i.Incident.Fact.Id));
    }
}
