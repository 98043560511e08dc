using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Incidents and what was recorded about them later: facts that are appended.</summary>
public sealed class IncidentRecords
{
    private readonly PolicyStore _store;

    internal IncidentRecords(PolicyStore store) => _store = store;

    /// <summary>Every incident, oldest first.</summary>
    public IReadOnlyList<RecordedIncident> LoadAll() => Load("TRUE");

    /// <summary>The incidents that one about these people may be the same as: of the first of them, or of nobody on the roster.</summary>
    /// <param name="personIds">People on the roster.</param>
    internal IReadOnlyList<RecordedIncident> Concerning(IReadOnlyList<string> personIds) => personIds is [var first, ..]
        ? Load("id IN (SELECT incident_id FROM incident_person WHERE person_id = $person)", ("$person", first))
        : Load("id NOT IN (SELECT incident_id FROM incident_person)");

    /// <summary>How many incidents there are by type, severity and status: for reports, which name nobody.</summary>
    /// <param name="from">Opened at or after this instant; null: from the beginning.</param>
    /// <param name="to">Opened before this instant; null: to the end.</param>
    public IReadOnlyList<IncidentCount> Counts(DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        [.. LoadAll()
            .Where(i => !(i.Fact.OpenedAt < from) && !(i.Fact.OpenedAt >= to))
            .GroupBy(static i => (i.Type, i.Severity, i.Status))
            .OrderBy(static g => g.Key.Type).ThenByDescending(static g => g.Key.Severity).ThenBy(static g => g.Key.Status)
            .Select(static g => new IncidentCount(g.Key.Type, g.Key.Severity, g.Key.Status, g.Count()))];

    /// <summary>The id that the next incident gets; none is given twice, also after one was erased.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RecordText.Id('I', _store.NextNumber("incident"));
    }

    /// <summary>Appends an incident.</summary>
    /// <returns>The SHA-256 of what was stored, for the audit trail.</returns>
    public string Add(StoreChange change, IncidentFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(fact);
        var json = PolicyJson.Serialise(fact);
        _store.Execute("INSERT INTO incident (id, fact) VALUES ($id, $fact)", ("$id", fact.Id), ("$fact", Encoding.UTF8.GetString(json)));
        AddPersons(fact.Id, fact.PersonIds);
        return Convert.ToHexStringLower(SHA256.HashData(json));
    }

    /// <summary>Appends what is new about an incident.</summary>
    /// <returns>The SHA-256 of what was stored, for the audit trail.</returns>
    public string Add(StoreChange change, IncidentUpdateFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(fact);
        var json = PolicyJson.Serialise(fact);
        _store.Execute("INSERT INTO incident_update (incident_id, fact) VALUES ($id, $fact)", ("$id", fact.IncidentId), ("$fact", Encoding.UTF8.GetString(json)));
        AddPersons(fact.IncidentId, fact.PersonIds);
        return Convert.ToHexStringLower(SHA256.HashData(json));
    }

    private List<RecordedIncident> Load(string condition, params (string Name, object? Value)[] values)
    {
        var updates = _store.Query($"SELECT fact FROM incident_update WHERE incident_id IN (SELECT id FROM incident WHERE {condition}) ORDER BY number", values, static r => JsonSerializer.Deserialize<IncidentUpdateFact>(r.GetString(0), PolicyJson.Options)!)
            .ToLookup(static u => u.IncidentId, StringComparer.Ordinal);
        return _store.Query($"SELECT fact FROM incident WHERE {condition} ORDER BY number", values, static r => JsonSerializer.Deserialize<IncidentFact>(r.GetString(0), PolicyJson.Options)!)
            .ConvertAll(f => new RecordedIncident(f, [.. updates[f.Id]]));
    }

    private void AddPersons(string incidentId, IReadOnlyList<string> personIds)
    {
        foreach (var personId in personIds)
        {
            _store.Execute("INSERT INTO incident_person (incident_id, person_id) VALUES ($id, $person) ON CONFLICT DO NOTHING", ("$id", incidentId), ("$person", personId));
        }
    }
}
