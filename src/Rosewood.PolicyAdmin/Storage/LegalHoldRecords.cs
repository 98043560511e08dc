using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Holds;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Legal holds and their endings: facts that are appended.</summary>
internal sealed class LegalHoldRecords
{
    private const char HoldKind = 'H';
    private readonly PolicyStore _store;

    internal LegalHoldRecords(PolicyStore store) => _store = store;

    /// <summary>Every hold that was ever set and is still recorded, oldest first.</summary>
    public IReadOnlyList<RecordedLegalHold> LoadAll() => _store.Query(
        "SELECT h.fact, e.hold_id, e.at, e.by, e.reason FROM legal_hold h LEFT JOIN legal_hold_ending e ON e.hold_id = h.id ORDER BY h.number",
        [],
        static r => new RecordedLegalHold(
            JsonSerializer.Deserialize<LegalHoldFact>(r.GetString(0), PolicyJson.Options)!,
            r.IsDBNull(1) ? null : new LegalHoldEnding(r.GetString(1), r.Instant(2), r.GetString(3), r.TextOrNull(4))));

    /// <summary>Those in force.</summary>
    public IReadOnlyList<LegalHoldFact> InForce() => [.. LoadAll().Where(static h => h.Ending is null).Select(static h => h.Fact)];

    /// <summary>The id that the next hold gets; none is given twice.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RecordText.Id(HoldKind, _store.NextNumber("legal_hold"));
    }

    /// <summary>Appends a hold.</summary>
    public void Add(StoreChange change, LegalHoldFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute(
            "INSERT INTO legal_hold (id, person_id, class, from_at, to_at, fact) VALUES ($id, $person, $class, $from, $to, $fact)",
            ("$id", fact.Id),
            ("$person", fact.PersonId),
            ("$class", fact.Class?.ToString()),
            ("$from", fact.From.UtcTicks),
            ("$to", fact.To.UtcTicks),
            ("$fact", PolicyJson.Text(fact)));
    }

    /// <summary>Appends an ending; false when the hold has one already.</summary>
    public bool Add(StoreChange change, LegalHoldEnding ending)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _store.Execute(
            "INSERT INTO legal_hold_ending (hold_id, at, by, reason) VALUES ($id, $at, $by, $reason) ON CONFLICT (hold_id) DO NOTHING",
            ("$id", ending.HoldId),
            ("$at", ending.At.UtcTicks),
            ("$by", ending.By),
            ("$reason", ending.Reason)) == 1;
    }
}
