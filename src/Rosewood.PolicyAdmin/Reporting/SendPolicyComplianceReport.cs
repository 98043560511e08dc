using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Mail;
using Rosewood.PolicyAdmin.Reporting.Sending;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// Sends a compliance report by mail from the mailbox that policy.json names (tenant.senderMailbox), to each recipient once: whoever has
/// this very report already gets it no second time. Where an answer was lost it is not sent again by itself; the next run looks into Sent
/// Items, or says that a person must. A report that could be about the head teacher does not go to them alone, and one that could be about
/// the safeguarding lead does not go to them.
/// </summary>
/// <example><code>Send-PolicyComplianceReport -WhatIf</code>Shows which report would go to whom: the newest page, to the addresses of its audience in policy.json.</example>
/// <example><code>Send-PolicyComplianceReport -Path reports/compliance-2026-11-16.html -To head</code>A report of your choice, to the head teacher alone.</example>
public sealed class SendPolicyComplianceReport : PolicyRequest
{
    /// <summary>The report's file, as New-PolicyComplianceReport wrote it. Default: the newest page in the workspace's reports folder.</summary>
    [FilePath]
    public string? Path { get; set; }

    /// <summary>Mail addresses or people who are entitled to reports. Default: reports.recipients of the audience that the report was made for, and reports.routes of whom it could be about.</summary>
    public string[] To { get; set; } = [];

    /// <summary>A schedule's recipients, who stand in the place of the audience's in policy.json; empty: those.</summary>
    internal IReadOnlyList<string> Usual { get; set; } = [];

    /// <summary>Sends it also where it was sent already, or where that is not known.</summary>
    public bool Force { get; set; }
}

internal sealed class SendPolicyComplianceReportHandler : CommandHandler<SendPolicyComplianceReport>
{
    public override async Task HandleAsync(SendPolicyComplianceReport request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var tenant = context.Config.Tenant ?? throw TenantFaults.NotConfigured().ToException();
        var sender = tenant.SenderMailbox ?? throw TenantFaults.KeyNeeded("senderMailbox", "Sending a report").ToException();
        var report = ReportToSend.Read(request.Path, context);
        var wanted = request.Usual.Count > 0
            ? ReportRecipients.OfSchedule(request.Usual, report.Audience, report.About, context)
            : ReportRecipients.Of(request.To, report.Audience, report.About, context);
        using var held = FileLock.TryTake(context.Workspace.Paths.SendLock) ?? throw ReportMailFaults.Running(context.Workspace.Paths.SendLock).ToException();
        var outbox = new ReportOutbox(context, report);
        var rest = request.Force ? wanted : Rest(outbox, wanted);
        if (rest.Count < wanted.Count)
        {
            sink.Warn($"This report went to {string.Join(", ", wanted.Except(rest, StringComparer.Ordinal))} already, and is not sent there again. -Force does.");
        }

        if (rest.Count == 0)
        {
            sink.Write(Local(outbox.LastAccepted(wanted)!, context));
            return;
        }

        if (!sink.ShouldProcess(string.Join(", ", rest), $"Send {report.Name} from {sender}"))
        {
            return;
        }

        using var mailer = await ReportMailer.OpenAsync(context, sink, cancellationToken);
        if (!request.Force && outbox.Open(rest) is { Count: > 0 } open)
        {
            await FindAsync(open, outbox, mailer, context, sink, cancellationToken);

            // Whoever may have it waits for a person; the others do not wait for them.
            var unknown = outbox.Open(wanted).SelectMany(static m => m.Recipients).ToHashSet(StringComparer.Ordinal);
            rest = [.. Rest(outbox, wanted).Where(r => !unknown.Contains(r))];
            if (rest.Count == 0)
            {
                return;
            }
        }

        await SendAsync(outbox, mailer, report, sender, rest, context, sink, cancellationToken);
    }

    /// <summary>Who has to get it still.</summary>
    private static IReadOnlyList<string> Rest(ReportOutbox outbox, IReadOnlyList<string> wanted) => [.. wanted.Except(outbox.Served(wanted), StringComparer.Ordinal)];

    /// <summary>Looks for mails whose answer was lost; what is found was sent, what is not found may have been.</summary>
    private static async Task FindAsync(IReadOnlyList<ReportMail> open, ReportOutbox outbox, ReportMailer mailer, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        foreach (var mail in open)
        {
            var found = await mailer.FindAsync(mail, cancellationToken);
            if (found == true)
            {
                sink.Write(Local(outbox.End(mail, ReportMailState.Accepted, "Found in Sent Items."), context));
            }
            else
            {
                sink.Report(ReportMailFaults.Unknown(mail, found is null ? "the answer was lost, and the app may not look into Sent Items (Mail.Read)." : "the answer was lost, and it is not in Sent Items, where it may come late."));
            }
        }
    }

    private static async Task SendAsync(ReportOutbox outbox, ReportMailer mailer, ReportToSend report, string sender, IReadOnlyList<string> recipients, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var mail = outbox.Begin(sender, recipients);
        try
        {
            var (state, words) = await mailer.SendAsync(mail, report, cancellationToken);
            mail = outbox.End(mail, state, words);
        }
        catch (OperationCanceledException)
        {
            outbox.End(mail, ReportMailState.Unknown, "The command was stopped while it was being sent.");
            throw;
        }

        sink.Write(Local(mail, context));
        switch (mail.State)
        {
            case ReportMailState.Failed:
                sink.Report(ReportMailFaults.NotSent(mail, mail.Detail));
                break;
            case ReportMailState.Unknown:
                sink.Report(ReportMailFaults.Unknown(mail, mail.Detail));
                break;
        }
    }

    private static ReportMail Local(ReportMail mail, CommandContext context) => mail with { At = TimeZoneInfo.ConvertTime(mail.At, context.Workspace.Zone) };
}
