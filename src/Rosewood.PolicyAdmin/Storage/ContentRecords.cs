using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Traffic.Content;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Access to prohibited content, as logs showed it.</summary>
public sealed class ContentRecords
{
    private readonly PolicyStore _store;

    internal ContentRecords(PolicyStore store) => _store = store;

    /// <summary>Whether the logs have a user of this name, in normal form.</summary>
    public bool HasUser(string user) => _store.Query("SELECT 1 FROM content_access WHERE user = $user LIMIT 1", [("$user", user)], static _ => true).Count > 0;

    /// <summary>Adds counts of a log.</summary>
    internal void Add(StoreChange change, long source, IReadOnlyDictionary<ContentKey, ContentCounts> counts)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (counts.Count == 0)
        {
            return;
        }

        using var row = new RowStatement(
            _store,
            "INSERT INTO content_access (source, slot, user, address, device, type, category, host, first_at, last_at, allowed, blocked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            + "ON CONFLICT DO UPDATE SET first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at), allowed = allowed + excluded.allowed, blocked = blocked + excluded.blocked");
        foreach (var (key, count) in counts)
        {
            row.Add(source).Add(key.Slot).Add(key.User ?? "").Add(key.Address ?? "").Add(key.DeviceText ?? "").Add(key.Type.ToString()).Add(key.Category).Add(key.Host ?? "")
                .Add(count.FirstSeconds).Add(count.LastSeconds).Add(count.Allowed).Add(count.Blocked).Run();
        }
    }

    /// <summary>What logs showed from one instant (inclusive) to another (exclusive), seconds since 1970 UTC, in the order of its beginning.</summary>
    internal List<(ContentKey Key, ContentCounts Counts)> Read(long from, long to) => _store.Query(
        "SELECT slot, user, address, device, type, category, host, first_at, last_at, allowed, blocked FROM content_access WHERE last_at >= $from AND first_at < $to ORDER BY first_at, slot, source, user, address, device, type, category, host",
        [("$from", from), ("$to", to)],
        Row);

    private static (ContentKey Key, ContentCounts Counts) Row(SqliteDataReader r) => (
        new ContentKey(r.GetInt32(0), Text(1, r), Text(2, r), Text(3, r), Enum.Parse<IncidentType>(r.GetString(4)), r.GetString(5), Text(6, r)),
        new ContentCounts { FirstSeconds = r.GetInt64(7), LastSeconds = r.GetInt64(8), Allowed = r.GetInt64(9), Blocked = r.GetInt64(10) });

    private static string? Text(int column, SqliteDataReader r) => r.GetString(column) is { Length: > 0 } text ? text : null;
}
