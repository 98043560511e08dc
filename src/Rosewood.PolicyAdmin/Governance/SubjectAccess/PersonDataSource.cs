using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>What the parts of an export share.</summary>
/// <param name="Context">The command.</param>
/// <param name="Traces">By what the person is known.</param>
/// <param name="Redactor">Takes others out.</param>
internal sealed record PersonDataSource(CommandContext Context, PersonTraces Traces, Redactor Redactor)
{
    /// <summary>The person's id.</summary>
    public string PersonId => Traces.PersonId;

    /// <summary>An instant in the school's time.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Context.Workspace.Zone);

    /// <summary>The same, where there is one.</summary>
    public DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? Local(instant) : null;

    /// <summary>An instant in the school's time; null where there is none, or it is of no day in the calendar.</summary>
    public DateTimeOffset? Local(long ticks) => ticks is > 0 and < long.MaxValue && ticks < DateTimeOffset.MaxValue.Ticks ? Local(new DateTimeOffset(ticks, TimeSpan.Zero)) : null;

    /// <summary>Whether an id is the person's.</summary>
    public bool IsThem(string? id) => string.Equals(id, PersonId, StringComparison.Ordinal);

    /// <summary>A part of records without others.</summary>
    public PersonDataPart Part(DataClassName name, IEnumerable<object> records, string? note = null)
    {
        var clean = new List<JsonNode>();
        foreach (var record in records)
        {
            clean.Add(Redactor.Record(record));
        }

        return new PersonDataPart(name, clean, note);
    }
}
