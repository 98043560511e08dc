using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage.Expiry;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>The audit trail's rows.</summary>
public sealed class AuditRecords
{
    private const string Columns = "a.seq, a.at, a.operator, a.command, a.clause, a.subject, a.before_digest, a.after_digest, a.previous, a.hash, v.salt, v.before, v.after";
    private readonly PolicyStore _store;

    internal AuditRecords(PolicyStore store) => _store = store;

    /// <summary>The last entry's number and hash; 0 and the empty chain's hash when there is none.</summary>
    public (long Sequence, byte[] Hash) Head() =>
        _store.Query("SELECT seq, hash FROM audit UNION ALL SELECT seq, hash FROM audit_cut ORDER BY seq DESC LIMIT 1", [], static r => (r.GetInt64(0), Blob(r, 1) ?? []))
            .DefaultIfEmpty((0, AuditChain.Empty))
            .First();

    /// <summary>Entries in order, one at a time.</summary>
    /// <param name="from">First instant, or null.</param>
    /// <param name="to">First instant no longer wanted, or null.</param>
    public IEnumerable<AuditRow> Read(DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        using var command = _store.Connection.Prepare(
            $"SELECT {Columns} FROM audit a LEFT JOIN audit_value v ON v.seq = a.seq WHERE ($from IS NULL OR a.at >= $from) AND ($to IS NULL OR a.at < $to) ORDER BY a.seq",
            ("$from", from?.UtcTicks),
            ("$to", to?.UtcTicks));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return Map(reader);
        }
    }

    /// <summary>How often each command has written to the trail, by clause, and when last.</summary>
    public IReadOnlyList<AuditActivity> Activity() =>
        _store.Query(
            "SELECT command, clause, count(*), max(at) FROM audit GROUP BY command, clause",
            [],
            static r => new AuditActivity(r.GetString(0), r.GetString(1), r.GetInt64(2), At(r, 3)));

    /// <summary>The latest time that an entry has; null when there is none.</summary>
    public DateTimeOffset? LatestAt() =>
        _store.Query("SELECT max(at) FROM audit", [], static r => r.IsDBNull(0) ? (DateTimeOffset?)null : At(r, 0))[0];

    /// <summary>
    /// The time of the first entry: that of the workspace's making, until retention cuts the trail after decades; null when there is none.
    /// </summary>
    public DateTimeOffset? FirstAt() =>
        _store.Query("SELECT at FROM audit ORDER BY seq LIMIT 1", [], static r => (DateTimeOffset?)At(r, 0)).FirstOrDefault();

    /// <summary>Every operator that has an entry, by id.</summary>
    public IReadOnlyList<string> Operators() => _store.Query("SELECT DISTINCT operator FROM audit ORDER BY operator", [], static r => r.GetString(0));

    /// <summary>The lowest number of a value that belongs to no entry; null when there is none.</summary>
    internal long? StrayValue() =>
        _store.Query("SELECT min(seq) FROM audit_value WHERE seq NOT IN (SELECT seq FROM audit)", [], static r => r.IsDBNull(0) ? (long?)null : r.GetInt64(0))[0];

    /// <summary>Whether the triggers that keep the trail append-only are in place.</summary>
    internal bool IsGuarded() => _store.Query(
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND ((tbl_name = 'audit' AND name LIKE 'audit_is_append_only_%') OR (tbl_name = 'audit_cut' AND name LIKE 'audit_cut_%'))",
        [],
        static r => r.GetInt64(0))[0] == 5;

    /// <summary>The hashes of entries that were cut off the beginning, in their order.</summary>
    internal IEnumerable<(long Sequence, byte[] Hash)> CutEntries()
    {
        using var command = _store.Connection.Prepare("SELECT seq, hash FROM audit_cut ORDER BY seq");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetInt64(0), Blob(reader, 1) ?? []);
        }
    }

    /// <summary>
    /// Takes the values away of entries before an instant, save those that a hold keeps; the digests stay. Part of a change, whose entry
    /// has to say up to which number.
    /// </summary>
    /// <returns>How many, and the last entry's number that may lack its value by this.</returns>
    internal (long Removed, long UpTo) EraseValues(StoreChange change, DateTimeOffset before, IReadOnlyList<HeldSubject> held)
    {
        ArgumentNullException.ThrowIfNull(change);
        var upTo = _store.Query("SELECT coalesce(max(seq), 0) FROM audit WHERE at < $before", [("$before", before.UtcTicks)], static r => r.GetInt64(0))[0];
        var free = OlderThan(before).Where(r => !IsHeld(r, held)).Select(static r => r.Sequence).ToList();
        foreach (var sequence in free)
        {
            _store.Execute("DELETE FROM audit_value WHERE seq = $seq", ("$seq", sequence));
        }

        return (free.Count, upTo);
    }

    /// <summary>How many values are before an instant, and how many of them a hold keeps.</summary>
    internal ExpiredRows CountValues(DateTimeOffset before, IReadOnlyList<HeldSubject> held)
    {
        var (over, kept) = (0L, 0L);
        foreach (var row in OlderThan(before))
        {
            over++;
            kept += IsHeld(row, held) ? 1 : 0;
        }

        return new ExpiredRows(over, kept);
    }

    /// <summary>How many entries from the first one on are before an instant, and how many of them stay for a hold: the chain is only cut at its beginning.</summary>
    internal ExpiredRows CountEntries(DateTimeOffset before, IReadOnlyList<HeldSubject> held)
    {
        var (over, free, open) = (0L, 0L, true);
        foreach (var row in Oldest(before))
        {
            over++;
            open &= !IsHeld(row, held);
            free += open ? 1 : 0;
        }

        return new ExpiredRows(over, over - free);
    }

    /// <summary>Cuts entries before an instant off the beginning, up to the first that a hold keeps. Their hashes stay. Part of a change, whose entry has to carry the cut's subject.</summary>
    /// <returns>The cut; null when there is nothing to cut.</returns>
    internal AuditCut? Cut(StoreChange change, DateTimeOffset before, IReadOnlyList<HeldSubject> held)
    {
        ArgumentNullException.ThrowIfNull(change);
        var last = Oldest(before).TakeWhile(r => !IsHeld(r, held)).Select(static r => (long?)r.Sequence).LastOrDefault();
        if (last is not { } upTo)
        {
            return null;
        }

        _store.Execute("INSERT INTO audit_cut (seq, hash) SELECT seq, hash FROM audit WHERE seq <= $last ORDER BY seq", ("$last", upTo));
        _store.Execute("DELETE FROM audit_value WHERE seq <= $last", ("$last", upTo));
        _store.Execute("DELETE FROM audit WHERE seq <= $last", ("$last", upTo));
        return AuditCut.Of(CutEntries());
    }

    /// <summary>Entries with values before an instant.</summary>
    private IEnumerable<AuditRow> OlderThan(DateTimeOffset before) => Read(to: before).Where(static r => r.Salt is not null);

    /// <summary>Entries from the first one on, for as long as they are before an instant: a clock set back must not take later ones along.</summary>
    private IEnumerable<AuditRow> Oldest(DateTimeOffset before) => Read().TakeWhile(r => r.At < before);

    /// <summary>Whether a hold keeps an entry: it is by or about whom the hold is about, or the hold keeps the whole class.</summary>
    private static bool IsHeld(AuditRow row, IReadOnlyList<HeldSubject> held) => held.Any(h =>
        row.At.UtcTicks >= h.From && row.At.UtcTicks < h.To
        && (h.Subject is not { } subject
            || string.Equals(row.OperatorId, subject, StringComparison.Ordinal)
            || Speaks(row.Subject, subject) || Speaks(row.Before, subject) || Speaks(row.After, subject)));

    private static bool Speaks(string? text, string subject) => text?.Contains(subject, StringComparison.OrdinalIgnoreCase) is true;

    internal void Append(StoreChange change, AuditDraft draft)
    {
        var (sequence, previous) = Head();
        var salt = RandomNumberGenerator.GetBytes(16);
        var before = Serialise(draft.Before);
        var after = Serialise(draft.After);
        var entry = new AuditRow(
            sequence + 1,
            change.Origin.At,
            change.Origin.OperatorId,
            change.Origin.Command,
            draft.Clause,
            draft.Subject,
            AuditChain.Digest(salt, before),
            AuditChain.Digest(salt, after),
            previous,
            [],
            salt,
            before,
            after);
        _store.Execute(
            "INSERT INTO audit (seq, at, operator, command, clause, subject, before_digest, after_digest, previous, hash) "
            + "VALUES ($seq, $at, $operator, $command, $clause, $subject, $before, $after, $previous, $hash)",
            ("$seq", entry.Sequence),
            ("$at", entry.At.UtcTicks),
            ("$operator", entry.OperatorId),
            ("$command", entry.Command),
            ("$clause", entry.Clause),
            ("$subject", entry.Subject),
            ("$before", entry.BeforeDigest),
            ("$after", entry.AfterDigest),
            ("$previous", entry.Previous),
            ("$hash", AuditChain.HashOf(entry)));
        if (before is not null || after is not null)
        {
            _store.Execute(
                "INSERT INTO audit_value (seq, salt, before, after) VALUES ($seq, $salt, $before, $after)",
                ("$seq", entry.Sequence),
                ("$salt", salt),
                ("$before", before),
                ("$after", after));
        }
    }

    private static string? Serialise(object? value) => value is null ? null : PolicyJson.Text(value);

    /// <summary>An instant; what was tampered with into no instant at all reads as the earliest, and its hash then fails.</summary>
    private static DateTimeOffset At(SqliteDataReader r, int column) =>
        r.GetInt64(column) is var ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : DateTimeOffset.MinValue;

    /// <summary>Bytes; damage in the file may have made them something else, which proves nothing.</summary>
    private static byte[]? Blob(SqliteDataReader r, int column) => r.GetValue(column) as byte[];

    private static AuditRow Map(SqliteDataReader r) => new(
        r.GetInt64(0),
        At(r, 1),
        r.GetString(2),
        r.GetString(3),
        r.GetString(4),
        r.GetString(5),
        Blob(r, 6),
        Blob(r, 7),
        Blob(r, 8) ?? [],
        Blob(r, 9) ?? [],
        Blob(r, 10),
        r.TextOrNull(11),
        r.TextOrNull(12));
}
