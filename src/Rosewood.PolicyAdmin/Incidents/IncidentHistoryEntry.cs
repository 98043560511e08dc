namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>One fact about an incident, as it was recorded.</summary>
/// <param name="Id">The incident.</param>
/// <param name="At">When, in the school's local time.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Change">What it says, such as <c>Status Closed; Outcome NoMisuse</c>.</param>
/// <param name="Reason">Why; of the opening its summary.</param>
public sealed record IncidentHistoryEntry(string Id, DateTimeOffset At, string By, string Change, string Reason)
{
    internal static IEnumerable<IncidentHistoryEntry> Of(RecordedIncident incident, IncidentBook book, TimeZoneInfo zone)
    {
        var fact = incident.Fact;
        var isWithheld = book.IsWithheld(incident);
        yield return new(fact.Id, TimeZoneInfo.ConvertTime(fact.OpenedAt, zone), book.NameOf(fact.OpenedBy), $"Opened: {fact.Type}, {fact.Misuse} and {fact.Nature}, {fact.Severity}", Shown(fact.Summary));
        foreach (var update in incident.Updates)
        {
            string?[] parts =
            [
                update.Status is { } status ? $"Status {status}" : null,
                update.Type is { } type ? $"Type {type}" : null,
                update.Outcome is { } outcome ? $"Outcome {outcome}" : null,
                update.Severity is { } severity ? $"Severity {severity}" : null,
                update.Misuse is { } misuse ? $"Misuse {misuse}" : null,
                update.Nature is { } nature ? $"Nature {nature}" : null,
                update.PersonIds.Count > 0 ? $"Concerns {string.Join(", ", update.PersonIds.Select(book.NameOf))} too" : null,
            ];
            yield return new(fact.Id, TimeZoneInfo.ConvertTime(update.At, zone), book.NameOf(update.By), string.Join("; ", parts.OfType<string>()), Shown(update.Reason));
        }

        string Shown(string text) => isWithheld ? IncidentText.Mask(text) : text;
    }
}
