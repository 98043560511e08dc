using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>The schedules of a workspace, those of policy.json and the registered ones, with what is due.</summary>
/// <param name="context">The command's context.</param>
internal sealed class ScheduleBook(CommandContext context)
{
    private readonly DueCalendar _calendar = new(context.Config.SchoolDay, context.Workspace.Zone);

    /// <summary>All, by name. A registered one goes before one of policy.json with its name.</summary>
    public IReadOnlyList<ScheduleFact> All()
    {
        var registered = context.Store.ReportSchedules.Load();
        var names = registered.Select(static s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. registered.Concat(context.Config.Reports.Schedule
                    .Select(static s => new ScheduleFact(s.Period, s.Audience, [ReportFormat.Html], s.Day, s.At, []) { Name = NameOf(s.Period, s.Audience) })
                    .Where(s => !names.Contains(s.Name)))
                .OrderBy(static s => s.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Those of these names; all where none is given.</summary>
    /// <exception cref="FaultException"><c>ReportScheduleNotFound</c>.</exception>
    public IReadOnlyList<ScheduleFact> Of(IReadOnlyList<string> names)
    {
        var all = All();
        return names.Count == 0
            ? all
            : [.. names.Select(n => all.FirstOrDefault(s => s.Name.Equals(n, StringComparison.OrdinalIgnoreCase)) ?? throw ScheduleFaults.NotFound(n).ToException())];
    }

    /// <summary>What a schedule is called that nobody named.</summary>
    public static string NameOf(Workspace.ReportSchedulePeriod period, Workspace.ReportRecipientGroup audience) => $"{period}-{audience}";

    /// <summary>
    /// What is due and not done, the oldest first. One of policy.json has no beginning: it begins with the newest report that was due when
    /// it was first run.
    /// </summary>
    public IReadOnlyList<DueReport> Due(ScheduleFact schedule)
    {
        var runs = context.Store.ReportSchedules.Runs(schedule.Name);
        var since = schedule.Since ?? (runs.Count == 0 ? null : runs[0].Until.AddTicks(-1));
        var dues = _calendar.Between(schedule, since ?? DateTimeOffset.MinValue, context.Now);
        return
        [
            .. (since is null ? dues.TakeLast(1) : dues)
                .Select(d => new DueReport(d.Period, d.DueAt, runs.FirstOrDefault(r => r.From == d.Period.From && r.Until == d.Period.Until)))
                .Where(static d => !d.IsDone),
        ];
    }

    /// <summary>A schedule as it is shown.</summary>
    public ReportSchedule Show(ScheduleFact schedule, string next = "")
    {
        var last = context.Store.ReportSchedules.Runs(schedule.Name) is [.., var newest] ? newest : null;
        var zone = context.Workspace.Zone;
        return new ReportSchedule
        {
            Name = schedule.Name,
            Period = schedule.Period,
            Audience = schedule.Audience,
            Format = schedule.Format,
            Day = schedule.Day,
            At = schedule.At,
            To = schedule.To,
            Source = schedule.Since is null ? "policy.json" : "registered",
            NextDue = _calendar.Next(schedule, context.Now),
            LastPeriod = last is null ? null : new ReportPeriod("", TimeZoneInfo.ConvertTime(last.From, zone), TimeZoneInfo.ConvertTime(last.Until, zone)).Words,
            LastState = last?.State,
            Missed = Due(schedule).Count,
            Next = next.Length > 0 ? next : last?.Detail ?? "",
        };
    }
}
