using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Graph.Mail;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>Tells somebody that a scheduled report failed: by mail where that is set up, else in a file; and in the system's log where nobody sits before it.</summary>
/// <param name="context">The command's context.</param>
/// <param name="sink">Where warnings go.</param>
internal sealed class ScheduleAlert(CommandContext context, ICommandSink sink)
{
    private const string Subject = "Social media policy: a scheduled report failed";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Tells it.</summary>
    public async Task RaiseAsync(IReadOnlyList<Fault> faults, CancellationToken cancellationToken)
    {
        var text = string.Join("\n\n", faults.Select(static f => $"{f.Target}: {f.Message} [{f.Id}]")) + "\n\nGet-PolicyReportSchedule shows how the schedules stand, Test-PolicyWorkspace what else needs a look.\n";
        if (context.Operator.IsService)
        {
            await LogAsync(PlainText.Shorten(PlainText.Clean(text), 900), cancellationToken);
        }

        var problem = await MailAsync(text, cancellationToken);
        if (problem is null)
        {
            Clear();
            return;
        }

        PrivateFiles.WriteWhole(context.Workspace.Paths.ReportAlert, Encoding.UTF8.GetBytes(text));
        sink.Warn($"{problem} What failed stands in {context.Workspace.Paths.ReportAlert}.");
    }

    /// <summary>Takes the file away: all is well again, or told by mail.</summary>
    public void Clear() => File.Delete(context.Workspace.Paths.ReportAlert);

    /// <summary>Null: it was sent; else why not.</summary>
    private async Task<string?> MailAsync(string text, CancellationToken cancellationToken)
    {
        var alerts = context.Config.Reports.Alerts;
        if (context.Config.Tenant?.SenderMailbox is not { } sender || alerts.Count == 0)
        {
            return "Nobody was told by mail: that needs tenant.senderMailbox and reports.alerts in policy.json.";
        }

        try
        {
            using var mailer = await ReportMailer.OpenAsync(context, sink, cancellationToken);
            await mailer.SendAlertAsync(sender, alerts, Subject, text, cancellationToken);
            return null;
        }
        catch (FaultException e)
        {
            return $"Nobody was told by mail: {e.Fault.Message}";
        }
    }

    // Under systemd the fault on the error stream stands in the journal anyway; cron and Task Scheduler keep no such stream.
    private static async Task LogAsync(string line, CancellationToken cancellationToken)
    {
        var (program, arguments) = OperatingSystem.IsWindows()
            ? ("eventcreate", (string[])["/L", "APPLICATION", "/T", "ERROR", "/SO", "Rosewood", "/ID", "100", "/D", line])
            : ("logger", ["-t", "rosewood", "-p", "user.err", "--", line]);
        if (ToolRunner.Find(program) is null)
        {
            return;
        }

        try
        {
            await ToolRunner.RunAsync(program, arguments, Limit, cancellationToken);
        }
        catch (FaultException)
        {
            // The alert goes on by mail or file; exit code and error stream say it too.
        }
    }
}
