using Rosewood.PolicyAdmin.Safeguarding;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>The public parts of safeguarding keys: appended, never edited.</summary>
public sealed class SafeguardingKeyRecords
{
    private readonly PolicyStore _store;

    internal SafeguardingKeyRecords(PolicyStore store) => _store = store;

    /// <summary>Every key, oldest first.</summary>
    public IReadOnlyList<SafeguardingKeyFact> LoadAll() => _store.Query(
        "SELECT k.id, k.kind, k.person_id, k.fingerprint, k.public_key, k.at, e.at FROM safeguarding_key k LEFT JOIN safeguarding_key_end e ON e.key_id = k.id ORDER BY k.number",
        [],
        static r => new SafeguardingKeyFact(
            r.GetString(0),
            Enum.Parse<SafeguardingKeyKind>(r.GetString(1)),
            r.GetString(2),
            r.GetString(3),
            r.GetFieldValue<byte[]>(4),
            r.Instant(5),
            r.IsDBNull(6) ? null : r.Instant(6)));

    /// <summary>Whether the audit trail says that its holder registered just this key: the store's file could be written by whoever owns it.</summary>
    public bool IsRegistered(SafeguardingKeyFact key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _store.Query(
            "SELECT 1 FROM audit WHERE command = 'New-SafeguardingKey' AND operator = $person AND subject = $subject",
            [("$person", key.PersonId), ("$subject", SubjectOf(key))],
            static r => r.GetInt64(0)).Count > 0;
    }

    /// <summary>What the audit trail names a key by.</summary>
    public static string SubjectOf(SafeguardingKeyFact key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return $"{key.Id} {key.Kind} {key.Fingerprint}";
    }

    /// <summary>The id that the next key gets.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RecordText.Id("SK", _store.NextNumber("safeguarding_key"));
    }

    /// <summary>Appends a key.</summary>
    public void Add(StoreChange change, SafeguardingKeyFact key)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(key);
        _store.Execute(
            "INSERT INTO safeguarding_key (id, kind, person_id, fingerprint, public_key, at) VALUES ($id, $kind, $person, $fingerprint, $key, $at)",
            ("$id", key.Id),
            ("$kind", key.Kind.ToString()),
            ("$person", key.PersonId),
            ("$fingerprint", key.Fingerprint),
            ("$key", key.PublicKey),
            ("$at", key.At.UtcTicks));
    }

    /// <summary>Retires a key; false when it is retired already.</summary>
    public bool Retire(StoreChange change, string keyId, string by, string reason)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _store.Execute(
            "INSERT INTO safeguarding_key_end (key_id, at, by, reason) VALUES ($id, $at, $by, $reason) ON CONFLICT (key_id) DO NOTHING",
            ("$id", keyId),
            ("$at", change.Origin.At.UtcTicks),
            ("$by", by),
            ("$reason", reason)) == 1;
    }
}
