namespace Rosewood.PolicyAdmin.Governance;

/// <summary>What walking the audit trail showed.</summary>
/// <param name="Intact">Whether every entry holds, and the expected head, where one was given, was found.</param>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Head">The last entry's hash, hexadecimal: note it somewhere else.</param>
/// <param name="BrokenAt">The number of the first entry that does not hold, or null.</param>
/// <param name="Explanation">In words.</param>
public sealed record AuditProof(bool Intact, long Entries, string Head, long? BrokenAt, string Explanation);
