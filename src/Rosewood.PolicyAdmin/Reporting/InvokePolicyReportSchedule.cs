using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// Makes and sends every scheduled report that is due: what timers run. A period is made once and sent to each recipient once, however
/// often this runs; what was missed is made up for, the oldest first, the last eight at most. Where something fails, the exit code is 1,
/// and reports.alerts get a mail, or a file in the workspace says it.
/// </summary>
/// <example><code>Invoke-PolicyReportSchedule -WhatIf</code>What is due.</example>
/// <example><code>Invoke-PolicyReportSchedule</code>Makes and sends what is due.</example>
public sealed class InvokePolicyReportSchedule : PolicyRequest
{
    /// <summary>Schedules by name. Default: all.</summary>
    public string[] Name { get; set; } = [];
}

internal sealed class InvokePolicyReportScheduleHandler : CommandHandler<InvokePolicyReportSchedule>
{
    public override async Task HandleAsync(InvokePolicyReportSchedule request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        using var held = FileLock.TryTake(context.Workspace.Paths.ScheduleLock) ?? throw ScheduleFaults.Running(context.Workspace.Paths.ScheduleLock).ToException();
        var book = new ScheduleBook(context);
        var runner = new ScheduleRunner(context, sink);
        var faults = new List<Fault>();
        foreach (var schedule in book.Of(request.Name))
        {
            foreach (var fault in await runner.RunAsync(schedule, cancellationToken))
            {
                faults.Add(fault);
                sink.Report(fault);
            }
        }

        var alert = new ScheduleAlert(context, sink);
        if (faults.Count > 0)
        {
            await alert.RaiseAsync(faults, cancellationToken);
        }
        else if (book.All().All(s => book.Due(s).Count == 0))
        {
            alert.Clear();
        }
    }
}
