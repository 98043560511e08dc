using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>The audit trail's rows.</summary>
public sealed class AuditRecords
{
    private const string Columns = "a.seq, a.at, a.operator, a.command, a.clause, a.subject, a.before_digest, a.after_digest, a.previous, a.hash, v.salt, v.before, v.after";
    private readonly PolicyStore _store;

    internal AuditRecords(PolicyStore store) => _store = store;

    /// <summary>The last entry's number and hash; 0 and the empty chain's hash when there is none.</summary>
    public (long Sequence, byte[] Hash) Head() =>
        _store.Query("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", [], static r => (r.GetInt64(0), Blob(r, 1) ?? []))
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

    /// <summary>Every operator that has an entry, by id.</summary>
    public IReadOnlyList<string> Operators() => _store.Query("SELECT DISTINCT operator FROM audit ORDER BY operator", [], static r => r.GetString(0));

    /// <summary>The number of values that belong to no entry, the first of them; null when there is none.</summary>
    internal long? StrayValue() =>
        _store.Query("SELECT min(seq) FROM audit_value WHERE seq NOT IN (SELECT seq FROM audit)", [], static r => r.IsDBNull(0) ? (long?)null : r.GetInt64(0))[0];

    /// <summary>Whether the triggers that keep the trail append-only are in place.</summary>
    internal bool IsGuarded() =>
        _store.Query("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit' AND name LIKE 'audit_is_append_only_%'", [], static r => r.GetInt64(0))[0] == 2;

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

    private static string? Serialise(object? value) => value is null ? null : Encoding.UTF8.GetString(PolicyJson.Serialise(value));

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
