using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Sending;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>Makes and sends what a schedule owes, the oldest first, each period once.</summary>
/// <param name="context">The command's context.</param>
/// <param name="sink">Where runs go.</param>
internal sealed class ScheduleRunner(CommandContext context, ICommandSink sink)
{
    /// <summary>So many missed periods are made up for; older ones are given up, and that is said.</summary>
    public const int MostMissed = 8;

    private const string Clause = "GOV-1";

    /// <summary>What no later run can mend: a report that was made is not made again, so it stays as it is, and the next periods do not wait for it.</summary>
    private static readonly string[] Lasting = [ReportMailFaults.TooLargeId, ReportMailFaults.NoReportId, ReportMailFaults.NotOursId];

    /// <summary>Runs a schedule.</summary>
    /// <returns>What went wrong, in the order of the periods; the last may be what stopped it.</returns>
    public async Task<IReadOnlyList<Fault>> RunAsync(ScheduleFact schedule, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var due = new ScheduleBook(context).Due(schedule);
        GiveUp(schedule, [.. due.SkipLast(MostMissed).Where(static d => d.Last is not { State: ReportRunState.Made })]);
        foreach (var report in due.Where((d, i) => i >= due.Count - MostMissed || d.Last is { State: ReportRunState.Made }))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!sink.ShouldProcess(schedule.Name, $"Make and send the report for {AudienceTable.Name(schedule.Audience)}, {report.Period.Words}"))
            {
                continue;
            }

            try
            {
                var made = report.Last is { State: ReportRunState.Made } last ? last : Make(schedule, report.Period, cancellationToken);
                sink.Write(await SendAsync(schedule, made, cancellationToken));
            }
            catch (Exception e) when ((e is FaultException f ? f.Fault : CommandFaults.From(e)) is { } why)
            {
                if (Made(schedule, report.Period) is { } made && Lasting.Contains(why.Id, StringComparer.Ordinal))
                {
                    sink.Write(End(made with { State = ReportRunState.Kept, Detail = $"It was made and can't be sent by itself: {why.Id}: {why.Message}" }));
                    faults.Add(ScheduleFaults.NotSendable(schedule.Name, report.Period.Words, why));
                    continue;
                }

                // What comes after waits: reports are made in the order of their periods.
                Note(schedule, report.Period, why);
                faults.Add(ScheduleFaults.Failed(schedule.Name, report.Period.Words, why));
                return faults;
            }
        }

        return faults;
    }

    /// <summary>The period's row where its report was made and is not sent; else null.</summary>
    private ReportRun? Made(ScheduleFact schedule, ReportPeriod period) =>
        context.Store.ReportSchedules.Runs(schedule.Name).FirstOrDefault(r => r.From == period.From && r.Until == period.Until && r.State == ReportRunState.Made);

    /// <summary>The report and the note that it was made become true together.</summary>
    private ReportRun Make(ScheduleFact schedule, ReportPeriod period, CancellationToken cancellationToken)
    {
        var own = Own("New-PolicyComplianceReport");
        AudienceRights.Require(own.Operator, schedule.Audience, context.Command);
        ReportRun? made = null;
        new ReportWork(period, schedule.Audience, schedule.Format, context.Workspace.Paths.Reports).Run(own, sink, Along, cancellationToken);
        return made!;

        void Along(StoreChange change, string stem, IReadOnlyList<(string Ending, string Sha256)> files)
        {
            var ending = files.Any(static f => f.Ending.Equals(ReportEndings.Pdf, StringComparison.Ordinal)) ? ReportEndings.Pdf : ReportEndings.Html;
            made = new ReportRun(schedule.Name, period.From, period.Until, change.Origin.At, ReportRunState.Made, stem + ending, "");
            context.Store.ReportSchedules.Set(change, made);
        }
    }

    private async Task<ReportRun> SendAsync(ScheduleFact schedule, ReportRun made, CancellationToken cancellationToken)
    {
        if (context.Config.Tenant?.SenderMailbox is null)
        {
            return End(made with { State = ReportRunState.Kept, Detail = "It lies in the reports folder: policy.json names no mailbox to send from (tenant.senderMailbox)." });
        }

        var answers = new CollectingSink(sink);
        var request = new SendPolicyComplianceReport { Path = Path.Combine(context.Workspace.Paths.Reports, made.File), Usual = schedule.To };
        await new SendPolicyComplianceReportHandler().HandleAsync(request, Own("Send-PolicyComplianceReport"), answers, cancellationToken);
        return answers.Faults is [var fault, ..]
            ? throw fault.ToException()
            : End(made with { State = ReportRunState.Sent, Detail = "" });
    }

    private ReportRun End(ReportRun run)
    {
        using var change = context.BeginChange();
        var ended = run with { At = change.Origin.At };
        context.Store.ReportSchedules.Set(change, ended);
        change.Audit(Clause, ended.Schedule, before: null, new { ended.State, ended.File, ended.From, ended.Until });
        change.Commit();
        return ended;
    }

    private void Note(ScheduleFact schedule, ReportPeriod period, Fault why)
    {
        var made = Made(schedule, period);
        End(new ReportRun(schedule.Name, period.From, period.Until, context.Now, made?.State ?? ReportRunState.Failed, made?.File ?? "", $"{why.Id}: {why.Message}"));
    }

    private void GiveUp(ScheduleFact schedule, IReadOnlyList<DueReport> old)
    {
        foreach (var report in old)
        {
            if (sink.ShouldProcess(schedule.Name, $"Give up the report for {report.Period.Words}"))
            {
                sink.Write(End(new ReportRun(schedule.Name, report.Period.From, report.Period.Until, context.Now, ReportRunState.Skipped, "", $"Missed more than {MostMissed} reports ago. Make it by hand with New-PolicyComplianceReport -From and -To.")));
            }
        }
    }

    // The audit trail knows reports and mails by the commands that make them, also where a timer has them made.
    private CommandContext Own(string command) => new(command, context.Operator, context.Clock, context.Workspace);
}
