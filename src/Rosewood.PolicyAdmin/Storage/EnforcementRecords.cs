using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Publications and tests of the block: facts that are appended.</summary>
public sealed class EnforcementRecords
{
    private readonly PolicyStore _store;

    internal EnforcementRecords(PolicyStore store) => _store = store;

    /// <summary>The last publication to a target, or null.</summary>
    internal Publication? Last(string target) => _store.Query(
        "SELECT target, at, proved_at, next_run, forced, digest FROM block_publication WHERE target = $target ORDER BY number DESC LIMIT 1",
        [("$target", target)],
        static r => new Publication(r.GetString(0), r.Instant(1), At(r, 2), At(r, 3), r.GetInt64(4) != 0, r.GetString(5))).FirstOrDefault();

    /// <summary>When a target was last shown to do what the facts decide, by a publication's proof or a test in which everything passed; null: never.</summary>
    internal DateTimeOffset? LastProved(string target) => _store.Query(
        """
        SELECT max(at) FROM (
          SELECT proved_at AS at FROM block_publication WHERE target = $target
          UNION ALL
          SELECT at FROM block_test WHERE target = $target GROUP BY at HAVING min(outcome = 'Passed') = 1)
        """,
        [("$target", target)],
        static r => At(r, 0))[0];

    /// <summary>When a test of a target last failed, or null.</summary>
    internal DateTimeOffset? LastFailed(string target) => _store.Query(
        "SELECT max(at) FROM block_test WHERE target = $target AND outcome = 'Failed'",
        [("$target", target)],
        static r => At(r, 0))[0];

    /// <summary>Appends a publication.</summary>
    internal void Add(StoreChange change, Publication publication)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute(
            "INSERT INTO block_publication (target, at, proved_at, next_run, forced, digest) VALUES ($target, $at, $proved, $next, $forced, $digest)",
            ("$target", publication.Target),
            ("$at", publication.At.UtcTicks),
            ("$proved", publication.ProvedAt?.UtcTicks),
            ("$next", publication.NextRun?.UtcTicks),
            ("$forced", publication.Forced ? 1 : 0),
            ("$digest", publication.Digest));
    }

    /// <summary>Appends a test and gives it with its id.</summary>
    internal BlockTest Add(StoreChange change, BlockTest test)
    {
        ArgumentNullException.ThrowIfNull(change);
        var number = _store.Query("SELECT 1 + max(coalesce((SELECT max(number) FROM block_test), 0), coalesce((SELECT number FROM number_floor WHERE name = 'block_test'), 0))", [], static r => r.GetInt64(0))[0];
        var kept = test with { Id = string.Create(CultureInfo.InvariantCulture, $"T-{number:0000}") };
        _store.Execute(
            "INSERT INTO block_test (number, at, target, outcome, fact) VALUES ($number, $at, $target, $outcome, $fact)",
            ("$number", number),
            ("$at", kept.At.UtcTicks),
            ("$target", kept.Target),
            ("$outcome", kept.Outcome.ToString()),
            ("$fact", PolicyJson.Text(kept)));
        return kept;
    }

    /// <summary>Every test, oldest first.</summary>
    public IReadOnlyList<BlockTest> Tests() => _store.Query(
        "SELECT fact FROM block_test ORDER BY number",
        [],
        static r => JsonSerializer.Deserialize<BlockTest>(r.GetString(0), PolicyJson.Options)!);

    private static DateTimeOffset? At(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);
}
