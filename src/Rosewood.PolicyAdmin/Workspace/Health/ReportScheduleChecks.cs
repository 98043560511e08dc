using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Scheduling;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether the reports that are made by themselves were made and sent.</summary>
internal static class ReportScheduleChecks
{
    public const string Name = "Report schedule";

    /// <summary>A machine may be off for a night.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>Red where a due report was missed or failed.</summary>
    public static HealthCheck Missed(CommandContext context)
    {
        var book = new ScheduleBook(context);
        var all = book.All();
        if (all.Count == 0)
        {
            return HealthCheck.Good(Name, "No report is scheduled.");
        }

        var due = all.SelectMany(s => book.Due(s).Select(d => (Schedule: s, Due: d))).ToList();
        if (due.Find(static d => d.Due.Last is not null) is { Schedule: { } failed, Due: { } last })
        {
            return HealthCheck.Bad(Name, $"{failed.Name}, {last.Period.Words}: {last.Last!.Detail}", "Mend what it names, then Invoke-PolicyReportSchedule.");
        }

        return due.Find(d => d.Due.DueAt + Grace < context.Now) is { Schedule: { } schedule, Due: { } missed }
            ? HealthCheck.Bad(Name, $"{schedule.Name}, {missed.Period.Words}: it was due and was not made.", "See that the timer is in its place and runs (Register-PolicyReportSchedule says how), then Invoke-PolicyReportSchedule.")
            : HealthCheck.Good(Name, all.Count == 1 ? "One report is scheduled; none was missed." : $"{all.Count} reports are scheduled; none was missed.");
    }
}
