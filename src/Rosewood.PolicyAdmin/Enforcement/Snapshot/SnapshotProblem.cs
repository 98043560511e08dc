namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>Why a snapshot can't be gone by.</summary>
internal enum SnapshotProblem
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>The account may not read it, or the disk does not give it.</summary>
    NotReadable,

    /// <summary>It ends too early.</summary>
    Truncated,

    /// <summary>Its bytes are not those that were written, or are no snapshot.</summary>
    Corrupt,

    /// <summary>A newer version of this program wrote it.</summary>
    TooNew,

    /// <summary>A version of this program from before a change of the format wrote it.</summary>
    TooOld,

    /// <summary>It was written later than this machine's clock shows.</summary>
    FromTheFuture,
}
