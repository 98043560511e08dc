using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Evidence of visits.</summary>
public sealed class VisitRecords
{
    private const string Measures =
        "start_at, end_at, last_start, hits, bytes, person_allowed, person_blocked, media, embedded, outside_referrer, background, shared, smallest_hit, largest_hit, gap_squares, open_from, open_until";

    private readonly PolicyStore _store;

    internal VisitRecords(PolicyStore store) => _store = store;

    /// <summary>Visits that start in [from, to), by start, one at a time: in the order of an index, so that a year needs no sorting.</summary>
    /// <param name="fromTicks">UTC ticks.</param>
    /// <param name="toTicks">UTC ticks.</param>
    public IEnumerable<VisitEvidence> Read(long fromTicks, long toTicks)
    {
        using var rows = new RowReader(
            _store,
            $"SELECT {Measures}, id, user, address, device, service FROM visit WHERE start_at >= ? AND start_at < ? AND shared < hits ORDER BY start_at, id",
            fromTicks,
            toTicks);
        while (rows.Read())
        {
            yield return Evidence(rows);
        }
    }

    /// <summary>Whether any visit has this user, in normal form.</summary>
    public bool HasUser(string user) =>
        _store.Query("SELECT 1 FROM visit WHERE user = $user LIMIT 1", [("$user", user)], static _ => true).Count > 0;

    /// <summary>Whether any visit's log calls its device so.</summary>
    public bool HasDevice(string device) =>
        _store.Query("SELECT 1 FROM visit WHERE device = $device COLLATE NOCASE LIMIT 1", [("$device", device)], static _ => true).Count > 0;

    /// <summary>The earliest beginning and the latest end of what is stored; from after until when nothing is.</summary>
    internal (long From, long Until) Range() => _store.Query(
        "SELECT (SELECT min(start_at) FROM visit), (SELECT max(end_at) FROM visit)",
        [],
        static r => r.IsDBNull(0) ? (long.MaxValue, long.MinValue) : (r.GetInt64(0), r.GetInt64(1)))[0];

    /// <summary>Visits of one key that reach into [from, until].</summary>
    internal List<OpenVisit> Find(VisitKey key, string service, long from, long until) => _store.Query(
        $"SELECT {Measures}, id FROM visit WHERE user IS $user AND service = $service AND start_at <= $until AND end_at >= $from AND address IS $address AND device IS $device",
        [("$user", key.User), ("$service", service), ("$address", key.Address), ("$device", key.DeviceText), ("$from", from), ("$until", until)],
        Open);

    /// <summary>Removes visits that were joined into others, and lone hits on shared hosts that nothing can join any more.</summary>
    internal void Remove(StoreChange change, IEnumerable<long> ids, long loneBefore)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var id in ids)
        {
            _store.Execute("DELETE FROM visit WHERE id = $id", ("$id", id));
        }

        _store.Execute("DELETE FROM visit WHERE end_at < $before AND shared = hits", ("$before", loneBefore));
    }

    /// <summary>Stores visits as they are now; new ones get their id.</summary>
    internal void Save(StoreChange change, IEnumerable<(VisitKey Key, OpenVisit Visit)> visits, Func<int, string> serviceName)
    {
        ArgumentNullException.ThrowIfNull(change);
        var next = _store.Query("SELECT coalesce(max(id), 0) + 1 FROM visit", [], static r => r.GetInt64(0))[0];
        const string Columns = Measures + ", id, user, address, device, service";
        using var insert = new RowStatement(_store, $"INSERT INTO visit ({Columns}) VALUES ({string.Join(", ", Columns.Split(',').Select(static _ => "?"))})");
        using var update = new RowStatement(_store, $"UPDATE visit SET {Measures.Replace(",", " = ?,", StringComparison.Ordinal)} = ? WHERE id = ?");
        foreach (var (key, visit) in visits)
        {
            if (visit.Id == 0)
            {
                visit.Id = next++;
                AddMeasures(insert, visit).Add(visit.Id).Add(key.User).Add(key.Address).Add(key.DeviceText).Add(serviceName(key.Service)).Run();
            }
            else
            {
                AddMeasures(update, visit).Add(visit.Id).Run();
            }
        }
    }

    /// <summary>In the order of <see cref="Measures"/>.</summary>
    private static RowStatement AddMeasures(RowStatement row, OpenVisit visit) => row
        .Add(visit.Start)
        .Add(visit.End)
        .Add(visit.LastStart)
        .Add(visit.Hits)
        .Add(visit.Bytes)
        .Add(visit.PersonAllowed)
        .Add(visit.PersonBlocked)
        .Add(visit.Media)
        .Add(visit.Embedded)
        .Add(visit.OutsideReferrer)
        .Add(visit.Background)
        .Add(visit.Shared)
        .Add(visit.SmallestHit)
        .Add(visit.LargestHit)
        .Add(visit.GapSquares)
        .Add(visit.OpenFrom)
        .Add(visit.OpenUntil);

    private static OpenVisit Open(SqliteDataReader r) => new()
    {
        Start = r.GetInt64(0),
        End = r.GetInt64(1),
        LastStart = r.GetInt64(2),
        Hits = r.GetInt32(3),
        Bytes = r.GetInt64(4),
        PersonAllowed = r.GetInt32(5),
        PersonBlocked = r.GetInt32(6),
        Media = r.GetInt32(7),
        Embedded = r.GetInt32(8),
        OutsideReferrer = r.GetInt32(9),
        Background = r.GetInt32(10),
        Shared = r.GetInt32(11),
        SmallestHit = r.GetInt64(12),
        LargestHit = r.GetInt64(13),
        GapSquares = r.GetDouble(14),
        OpenFrom = r.IsDBNull(15) ? null : r.GetInt64(15),
        OpenUntil = r.IsDBNull(16) ? null : r.GetInt64(16),
        Id = r.GetInt64(17),
    };

    private static VisitEvidence Evidence(RowReader r) => new()
    {
        Start = r.Instant(0),
        End = r.Instant(1),
        LastStart = r.Instant(2),
        Hits = r.Int32(3),
        Bytes = r.Int64(4),
        PersonAllowed = r.Int32(5),
        PersonBlocked = r.Int32(6),
        Media = r.Int32(7),
        Embedded = r.Int32(8),
        OutsideReferrer = r.Int32(9),
        Background = r.Int32(10),
        SmallestHit = r.Int64(12),
        LargestHit = r.Int64(13),
        GapSquares = r.Double(14),
        OpenFrom = r.InstantOrNull(15),
        OpenUntil = r.InstantOrNull(16),
        Id = r.Int64(17),
        User = r.Text(18),
        Address = r.Text(19),
        DeviceText = r.Text(20),
        Service = r.Text(21)!,
    };
}
