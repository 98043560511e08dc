using Microsoft.Data.Sqlite;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Counts what stands behind a control, also where a store has no such table (yet).</summary>
public sealed class EvidenceRecords
{
    private readonly PolicyStore _store;

    internal EvidenceRecords(PolicyStore store) => _store = store;

    /// <summary>Visits in the store, with the last one's begin.</summary>
    public Evidence Visits() => Count("visit", "start_at");

    /// <summary>Devices that have been in the inventory.</summary>
    public Evidence Devices() => Count("device", atColumn: null);

    private Evidence Count(string table, string? atColumn)
    {
        var columns = _store.Query("SELECT name FROM pragma_table_info($table)", [("$table", table)], static r => r.GetString(0));
        if (columns.Count == 0)
        {
            return new Evidence(0, null);
        }

        var at = atColumn is not null && columns.Contains(atColumn, StringComparer.Ordinal) ? $"max({atColumn})" : "NULL";
        return _store.Query($"SELECT count(*), {at} FROM {table}", [], Map)[0];
    }

    private static Evidence Map(SqliteDataReader r) => new(r.GetInt64(0), r.IsDBNull(1) ? null : r.Instant(1));
}

/// <summary>How much there is of something, and when it last happened.</summary>
/// <param name="Count">How many.</param>
/// <param name="LastAt">When last, or null.</param>
public readonly record struct Evidence(long Count, DateTimeOffset? LastAt);
