namespace Rosewood.PolicyAdmin.Governance;

/// <summary>What walking the audit trail showed.</summary>
/// <param name="Intact">Whether every entry holds, and the expected head, where one was given, was found.</param>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Head">The last entry's hash, hexadecimal: note it somewhere else.</param>
/// <param name="BrokenAt">The number of the first entry that does not hold, or null.</param>
/// <param name="Explanation">In words.</param>
/// <param name="Guarded">Whether the store's guards against changing the trail are in place.</param>
/// <param name="Erased">How many entries have lost their values; their digests stay.</param>
public sealed record AuditProof(bool Intact, long Entries, string Head, long? BrokenAt, string Explanation, bool Guarded, long Erased)
{
    /// <summary>How many of those lost them because their time was over, as an entry of the trail says. Any other calls for a look.</summary>
    public long ErasedByRetention { get; init; }

    /// <summary>The number of the first entry that is left, where retention cut earlier ones off; null where all are there.</summary>
    public long? CutBefore { get; init; }

    /// <summary>Whether nothing about the trail calls for a look: it proves whole, is guarded, and lacks no value whose time is not over.</summary>
    internal bool IsSound => Intact && Guarded && Erased == ErasedByRetention;
}
