using System.Globalization;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance.Retention;

/// <summary>What the store knows of runs of retention.</summary>
internal static class RetentionState
{
    /// <summary>After so long without a run something is kept that should be gone.</summary>
    public static readonly TimeSpan Overdue = TimeSpan.FromDays(35);

    private const string LastRunKey = "retention-last-run";
    private const string PendingKey = "retention-compaction";
    private const string Pending = "pending";

    /// <summary>When the last run came to its end; null: never.</summary>
    public static DateTimeOffset? LastRun(PolicyStore store) =>
        DateTimeOffset.TryParse(store.Settings.Get(LastRunKey), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;

    /// <summary>Notes that a run has come to its end.</summary>
    public static void SetLastRun(PolicyStore store, StoreChange change)
    {
        store.Settings.Set(change, LastRunKey, change.Origin.At.ToString("O", CultureInfo.InvariantCulture));
        store.Settings.Set(change, PendingKey, "done");
    }

    /// <summary>Whether rows were removed and the file was not rebuilt since: parts of them may still be in it.</summary>
    public static bool IsCompactionPending(PolicyStore store) => string.Equals(store.Settings.Get(PendingKey), Pending, StringComparison.Ordinal);

    /// <summary>Notes, with the removal itself, that the file is to be rebuilt.</summary>
    public static void SetCompactionPending(PolicyStore store, StoreChange change) => store.Settings.Set(change, PendingKey, Pending);
}
