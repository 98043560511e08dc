namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Counts what the store holds, table by table: for the data protection officer.</summary>
public sealed class HoldingRecords
{
    private readonly PolicyStore _store;

    internal HoldingRecords(PolicyStore store) => _store = store;

    /// <summary>How many rows a table has, and the oldest one's time.</summary>
    /// <param name="table">The table: the program's own word, never a person's.</param>
    /// <param name="time">Its column with UTC ticks, or null.</param>
    internal Holding Of(string table, string? time) => _store.Query(
        $"SELECT count(*), {(time is null ? "NULL" : $"min({time})")} FROM {table}",
        [],
        static r => new Holding(r.GetInt64(0), r.IsDBNull(1) ? null : r.Instant(1)))[0];
}

/// <summary>What a table holds.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="OldestAt">The oldest one's time, or null.</param>
internal readonly record struct Holding(long Count, DateTimeOffset? OldestAt);
