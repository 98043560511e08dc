using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Scheduling;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Schedules of reports, and what became of each period.</summary>
public sealed class ReportScheduleRecords
{
    private readonly PolicyStore _store;

    internal ReportScheduleRecords(PolicyStore store) => _store = store;

    /// <summary>The schedules that count now, by name.</summary>
    internal IReadOnlyList<ScheduleFact> Load() =>
    [
        .. _store.Query(
            "SELECT name, at, fact FROM report_schedule s WHERE number = (SELECT max(number) FROM report_schedule o WHERE o.name = s.name) AND fact IS NOT NULL ORDER BY name",
            [],
            static r => JsonSerializer.Deserialize<ScheduleFact>(r.GetString(2), PolicyJson.Options)! with { Name = r.GetString(0), Since = r.Instant(1) }),
    ];

    /// <summary>Appends a schedule; null takes it away.</summary>
    internal void Set(StoreChange change, string name, ScheduleFact? schedule)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute(
            "INSERT INTO report_schedule (name, at, by, fact) VALUES ($name, $at, $by, $fact)",
            ("$name", name),
            ("$at", change.Origin.At.UtcTicks),
            ("$by", change.Origin.OperatorId),
            ("$fact", schedule is null ? null : PolicyJson.Text(schedule)));
    }

    /// <summary>What somebody set or ended, the oldest first: the instant in UTC and the schedule's name.</summary>
    internal IEnumerable<(DateTimeOffset At, string Name)> SetBy(Func<string?, bool> isThem) => _store.Query(
        "SELECT at, name, by FROM report_schedule ORDER BY number",
        [],
        static r => (At: r.Instant(0), Name: r.GetString(1), By: r.GetString(2))).Where(s => isThem(s.By)).Select(static s => (s.At, s.Name));

    /// <summary>What became of a schedule's periods, the oldest first.</summary>
    public IReadOnlyList<ReportRun> Runs(string schedule) => _store.Query(
        "SELECT schedule, from_at, until_at, at, state, file, detail FROM report_run WHERE schedule = $schedule ORDER BY from_at",
        [("$schedule", schedule)],
        static r => new ReportRun(r.GetString(0), r.Instant(1), r.Instant(2), r.Instant(3), Enum.Parse<ReportRunState>(r.GetString(4)), r.GetString(5), r.GetString(6)));

    /// <summary>Takes note of what became of a period.</summary>
    public void Set(StoreChange change, ReportRun run)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(run);
        _store.Execute(
            """
            INSERT INTO report_run (schedule, from_at, until_at, at, state, file, detail) VALUES ($schedule, $from, $until, $at, $state, $file, $detail)
            ON CONFLICT (schedule, from_at, until_at) DO UPDATE SET at = $at, state = $state, file = $file, detail = $detail
            """,
            ("$schedule", run.Schedule),
            ("$from", run.From.UtcTicks),
            ("$until", run.Until.UtcTicks),
            ("$at", run.At.UtcTicks),
            ("$state", run.State.ToString()),
            ("$file", run.File),
            ("$detail", run.Detail));
    }
}
