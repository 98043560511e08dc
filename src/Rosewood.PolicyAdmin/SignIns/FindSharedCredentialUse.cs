using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns.Detection;
using Rosewood.PolicyAdmin.SignIns.Timeline;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>
/// Finds logins that more than one person uses (LOG-1), in Entra's sign-ins, Windows' own logs and the imported traffic. A finding needs
/// two independent kinds of evidence; it is a reason to ask, never a proof. Habits are learned from everything that is given: give weeks.
/// A run over all accounts (without -User) is kept as a review, for reports and for Get-PolicyControl.
/// </summary>
/// <example><code>Find-SharedCredentialUse -SignInLog signins.json,security.json</code>Logins that are shared, from Entra's and the computers' records.</example>
/// <example><code>Find-SharedCredentialUse -FromTenant -SignInLog security.json</code>The same from what Sync-PolicyTenant fetched, with the computers' records.</example>
/// <example><code>Find-SharedCredentialUse -SignInLog signins.json -From 2026-11-02 -IncludePossible -Timeline</code>Since that Monday, also what is only possible, with the days that show it best.</example>
public sealed class FindSharedCredentialUse : PolicyRequest
{
    /// <summary>
    /// Files of sign-ins, plain or gzip, known by their content: Graph's sign-ins or the Entra admin center's downloads (JSON, CSV), Windows
    /// Security events (JSON, CSV). Patterns and folders give the files in them. Without any, only the imported traffic is looked at.
    /// </summary>
    [FilePath]
    public string[] SignInLog { get; set; } = [];

    /// <summary>Also the sign-ins that Sync-PolicyTenant fetched.</summary>
    public bool FromTenant { get; set; }

    /// <summary>Evidence counts from here, school local time. Default: everything.</summary>
    public TimeInput? From { get; set; }

    /// <summary>Evidence counts until here; a date alone includes that day. Default: everything.</summary>
    public TimeInput? To { get; set; }

    /// <summary>People by name, login or role; an account that is not on the roster by its login.</summary>
    public string[] User { get; set; } = [];

    /// <summary>Also what is only possible.</summary>
    public bool IncludePossible { get; set; }

    /// <summary>With the days that show each finding best: a lane per device.</summary>
    public bool Timeline { get; set; }
}

internal sealed class FindSharedCredentialUseHandler : CommandHandler<FindSharedCredentialUse>
{
    private const int MostUnread = 5;

    public override Task HandleAsync(FindSharedCredentialUse request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var zone = context.Workspace.Zone;
        var from = request.From?.ToStart(zone);
        var to = request.To?.ToEnd(zone);
        if (from is not null && to is not null && to <= from)
        {
            throw new Fault("PeriodEmpty", FaultKind.InvalidArgument, "To", "The period ends before it begins. Give a -To that is later than -From.").ToException();
        }

        var people = context.LoadPeople();
        var material = new SignInMaterial(context, people);
        material.ReadFiles(request.SignInLog.Length == 0 ? [] : LogPaths.Expand(request.SignInLog), sink, cancellationToken);
        if (request.FromTenant)
        {
            TenantAge.Tell(material.ReadTenant(sink, cancellationToken), context, sink);
        }

        material.ReadTraffic(cancellationToken);
        var wanted = request.User.Select(u => Wanted(u, people, material.Timeline, context.Now)).ToHashSet(StringComparer.Ordinal);
        var isReview = request.User.Length == 0 && material.Timeline.Rows > 0;
        var result = new SharedLoginDetector(material.Timeline, material.Options(from, to, request.Timeline || isReview)).Detect(cancellationToken);
        var blind = material.Blind(from, to);
        if (isReview)
        {
            // Before the results are written: whoever reads only the first of them has run the review all the same.
            SignInReviewWriter.TryRecord(context, Content(from, to, material, result, blind, zone), sink);
        }

        foreach (var finding in result.Findings.Where(f => wanted.Count == 0 || wanted.Contains(f.SubjectId)))
        {
            if (request.IncludePossible || finding.Verdict == SharedCredentialVerdict.Shared)
            {
                sink.Write(request.Timeline ? finding : finding with { Timeline = [] });
            }
        }

        Tell(material, result, blind, sink, zone);
        return Task.CompletedTask;
    }

    /// <summary>What was looked at and what not: an empty answer means little without it.</summary>
    private static void Tell(SignInMaterial material, DetectionResult result, IReadOnlyList<string> blind, ICommandSink sink, TimeZoneInfo zone)
    {
        sink.Warn(SignInBlindness.Looked(material, result, zone));
        sink.Warn("Not seen: " + string.Join(" ", blind));
        foreach (var unread in material.Files.SelectMany(f => f.Unread).Take(MostUnread))
        {
            sink.Warn($"Not read: {unread.Place}: {unread.Reason}");
        }

        if (result.Declared.Count > 0)
        {
            sink.Warn($"Declared as shared, seen, and not judged: {string.Join(", ", result.Declared.Select(PlainText.Clean))}.");
        }

        if (result.Dismissed > 0)
        {
            sink.Warn($"{result.Dismissed} {(result.Dismissed == 1 ? "finding was" : "findings were")} held back by a dismissal. See Get-FindingSuppression.");
        }
    }

    private static SignInReviewContent Content(DateTimeOffset? from, DateTimeOffset? to, SignInMaterial material, DetectionResult result, IReadOnlyList<string> blind, TimeZoneInfo zone)
    {
        var sources = material.Files.Select(f => new SignInReviewSource(f.Kind, Local(f.From), Local(f.Until), f.Used)).ToList();
        if (material.Visits > 0)
        {
            sources.Add(new SignInReviewSource(SignInReviewSource.Traffic, Local(material.FirstVisit), Local(material.LastVisit), material.Visits));
        }

        return new SignInReviewContent
        {
            From = Local(from),
            Until = Local(to),
            Judged = result.Judged,
            Dismissed = result.Dismissed,
            Declared = result.Declared,
            Sources = sources,
            Blind = blind,
            Findings = result.Findings,
        };

        DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone) : null;
    }

    /// <summary>A misspelt name must not look like "nothing found".</summary>
    private static string Wanted(string typed, PeopleHistory people, SignInTimeline timeline, DateTimeOffset now)
    {
        try
        {
            return people.Resolve(typed, now.UtcTicks).Id;
        }
        catch (FaultException e) when (e.Fault.Kind == FaultKind.NotFound && timeline.Find(typed, now.UtcTicks) is { } account)
        {
            return account.Id;
        }
    }
}
