using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>Faults about snapshots.</summary>
internal static class SnapshotFaults
{
    public static Fault NotWritten(EnforcementTargetConfig target, Fault cause) => new(
        "SnapshotNotWritten",
        cause.Kind,
        AccessSnapshot.PathOf(target),
        $"The live block '{target.Name}' still goes by the old facts, because its snapshot could not be written: {cause.Message} What the command itself did stands. Once that is mended, any command brings the snapshot up to date, such as Get-SocialMediaAccess.");
}
