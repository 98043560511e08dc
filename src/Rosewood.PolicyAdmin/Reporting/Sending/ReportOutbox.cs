using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Reporting.Sending;

/// <summary>What was sent of one report, and what is being sent: written before the request goes out, so that nothing is sent twice.</summary>
/// <param name="context">The command's context.</param>
/// <param name="report">The report.</param>
internal sealed class ReportOutbox(CommandContext context, ReportToSend report)
{
    private const string Clause = "GOV-1";

    /// <summary>Those of the wanted who surely have it.</summary>
    public IReadOnlyList<string> Served(IReadOnlyList<string> wanted) => [.. wanted.Where(All().Where(static m => m.State == ReportMailState.Accepted).SelectMany(static m => m.Recipients).ToHashSet(StringComparer.Ordinal).Contains)];

    /// <summary>The last one that was taken for any of them; null: none.</summary>
    public ReportMail? LastAccepted(IReadOnlyList<string> wanted) => All().LastOrDefault(m => m.State == ReportMailState.Accepted && m.Recipients.Intersect(wanted, StringComparer.Ordinal).Any());

    /// <summary>Those of which it is not known whether they went to any of these; one that was interrupted is among them.</summary>
    public IReadOnlyList<ReportMail> Open(IReadOnlyList<string> recipients) =>
        [.. All().Where(m => m.State is ReportMailState.Unknown or ReportMailState.Sending && m.Recipients.Intersect(recipients, StringComparer.Ordinal).Any())];

    /// <summary>Begins one.</summary>
    public ReportMail Begin(string sender, IReadOnlyList<string> recipients)
    {
        using var change = context.BeginChange();
        var mail = context.Store.ReportMails.Add(change, new ReportMail("", ReportMailState.Sending, change.Origin.At, report.Name, report.Digest, sender, recipients, ""));
        change.Audit(Clause, mail.Id, before: null, mail);
        change.Commit();
        return mail;
    }

    /// <summary>Takes note of what became of one.</summary>
    public ReportMail End(ReportMail mail, ReportMailState state, string detail)
    {
        var ended = mail with { State = state, Detail = detail };
        using var change = context.BeginChange();
        context.Store.ReportMails.Set(change, ended);
        change.Audit(Clause, mail.Id, new { mail.State }, new { ended.State, ended.Detail });
        change.Commit();
        return ended;
    }

    private IReadOnlyList<ReportMail> All() => context.Store.ReportMails.Of(report.Digest);
}
