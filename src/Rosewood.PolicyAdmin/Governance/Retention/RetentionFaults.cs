using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance.Retention;

/// <summary>What can keep retention from coming to its end.</summary>
internal static class RetentionFaults
{
    public static Fault StillRead(string path) => new(
        "RetentionNotFinished",
        FaultKind.Unavailable,
        path,
        "The rows are removed, but another command reads the store, and the write-ahead log beside it may still hold parts of them. Run Remove-ExpiredPolicyData again when that command has ended.");
}
