using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Detection;
using Rosewood.PolicyAdmin.Correspondence.Reviews;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>
/// Finds correspondence with families past the school's systems (COM-1, COM-4), by metadata: who, whom, when, which message id. Only where
/// correspondence.readSignatures is on, and for -MessageText alone, are texts of staff's messages to people outside looked through, for private
/// phone numbers (COM-2). Subjects, sizes and texts are neither kept nor shown. A finding is a reason to ask, never a proof; what was looked
/// at, and what could not be seen, is said each time. A run over everybody (without -User) that reads exports is kept as a review, for Get-PolicyControl.
/// </summary>
/// <example><code>Find-UnofficialCorrespondence -MessageTrace trace.csv -InboxRule rules.json -Mailbox mailboxes.csv</code>From a message trace, the inbox rules and the mailboxes' forwarding.</example>
/// <example><code>Find-UnofficialCorrespondence -MessageTrace trace.csv -MessageHeader headers.json -From 2026-11-02 -IncludePossible</code>Also threads, since that Monday, and what is only possible.</example>
/// <example><code>Find-UnofficialCorrespondence -MessageTrace trace.csv -MessageText sent-items.json</code>Also private phone numbers in signatures, where policy.json allows it.</example>
/// <example><code>Find-UnofficialCorrespondence -FromTenant -Mailbox mailboxes.csv</code>From the message traces and inbox rules that Sync-PolicyTenant fetched.</example>
public sealed class FindUnofficialCorrespondence : PolicyRequest
{
    /// <summary>Message traces: Graph's messageTraces or Get-MessageTraceV2 as JSON, the admin center's CSV. Plain or gzip; patterns and folders work.</summary>
    [FilePath]
    public string[] MessageTrace { get; set; } = [];

    /// <summary>Messages' headers: Graph messages with internetMessageHeaders (JSON), or CSV with message-id, in-reply-to, references, from, to, cc, date.</summary>
    [FilePath]
    public string[] MessageHeader { get; set; } = [];

    /// <summary>Messages with their text, to find private phone numbers: Graph messages with uniqueBody or body as plain text (JSON), or CSV with from, to, date, body. Needs correspondence.readSignatures in policy.json.</summary>
    [FilePath]
    public string[] MessageText { get; set; } = [];

    /// <summary>Inbox rules: Graph's messageRules of each mailbox, or Get-InboxRule (JSON, CSV). Where a rule does not say whose it is, the file's name does.</summary>
    [FilePath]
    public string[] InboxRule { get; set; } = [];

    /// <summary>Mailboxes with their forwarding: Get-Mailbox (CSV, JSON).</summary>
    [FilePath]
    public string[] Mailbox { get; set; } = [];

    /// <summary>Also the message traces and inbox rules that Sync-PolicyTenant fetched.</summary>
    public bool FromTenant { get; set; }

    /// <summary>Messages and visits count from here, school local time. Settings count always. Default: everything.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Messages and visits count until here; a date alone includes that day. Default: everything.</summary>
    public TimeInput? To { get; set; }

    /// <summary>People by name, login or role. Default: everybody.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Also what is only possible: less than one half sure.</summary>
    public bool IncludePossible { get; set; }
}

internal sealed class FindUnofficialCorrespondenceHandler : CommandHandler<FindUnofficialCorrespondence>
{
    public override Task HandleAsync(FindUnofficialCorrespondence request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var from = request.From?.ToStart(zone);
        var to = request.To?.ToEnd(zone);
        if (from is not null && to is not null && to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        var people = context.LoadPeople();
        var wanted = request.User.Select(u => people.Resolve(u, context.Now.UtcTicks).Id).ToHashSet(StringComparer.Ordinal);
        if (request.MessageText.Length > 0)
        {
            AdmitTexts(request, context);
        }

        var material = new CorrespondenceMaterial(context, people);

        // Mailboxes first: they say by which other addresses people go.
        material.ReadMailboxes(request.Mailbox, sink, cancellationToken);
        material.ReadTraces(request.MessageTrace, sink, cancellationToken);
        material.ReadHeaders(request.MessageHeader, sink, cancellationToken);
        material.ReadTexts(request.MessageText, sink, cancellationToken);
        material.ReadRules(request.InboxRule, sink, cancellationToken);
        if (request.FromTenant)
        {
            ReadTenant(material, context, sink, cancellationToken);
        }

        var webmail = WebmailDetector.Find(context, from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue).ToList();
        if (material.Files.Count == 0 && webmail.Count == 0)
        {
            throw new Fault("CorrespondenceNothingGiven", FaultKind.InvalidArgument, "MessageTrace", "There is nothing to look at: no export was given, and no personal web mail was imported with the traffic. Give -MessageTrace, -MessageHeader, -MessageText, -InboxRule, -Mailbox or -FromTenant; docs/correspondence.md says how to export them.").ToException();
        }

        var search = new CorrespondenceSearch(material, context.Config, zone);
        var signs = search.Find(from?.UtcTicks ?? long.MinValue, to?.UtcTicks ?? long.MaxValue).Concat(webmail);
        var collector = new FindingCollector(people, context.Now.UtcTicks, zone, context.Store.FamilyLinks.Load(), context.Store.Suppressions.Load(context.Now.UtcTicks), context.Store.Rulings.Load());
        var findings = collector.Collect(signs.Where(s => wanted.Count == 0 || (s.PersonId is { } id && wanted.Contains(id))));
        if (request.User.Length == 0 && material.Files.Sum(static f => f.Used) > 0)
        {
            // Before the results are written: whoever reads only the first of them has run the review all the same.
            CorrespondenceReviewWriter.TryRecord(
                context,
                Content(from, to, material, CorrespondenceBlindness.Blind(material, search, zone), findings, collector.Dismissed, CorrespondenceBlindness.NotLookedFor(material, context.Config.Correspondence.ReportNoOfficialCorrespondence, context.Store.Evidence.Visits().Count > 0)),
                [.. findings.Select(CorrespondenceReviewFinding.Of).OfType<CorrespondenceReviewFinding>()],
                sink);
        }

        var possible = 0;
        foreach (var finding in findings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (request.IncludePossible || IsShown(finding))
            {
                sink.Write(finding);
            }
            else
            {
                possible++;
            }
        }

        foreach (var sentence in CorrespondenceBlindness.Of(material, search, zone, possible, collector.Dismissed))
        {
            sink.Warn(sentence);
        }

        return Task.CompletedTask;
    }

    /// <summary>Contents of mail are looked at only where the school decided so, and never without an entry in the audit trail.</summary>
    private static void AdmitTexts(FindUnofficialCorrespondence request, CommandContext context)
    {
        if (!context.Config.Correspondence.ReadSignatures)
        {
            throw new Fault("MessageTextNotAllowed", FaultKind.NotAuthorised, "MessageText", "This school has not decided that texts of messages may be looked through: correspondence.readSignatures is off in policy.json. Ask SLT and the data protection officer first, and tell staff; then set it to true.").ToException();
        }

        using var change = context.BeginChange();
        change.Audit("COM-2", "message texts", before: null, new { Files = request.MessageText.Length });
        change.Commit();
    }

    private static bool IsShown(UnofficialCorrespondence finding) =>
        finding.Confidence >= CorrespondenceWeights.Shown || finding.Kind == CorrespondenceKind.NoOfficialCorrespondence;

    private static CorrespondenceReviewContent Content(
        DateTimeOffset? from,
        DateTimeOffset? to,
        CorrespondenceMaterial material,
        IEnumerable<string> blind,
        IReadOnlyList<UnofficialCorrespondence> findings,
        int dismissed,
        IReadOnlyList<CorrespondenceKind> notLookedFor) => new()
        {
            From = from,
            Until = to,
            Sources = [.. material.Files.Select(static f => new CorrespondenceReviewSource(f.Kind, f.From, f.Until, f.Used))],
            Blind = [.. blind],
            Kinds = findings.Where(IsShown).GroupBy(static f => f.Kind).ToDictionary(static g => g.Key, static g => g.Count()),
            NotLookedFor = notLookedFor,
            Possible = findings.Count(static f => !IsShown(f)),
            Dismissed = dismissed,
            OfNobody = findings.Count(static f => f.PersonId is null),
        };

    /// <summary>What was fetched, with its age; where only one of the two was, what could not be seen is told with the rest.</summary>
    private static void ReadTenant(CorrespondenceMaterial material, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        DateTimeOffset?[] asked = [material.ReadTenantTraces(sink, cancellationToken), material.ReadTenantRules(sink, cancellationToken)];
        TenantAge.Tell(asked.Min() ?? throw TenantFaults.NeverSynchronised("Message traces and inbox rules", TenantSource.MessageTraces).ToException(), context, sink);
    }
}
