using System.Globalization;
using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Sealed safeguarding concerns. What they say is nowhere in the store.</summary>
public sealed class ConcernRecords
{
    private readonly PolicyStore _store;

    internal ConcernRecords(PolicyStore store) => _store = store;

    /// <summary>Every concern, sealed, oldest first.</summary>
    public IReadOnlyList<SealedConcern> LoadAll()
    {
        var wraps = _store.Query("SELECT concern_id, key_id, wrapped FROM safeguarding_wrap", [], static r => (Concern: r.GetString(0), Key: r.GetString(1), Wrapped: r.GetFieldValue<byte[]>(2)))
            .ToLookup(static w => w.Concern, StringComparer.Ordinal);
        return _store.Query(
            "SELECT id, at, sealed FROM safeguarding_concern ORDER BY number",
            [],
            r => new SealedConcern(
                r.GetString(0),
                r.Instant(1),
                r.GetFieldValue<byte[]>(2),
                wraps[r.GetString(0)].ToDictionary(static w => w.Key, static w => w.Wrapped, StringComparer.Ordinal)));
    }

    /// <summary>How many concerns were reported: all that a report may say of them.</summary>
    /// <param name="from">At or after this instant; null: from the beginning.</param>
    /// <param name="to">Before this instant; null: to the end.</param>
    public long Count(DateTimeOffset? from = null, DateTimeOffset? to = null) => _store.Query(
        "SELECT count(*) FROM safeguarding_concern WHERE ($from IS NULL OR at >= $from) AND ($to IS NULL OR at < $to)",
        [("$from", from?.UtcTicks), ("$to", to?.UtcTicks)],
        static r => r.GetInt64(0))[0];

    /// <summary>When the last one was reported; null when there is none.</summary>
    public DateTimeOffset? LatestAt() =>
        _store.Query("SELECT max(at) FROM safeguarding_concern", [], static r => r.IsDBNull(0) ? (DateTimeOffset?)null : r.Instant(0))[0];

    /// <summary>
    /// The id that the next concern gets: those that no safeguarding lead opens are counted apart, since a number left out would tell a lead
    /// of one. None is given twice, also after one was erased.
    /// </summary>
    /// <param name="change">The change that adds it.</param>
    /// <param name="isForLead">Whether a safeguarding lead's key opens it.</param>
    public string NextId(StoreChange change, bool isForLead)
    {
        ArgumentNullException.ThrowIfNull(change);
        var kind = isForLead ? "SC" : "SE";
        var key = "last concern " + kind;
        var stored = _store.Query("SELECT coalesce(max(CAST(substr(id, 4) AS INTEGER)), 0) FROM safeguarding_concern WHERE substr(id, 1, 3) = $kind || '-'", [("$kind", kind)], static r => r.GetInt64(0))[0];
        var given = _store.Settings.Get(key) is { } last ? long.Parse(last, CultureInfo.InvariantCulture) : 0;
        var next = Math.Max(stored, given) + 1;
        _store.Settings.Set(change, key, next.ToString(CultureInfo.InvariantCulture));
        return RecordText.Id(kind, next);
    }

    /// <summary>Appends a concern with what opens it.</summary>
    public void Add(StoreChange change, SealedConcern concern)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(concern);
        _store.Execute(
            "INSERT INTO safeguarding_concern (id, at, sealed) VALUES ($id, $at, $sealed)",
            ("$id", concern.Id),
            ("$at", concern.At.UtcTicks),
            ("$sealed", concern.Envelope));
        foreach (var (keyId, wrapped) in concern.Wrapped)
        {
            AddWrap(change, concern.Id, keyId, wrapped);
        }
    }

    /// <summary>Appends what opens a concern with one more key.</summary>
    public void AddWrap(StoreChange change, string concernId, string keyId, byte[] wrapped)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute(
            "INSERT INTO safeguarding_wrap (concern_id, key_id, at, wrapped) VALUES ($concern, $key, $at, $wrapped) ON CONFLICT DO NOTHING",
            ("$concern", concernId),
            ("$key", keyId),
            ("$at", change.Origin.At.UtcTicks),
            ("$wrapped", wrapped));
    }
}
