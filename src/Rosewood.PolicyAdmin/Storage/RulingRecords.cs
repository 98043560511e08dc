using Rosewood.PolicyAdmin.Registers.Rulings;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Rulings of SLT and their endings: facts that are appended.</summary>
public sealed class RulingRecords
{
    private const string Kind = "SR";
    private readonly PolicyStore _store;
    private readonly FactTable<SltRulingFact> _facts;

    internal RulingRecords(PolicyStore store) => (_store, _facts) = (store, new(store, "slt_ruling"));

    /// <summary>Every ruling that was ever recorded, oldest first.</summary>
    public IReadOnlyList<RecordedRuling> LoadAll()
    {
        var endings = _store.Query(
            "SELECT ruling_id, at, by, reason FROM slt_ruling_ending",
            [],
            static r => new SltRulingEnding(r.GetString(0), r.Instant(1), r.GetString(2), r.TextOrNull(3))).ToDictionary(static e => e.RulingId, StringComparer.Ordinal);
        return [.. _facts.LoadAll().Select(f => new RecordedRuling(f, endings.GetValueOrDefault(f.Id)))];
    }

    /// <summary>The rulings, for an audit to ask.</summary>
    public RulingSet Load() => new(LoadAll());

    /// <summary>The id that the next ruling gets.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _facts.NextId(Kind);
    }

    /// <summary>Appends a ruling.</summary>
    public void Add(StoreChange change, SltRulingFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(fact);
        _facts.Add(fact.Id, fact.LeaderId, fact);
    }

    /// <summary>Appends an ending; false when the ruling has one already.</summary>
    public bool Add(StoreChange change, SltRulingEnding ending)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(ending);
        return _store.Execute(
            "INSERT INTO slt_ruling_ending (ruling_id, at, by, reason) VALUES ($id, $at, $by, $reason) ON CONFLICT (ruling_id) DO NOTHING",
            ("$id", ending.RulingId),
            ("$at", ending.At.UtcTicks),
            ("$by", ending.By),
            ("$reason", ending.Reason)) == 1;
    }
}
