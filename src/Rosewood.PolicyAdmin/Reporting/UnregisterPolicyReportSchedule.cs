using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Ends a report that was made and sent by itself, and removes its timer's definition from the workspace. What was made stays. A timer that still runs makes nothing more; the warning says how to take it away.</summary>
/// <example><code>Unregister-PolicyReportSchedule -Name LastWeek-Slt</code>Ends it.</example>
/// <example><code>Unregister-PolicyReportSchedule -Name LastMonth-Dpo -WhatIf</code>Shows what would be ended.</example>
public sealed class UnregisterPolicyReportSchedule : PolicyRequest
{
    /// <summary>Their names.</summary>
    public string[] Name { get; set; } = [];
}

internal sealed class UnregisterPolicyReportScheduleHandler : CommandHandler<UnregisterPolicyReportSchedule>
{
    private const string Clause = "GOV-1";

    public override Task HandleAsync(UnregisterPolicyReportSchedule request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var schedules = new ScheduleBook(context).Of(request.Name.Length == 0 ? throw ScheduleFaults.NotFound("").ToException() : request.Name);
        if (schedules.FirstOrDefault(static s => s.Since is null) is { } fixedOne)
        {
            throw ScheduleFaults.InConfig(fixedOne.Name).ToException();
        }

        foreach (var schedule in schedules)
        {
            if (!sink.ShouldProcess(schedule.Name, $"End the report {schedule.Period} for {schedule.Audience}"))
            {
                continue;
            }

            using var change = context.BeginChange();
            context.Store.ReportSchedules.Set(change, schedule.Name, schedule: null);
            change.Audit(Clause, schedule.Name, schedule, after: null);
            change.Commit();
            ScheduleDefinition.Remove(context.Workspace.Paths.Schedules, schedule.Name);
            sink.Warn($"The timer itself is the system's: {ScheduleDefinition.Uninstall(schedule.Name)}");
        }

        return Task.CompletedTask;
    }
}
