using Rosewood.PolicyAdmin.Storage.Expiry;

namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Files up to this size are rebuilt in memory, so that nothing of them is written outside the workspace.</summary>
    private const long MostInMemory = 256L << 20;

    /// <summary>Legal holds.</summary>
    internal LegalHoldRecords LegalHolds => field ??= new(this);

    /// <summary>Reviews of filtering and monitoring.</summary>
    internal FilteringReviewRecords FilteringReviews => field ??= new(this);

    /// <summary>What is over, and its removal.</summary>
    internal ExpiryRecords Expiry => field ??= new(this);

    /// <summary>
    /// Rebuilds the file from what counts, so that no page holds anything of what was removed, and empties the write-ahead log. Not inside
    /// a change; killed half way, the file is as before.
    /// </summary>
    /// <returns>False when another process still reads: the log could not be emptied, and removed rows may be in it.</returns>
    internal bool Compact()
    {
        Connection.Execute($"PRAGMA temp_store = {(new FileInfo(FilePath).Length <= MostInMemory ? "MEMORY" : "FILE")}");
        Connection.Execute("VACUUM");
        return this.Query("PRAGMA wal_checkpoint(TRUNCATE)", [], static r => r.GetInt64(0))[0] == 0;
    }
}
