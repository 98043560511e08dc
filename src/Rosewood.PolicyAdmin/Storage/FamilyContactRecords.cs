using Rosewood.PolicyAdmin.Correspondence.Families;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Contacts of families: keyed hashes in rows that are put in and taken out, never edited.</summary>
public sealed class FamilyContactRecords
{
    private const string KeyMark = "family-contact-key";
    private readonly PolicyStore _store;

    internal FamilyContactRecords(PolicyStore store) => _store = store;

    /// <summary>Every contact, by family.</summary>
    internal IReadOnlyList<StoredContact> Load() => _store.Query(
        "SELECT number, family_id, relationship, address_hash, phone_hash FROM family_contact ORDER BY family_id, number",
        [],
        static r => new StoredContact(
            r.GetInt64(0),
            new HashedContact(
                r.GetString(1),
                r.GetString(2),
                r.IsDBNull(3) ? null : new ContactHash(r.GetFieldValue<byte[]>(3)),
                r.IsDBNull(4) ? null : new ContactHash(r.GetFieldValue<byte[]>(4)))));

    /// <summary>Whether any contact is recorded.</summary>
    public bool HasAny() => _store.Query("SELECT EXISTS (SELECT 1 FROM family_contact)", [], static r => r.GetInt64(0))[0] == 1;

    /// <summary>Which key the hashes were made with, as <see cref="ContactKey.Mark"/> tells it; null where none was.</summary>
    internal string? GetKeyMark() => _store.Settings.Get(KeyMark);

    /// <summary>Notes which key the hashes are made with.</summary>
    internal void SetKeyMark(StoreChange change, string mark) => _store.Settings.Set(change, KeyMark, mark);

    /// <summary>Puts a contact in.</summary>
    internal void Add(StoreChange change, HashedContact contact)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute(
            "INSERT INTO family_contact (family_id, relationship, address_hash, phone_hash) VALUES ($family, $relationship, $address, $phone)",
            ("$family", contact.FamilyId),
            ("$relationship", contact.Relationship),
            ("$address", contact.Address?.ToArray()),
            ("$phone", contact.Phone?.ToArray()));
        MarkSeen(change, [contact.FamilyId]);
    }

    /// <summary>Whether the families' last import is longer ago than a time: noting each one would fill the audit trail.</summary>
    internal bool IsSeenBefore(IEnumerable<string> families, DateTimeOffset at)
    {
        var seen = _store.Query("SELECT family_id FROM family_seen WHERE at >= $at", [("$at", at.UtcTicks)], static r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        return families.Any(f => !seen.Contains(f));
    }

    /// <summary>Notes that an import had these families: their retention counts from then.</summary>
    internal void MarkSeen(StoreChange change, IEnumerable<string> families)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var family in families)
        {
            _store.Execute(
                "INSERT INTO family_seen (family_id, at) VALUES ($family, $at) ON CONFLICT (family_id) DO UPDATE SET at = max(at, excluded.at)",
                ("$family", family),
                ("$at", change.Origin.At.UtcTicks));
        }
    }

    /// <summary>Takes a contact out.</summary>
    internal void Remove(StoreChange change, long number)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute("DELETE FROM family_contact WHERE number = $number", ("$number", number));
        _store.Execute("DELETE FROM family_seen WHERE family_id NOT IN (SELECT family_id FROM family_contact)");
    }
}
