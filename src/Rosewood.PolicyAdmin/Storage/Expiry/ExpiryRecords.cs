using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;

namespace Rosewood.PolicyAdmin.Storage.Expiry;

/// <summary>Counts and removes rows whose time is over, save what a hold keeps.</summary>
internal sealed class ExpiryRecords
{
    /// <summary>Rows that one change removes at most, so that nobody waits for the store for long.</summary>
    private const int Portion = 50_000;

    private readonly PolicyStore _store;

    internal ExpiryRecords(PolicyStore store) => _store = store;

    /// <summary>How many rows of a class are over, and how many of them are held.</summary>
    public ExpiredRows Count(DataClassName name, ExpiryScope scope)
    {
        var (over, free) = (0L, 0L);
        foreach (var rule in ExpiryRules.Of(name))
        {
            over += Count(rule, rule.Expired, scope);
            free += Count(rule, Condition(rule, scope), scope);
        }

        return new ExpiredRows(over, over - free);
    }

    /// <summary>Removes a portion of what is over.</summary>
    /// <returns>How many rows; 0 when nothing is left.</returns>
    public long Remove(StoreChange change, DataClassName name, ExpiryScope scope)
    {
        ArgumentNullException.ThrowIfNull(change);
        var removed = 0L;
        foreach (var rule in ExpiryRules.Of(name))
        {
            removed += Remove(rule, scope);
        }

        return removed;
    }

    /// <summary>How many rows a table has.</summary>
    public long CountOf(string table) => _store.Query($"SELECT count(*) FROM {Known(table)}", [], static r => r.GetInt64(0))[0];

    /// <summary>The same, with the oldest and the newest row's time where the table has one.</summary>
    public DataSpan SpanOf(string table) => TimeOf(table) is { } time
        ? _store.Query($"SELECT count(*), min({time}), max({time}) FROM {Known(table)}", [], static r => new DataSpan(r.GetInt64(0), At(r, 1), At(r, 2)))[0]
        : new DataSpan(CountOf(table), Oldest: null, Newest: null);

    /// <summary>The store's tables, without SQLite's own.</summary>
    public IReadOnlyList<string> Tables() => _store.Query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
        [],
        static r => r.GetString(0));

    /// <summary>Every login that visits, content, incidents and dismissals have, as they have it.</summary>
    public IReadOnlyList<string> Logins() => _store.Query(
        "SELECT DISTINCT user FROM visit WHERE user IS NOT NULL UNION SELECT DISTINCT user FROM content_access WHERE user <> '' "
        + "UNION SELECT l.value FROM incident, json_each(incident.fact, '$.Logins') l UNION SELECT login FROM finding_suppression WHERE login IS NOT NULL",
        [],
        static r => r.GetString(0));

    /// <summary>A column or expression that dates a row in UTC ticks; null where rows have no time of their own.</summary>
    private static string? TimeOf(string table) => table switch
    {
        "visit" => "start_at",
        "content_access" => "first_at * 10000000 + 621355968000000000",
        "access_grant" => "granted_at",
        "staff_absence" => "from_at",
        "finding_suppression" => "added_at",
        "log_source" => "last_at",
        "person_change" => "requested_at",
        "sign_in_review" or "correspondence_review" or "text_import" or "text_message" or "report_mail" or "block_test" or "block_publication" or "audit" or "service_fact"
            or "filtering_review" or "group_member" or "family_seen" => "at",
        _ => null,
    };

    private static DateTimeOffset? At(Microsoft.Data.Sqlite.SqliteDataReader row, int column) =>
        row.IsDBNull(column) || row.GetInt64(column) < 0 || row.GetInt64(column) > DateTimeOffset.MaxValue.Ticks ? null : row.Instant(column);

    private long Remove(ExpiryRule rule, ExpiryScope scope)
    {
        if (rule.KeepsNumber)
        {
            _store.Execute(
                $"INSERT INTO number_floor (name, number) SELECT $name, coalesce(max(number), 0) FROM {rule.Table} WHERE true "
                + "ON CONFLICT (name) DO UPDATE SET number = max(number, excluded.number)",
                ("$name", rule.Table));
        }

        var condition = Condition(rule, scope);
        if (rule.PortionKey is { } key)
        {
            condition = string.Create(CultureInfo.InvariantCulture, $"{key} IN (SELECT {key} FROM {rule.Table} WHERE {condition} LIMIT {Portion})");
        }

        var values = Values(rule, scope);
        if (rule.Key is { } chosen)
        {
            var keys = _store.Query($"SELECT CAST({chosen} AS TEXT) FROM {rule.Table} WHERE {condition}", values, static r => r.GetString(0));
            values = [("$keys", RecordText.List(keys))];
            condition = $"CAST({chosen} AS TEXT) IN (SELECT value FROM json_each($keys))";
        }

        foreach (var before in rule.Before)
        {
            _store.Execute(string.Format(CultureInfo.InvariantCulture, before, condition), values);
        }

        return _store.Execute($"DELETE FROM {rule.Table} WHERE {condition}", values);
    }

    private long Count(ExpiryRule rule, string condition, ExpiryScope scope) =>
        _store.Query($"SELECT count(*) FROM {rule.Table} WHERE {condition}", Values(rule, scope), static r => r.GetInt64(0))[0];

    private (string Name, object? Value)[] Values(ExpiryRule rule, ExpiryScope scope) =>
    [
        ("$cutoff", rule.IsOfCounts ? scope.CountsCutoff : scope.Cutoff),
        ("$ids", rule.Ids is { } ids ? RecordText.List(ids(_store, scope)) : "[]"),
        ("$held", PolicyJson.Text(scope.Held)),
    ];

    /// <summary>Over, and kept by no hold.</summary>
    private static string Condition(ExpiryRule rule, ExpiryScope scope)
    {
        if (scope.Held.Count == 0)
        {
            return $"({rule.Expired})";
        }

        var whom = rule switch
        {
            { IsOfAnybody: true } => "1",
            { SubjectQuery: { } query } => $"(h.value ->> 'Subject' IS NULL OR lower(h.value ->> 'Subject') IN ({query}))",
            { Subjects: { } subjects } => $"(h.value ->> 'Subject' IS NULL OR lower(h.value ->> 'Subject') IN ({Lower(subjects)}))",
            _ => "h.value ->> 'Subject' IS NULL",
        };
        var when = rule is { Begin: { } begin, End: { } end } ? $" AND {begin} < h.value ->> 'To' AND {end} >= h.value ->> 'From'" : "";
        return $"({rule.Expired}) AND NOT EXISTS (SELECT 1 FROM json_each($held) h WHERE {whom}{when})";
    }

    /// <summary>Each expression in lower case; a comma inside of brackets belongs to its expression.</summary>
    private static string Lower(string expressions)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= expressions.Length; i++)
        {
            if (i == expressions.Length || (expressions[i] == ',' && depth == 0))
            {
                parts.Add($"lower({expressions[start..i].Trim()})");
                start = i + 1;
            }
            else
            {
                depth += expressions[i] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }

        return string.Join(", ", parts);
    }

    private string Known(string table) =>
        Tables().Contains(table, StringComparer.Ordinal) ? table : throw new ArgumentException("No such table.", nameof(table));
}

/// <summary>Rows of a class whose time is over.</summary>
/// <param name="Over">All of them.</param>
/// <param name="Held">Those that a hold keeps.</param>
internal readonly record struct ExpiredRows(long Over, long Held);
