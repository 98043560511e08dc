using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Findings;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Dismissals of findings and their endings: facts that are appended.</summary>
public sealed class SuppressionRecords
{
    private const char SuppressionKind = 'S';
    private readonly PolicyStore _store;

    internal SuppressionRecords(PolicyStore store) => _store = store;

    /// <summary>The dismissals that count at an instant: recorded by then, and neither expired nor removed.</summary>
    /// <param name="atTicks">UTC ticks.</param>
    public SuppressionSet Load(long atTicks) => new(LoadAll().Where(s => s.CountsAt(atTicks)));

    /// <summary>Every dismissal that was ever recorded, oldest first.</summary>
    public IReadOnlyList<Suppression> LoadAll() => _store.Query(
        "SELECT s.fact, e.suppression_id, e.at, e.by, e.reason FROM finding_suppression s "
        + "LEFT JOIN finding_suppression_ending e ON e.suppression_id = s.id ORDER BY s.number",
        [],
        static r => new Suppression(
            JsonSerializer.Deserialize<SuppressionFact>(r.GetString(0), PolicyJson.Options)!,
            r.IsDBNull(1) ? null : new SuppressionEnding(r.GetString(1), r.Instant(2), r.GetString(3), r.TextOrNull(4))));

    /// <summary>The id that the next dismissal gets; none is given twice, also after one was erased.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RecordText.Id(SuppressionKind, _store.NextNumber("finding_suppression"));
    }

    /// <summary>Appends a dismissal.</summary>
    public void Add(StoreChange change, SuppressionFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(fact);
        _store.Execute(
            "INSERT INTO finding_suppression (id, finding, person_id, login, added_at, until_at, fact) VALUES ($id, $finding, $person, $login, $added, $until, $fact)",
            ("$id", fact.Id),
            ("$finding", fact.Finding.ToString()),
            ("$person", fact.PersonId),
            ("$login", fact.Login),
            ("$added", fact.AddedAt.UtcTicks),
            ("$until", fact.Until.UtcTicks),
            ("$fact", PolicyJson.Text(fact)));
    }

    /// <summary>Appends an ending; false when the dismissal has one already.</summary>
    public bool Add(StoreChange change, SuppressionEnding ending)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(ending);
        return _store.Execute(
            "INSERT INTO finding_suppression_ending (suppression_id, at, by, reason) VALUES ($id, $at, $by, $reason) ON CONFLICT (suppression_id) DO NOTHING",
            ("$id", ending.SuppressionId),
            ("$at", ending.At.UtcTicks),
            ("$by", ending.By),
            ("$reason", ending.Reason)) == 1;
    }
}
