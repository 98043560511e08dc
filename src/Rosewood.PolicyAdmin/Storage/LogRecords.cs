using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Which logs were read, how far, and what they cover.</summary>
public sealed class LogRecords
{
    private const string SourceColumns =
        "id, path, format, head_length, head_hash, offset, tail_hash, lines, matched, malformed, first_at, last_at, last_line, header";

    private readonly PolicyStore _store;

    internal LogRecords(PolicyStore store) => _store = store;

    /// <summary>All logs that were read.</summary>
    internal List<LogSource> Sources() => _store.Query($"SELECT {SourceColumns} FROM log_source ORDER BY id", [], Source);

    /// <summary>The lengths of head by which logs are known.</summary>
    internal List<int> HeadLengths() =>
        _store.Query("SELECT DISTINCT head_length FROM log_source ORDER BY head_length DESC", [], static r => r.GetInt32(0));

    /// <summary>Logs that begin like this, the furthest read first.</summary>
    internal List<LogSource> WithHead(int length, byte[] hash) => _store.Query(
        $"SELECT {SourceColumns} FROM log_source WHERE head_length = $length AND head_hash = $hash ORDER BY offset DESC",
        [("$length", length), ("$hash", hash)],
        Source);

    /// <summary>The path of another log of the same format whose lines cover part of the same time, or null.</summary>
    internal string? Overlapping(LogSource source) => _store.Query(
        "SELECT path FROM log_source WHERE id <> $id AND format = $format AND first_at < $last AND last_at > $first ORDER BY id LIMIT 1",
        [("$id", source.Id), ("$format", source.Format), ("$first", source.FirstTicks), ("$last", source.LastTicks)],
        static r => r.GetString(0)).FirstOrDefault();

    /// <summary>Adds a log that was not known; its place counts only with the change.</summary>
    internal long Add(StoreChange change, LogSource source)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var command = _store.Connection.Prepare(
            "INSERT INTO log_source (path, format, head_length, head_hash, offset, tail_hash, lines, matched, malformed, read_at) "
            + "VALUES ($path, $format, $length, $head, 0, x'', 0, 0, 0, $at) RETURNING id",
            ("$path", source.Path),
            ("$format", source.Format),
            ("$length", source.HeadLength),
            ("$head", source.HeadHash),
            ("$at", change.Origin.At.UtcTicks));
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Forgets a log of which nothing was counted.</summary>
    internal void Forget(StoreChange change, long source)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute("DELETE FROM log_source WHERE id = $id", ("$id", source));
    }

    /// <summary>Moves a log's checkpoint.</summary>
    /// <exception cref="FaultException"><c>LogCheckpointMoved</c>: it is no longer where this import began.</exception>
    internal void Move(StoreChange change, LogSource source, long expectedOffset)
    {
        ArgumentNullException.ThrowIfNull(change);
        var moved = _store.Execute(
            "UPDATE log_source SET path = $path, head_length = $length, head_hash = $head, offset = $offset, tail_hash = $tail, lines = $lines, matched = $matched, "
            + "malformed = $malformed, first_at = $first, last_at = $last, last_line = $lastLine, header = $header, read_at = $at WHERE id = $id AND offset = $expected",
            ("$path", source.Path),
            ("$length", source.HeadLength),
            ("$head", source.HeadHash),
            ("$offset", source.Offset),
            ("$tail", source.TailHash),
            ("$lines", source.Lines),
            ("$matched", source.Matched),
            ("$malformed", source.Malformed),
            ("$first", source.FirstTicks),
            ("$last", source.LastTicks),
            ("$lastLine", source.LastLineTicks),
            ("$header", source.Header),
            ("$at", change.Origin.At.UtcTicks),
            ("$id", source.Id),
            ("$expected", expectedOffset));
        if (moved != 1)
        {
            throw new Fault(
                "LogCheckpointMoved",
                FaultKind.Conflict,
                source.Path,
                $"{source.Path}: Another import has read this log meanwhile. Nothing was counted twice; run the import again to read what is new.").ToException();
        }
    }

    /// <summary>Adds counts to a log's slots.</summary>
    internal void AddSlots(StoreChange change, long source, ReadOnlySpan<SlotCounts> slots)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var row = new RowStatement(
            _store,
            "INSERT INTO log_slot (source, slot, lines, other, no_user, no_host, malformed, encrypted_dns, vpn, quic) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            + "ON CONFLICT (source, slot) DO UPDATE SET "
            + "lines = lines + excluded.lines, other = other + excluded.other, no_user = no_user + excluded.no_user, no_host = no_host + excluded.no_host, "
            + "malformed = malformed + excluded.malformed, encrypted_dns = encrypted_dns + excluded.encrypted_dns, vpn = vpn + excluded.vpn, quic = quic + excluded.quic");
        foreach (ref readonly var slot in slots)
        {
            row.Add(source).Add(slot.Slot).Add(slot.Lines).Add(slot.Other).Add(slot.NoUser).Add(slot.NoHost)
                .Add(slot.Malformed).Add(slot.EncryptedDns).Add(slot.Vpn).Add(slot.Quic).Run();
        }
    }

    /// <summary>Notes where a log's clock went back.</summary>
    internal void AddJump(StoreChange change, long source, long fromTicks, long toTicks)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute("INSERT INTO log_jump (source, from_at, to_at) VALUES ($source, $from, $to)", ("$source", source), ("$from", fromTicks), ("$to", toTicks));
    }

    /// <summary>Each log's slots from one slot (inclusive) to another (exclusive), counted in tens of minutes since 1970 UTC.</summary>
    internal List<(long Source, SlotCounts Counts)> Slots(long from, long to) => _store.Query(
        "SELECT source, slot, lines, other, no_user, no_host, malformed, encrypted_dns, vpn, quic FROM log_slot WHERE slot >= $from AND slot < $to ORDER BY slot, source",
        [("$from", from), ("$to", to)],
        static r => (r.GetInt64(0), new SlotCounts
        {
            Slot = r.GetInt32(1),
            Lines = r.GetInt64(2),
            Other = r.GetInt64(3),
            NoUser = r.GetInt64(4),
            NoHost = r.GetInt64(5),
            Malformed = r.GetInt64(6),
            EncryptedDns = r.GetInt64(7),
            Vpn = r.GetInt64(8),
            Quic = r.GetInt64(9),
        }));

    /// <summary>Clock jumps that touch [from, to), UTC ticks.</summary>
    internal List<(long Source, long From, long To)> Jumps(long from, long to) => _store.Query(
        "SELECT source, from_at, to_at FROM log_jump WHERE from_at >= $from AND to_at < $to ORDER BY from_at",
        [("$from", from), ("$to", to)],
        static r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)));

    private static LogSource Source(SqliteDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Path = r.GetString(1),
        Format = r.GetString(2),
        HeadLength = r.GetInt32(3),
        HeadHash = (byte[])r.GetValue(4),
        Offset = r.GetInt64(5),
        TailHash = (byte[])r.GetValue(6),
        Lines = r.GetInt64(7),
        Matched = r.GetInt64(8),
        Malformed = r.GetInt64(9),
        FirstTicks = r.IsDBNull(10) ? null : r.GetInt64(10),
        LastTicks = r.IsDBNull(11) ? null : r.GetInt64(11),
        LastLineTicks = r.IsDBNull(12) ? null : r.GetInt64(12),
        Header = r.IsDBNull(13) ? null : (byte[])r.GetValue(13),
    };
}
