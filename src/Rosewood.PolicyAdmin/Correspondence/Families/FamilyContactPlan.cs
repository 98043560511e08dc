namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>What an import of family contacts changes: worked out without touching anything, so that it can be shown first, then done whole.</summary>
internal sealed class FamilyContactPlan
{
    /// <summary>Compares the file with the register: of a family in the file, exactly the file's contacts stay.</summary>
    /// <param name="file">The file's contacts.</param>
    /// <param name="register">What is recorded.</param>
    /// <param name="removeMissing">Whether families that the file lacks are taken out.</param>
    /// <param name="isKeyNew">Whether the recorded contacts were hashed with a key that is gone: none of them can stay.</param>
    public FamilyContactPlan(IReadOnlyList<HashedContact> file, IReadOnlyList<StoredContact> register, bool removeMissing, bool isKeyNew)
    {
        var wanted = file.ToHashSet();
        var recorded = isKeyNew ? [] : register.Select(s => s.Contact).ToHashSet();
        var families = file.Select(c => c.FamilyId).ToHashSet(StringComparer.Ordinal);
        Added = [.. file.Where(c => !recorded.Contains(c))];
        var missing = register.Where(s => !families.Contains(s.Contact.FamilyId)).ToList();
        MissingFamilies = isKeyNew || removeMissing ? 0 : missing.Select(s => s.Contact.FamilyId).Distinct(StringComparer.Ordinal).Count();
        Removed = [.. register.Where(s => isKeyNew || (families.Contains(s.Contact.FamilyId) ? !wanted.Contains(s.Contact) : removeMissing))];
        Unchanged = file.Count - Added.Count;
        Families = families.Count;
        Before = isKeyNew ? [] : register;
        File = file;
    }

    /// <summary>Contacts that are new.</summary>
    public IReadOnlyList<HashedContact> Added { get; }

    /// <summary>Recorded contacts that are taken out.</summary>
    public IReadOnlyList<StoredContact> Removed { get; }

    /// <summary>Contacts that are recorded already.</summary>
    public int Unchanged { get; }

    /// <summary>Families in the file.</summary>
    public int Families { get; }

    /// <summary>Recorded families that the file lacks and that stay.</summary>
    public int MissingFamilies { get; }

    /// <summary>Whether anything changes.</summary>
    public bool ChangesAnything => Added.Count + Removed.Count > 0;

    private IReadOnlyList<StoredContact> Before { get; }

    private IReadOnlyList<HashedContact> File { get; }

    /// <summary>For each family that changes its counts before and after: what the audit trail keeps, without addresses and without their hashes.</summary>
    public IEnumerable<(string FamilyId, FamilyCounts? Before, FamilyCounts? After)> Changes()
    {
        var before = Before.Select(s => s.Contact).ToLookup(c => c.FamilyId, StringComparer.Ordinal);
        var after = File.ToLookup(c => c.FamilyId, StringComparer.Ordinal);
        return Added.Select(c => c.FamilyId).Concat(Removed.Select(s => s.Contact.FamilyId)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => (id, FamilyCounts.Of(before[id]), FamilyCounts.Of(after[id])));
    }
}

/// <summary>How many contacts a family has.</summary>
/// <param name="Contacts">All.</param>
/// <param name="Addresses">With an address.</param>
/// <param name="Phones">With a phone number.</param>
internal sealed record FamilyCounts(int Contacts, int Addresses, int Phones)
{
    /// <summary>Counts; null when there are none.</summary>
    public static FamilyCounts? Of(IEnumerable<HashedContact> contacts)
    {
        var all = contacts.ToList();
        return all.Count == 0 ? null : new FamilyCounts(all.Count, all.Count(c => c.Address is not null), all.Count(c => c.Phone is not null));
    }
}
