using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.Graph.Authentication;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>One run of Sync-PolicyTenant: source after source, each with its result, one audit entry for all.</summary>
/// <param name="context">The command's context.</param>
/// <param name="sink">Where results and faults go.</param>
internal sealed class TenantSync(CommandContext context, ICommandSink sink)
{
    private const int Named = 5;

    /// <summary>Faults of one source that leave the others their turn.</summary>
    private static readonly string[] OfOneSource = ["GraphPermissionMissing", "GraphLicenceMissing", "GraphNotFound", "GraphRequestRefused", "GraphPagesRepeat", "GraphAnswerBroken", "TenantKeyNotConfigured", "TenantStaffGroupEmpty"];

    private readonly TenantPaths _paths = new(context.Workspace.Paths);
    private readonly List<SyncResult> _results = [];

    /// <summary>Fetches sources.</summary>
    /// <exception cref="FaultException">The service or the sign-in fails as a whole. What was fetched stays.</exception>
    public async Task RunAsync(IReadOnlyList<TenantSource> sources, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        using var held = FileLock.TryTake(_paths.Lock) ?? throw TenantFaults.SyncRunning(_paths.Lock).ToException();
        using var session = TenantSession.Open(context, sink);
        await session.SignInAsync(anew: false, cancellationToken);
        var slices = new TenantSlices(_paths);
        slices.RemoveUnfinished();
        var removed = RemoveOld(slices);
        try
        {
            foreach (var source in sources)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    var result = await FetchAsync(session, slices, source, from, to, cancellationToken);
                    _results.Add(result);
                    sink.Write(result);
                    WarnOf(result);
                }
                catch (FaultException e) when (OfOneSource.Contains(e.Fault.Id, StringComparer.Ordinal))
                {
                    sink.Report(e.Fault);
                }
            }
        }
        finally
        {
            Record(removed);
        }
    }

    private async Task<SyncResult> FetchAsync(TenantSession session, TenantSlices slices, TenantSource source, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        var (requests, throttled) = (session.Connection.Traffic.Requests, session.Connection.Traffic.Throttled);
        var began = context.Clock.GetTimestamp();
        var tally = new SliceTally();
        IReadOnlyList<TenantGap> gaps = [];
        if (SliceFeeds.Of(source) is { } feed)
        {
            var isFirst = slices.Of(source).Count == 0;
            await new SliceSync(session.Connection, slices, context.Clock, sink).RunAsync(feed, from, to, tally, cancellationToken);
            gaps = [.. BeforeTheFirst(feed, tally, isFirst, from), .. GapFinder.Find(feed, slices.Of(source), context.Clock.GetUtcNow())];
        }
        else
        {
            tally.Fetched = tally.New = await PictureAsync(session, slices, source, cancellationToken);
        }

        return new SyncResult(
            source,
            Local(tally.From),
            Local(tally.Until),
            tally.Fetched,
            tally.New,
            session.Connection.Traffic.Requests - requests,
            session.Connection.Traffic.Throttled - throttled,
            context.Clock.GetElapsedTime(began),
            [.. gaps.Select(g => g with { From = Local(g.From)!.Value, Until = Local(g.Until)!.Value })]);
    }

    private async Task<long> PictureAsync(TenantSession session, TenantSlices slices, TenantSource source, CancellationToken cancellationToken)
    {
        var pictures = new PictureSync(session.Connection, slices, context.Clock);
        switch (source)
        {
            case TenantSource.People:
                return await pictures.PeopleAsync(session.Config.StaffGroup, session.Config.RoleGroups.Keys, cancellationToken);
            case TenantSource.Devices:
                return await pictures.DevicesAsync(cancellationToken);
            default:
                var mailboxes = context.LoadPeople().All(context.Now.UtcTicks).Select(static p => p.UserPrincipalName).ToList();
                var (rules, missing) = await pictures.InboxRulesAsync(mailboxes, done => sink.Progress(new CommandProgress("Fetching InboxRules", done, mailboxes.Count, "", done == mailboxes.Count)), cancellationToken);
                if (missing.Count > 0)
                {
                    sink.Warn($"No mailbox in the tenant, so no inbox rules: {string.Join(", ", missing.Take(Named))}{(missing.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - Named} more") : "")}.");
                }

                return rules;
        }
    }

    /// <summary>What lies before the first slice of a first run: the service may keep less than it says, and then gives nothing, in silence.</summary>
    private IEnumerable<TenantGap> BeforeTheFirst(SliceFeed feed, SliceTally tally, bool isFirst, DateTimeOffset? from)
    {
        var oldest = SliceSync.Oldest(feed, context.Clock.GetUtcNow());
        if (isFirst && from < oldest)
        {
            yield return new TenantGap(from.Value, oldest, string.Create(CultureInfo.InvariantCulture, $"the service keeps {feed.Kept.TotalDays:0} days only."));
        }

        if (isFirst && tally is { From: { } asked, FirstWithRecords: { } first } && first - asked > TimeSpan.FromDays(2))
        {
            yield return new TenantGap(asked, first, "the service gave no record: either nothing happened, or it keeps less for this tenant (7 days without Entra ID P1).");
        }
    }

    private Dictionary<TenantSource, int> RemoveOld(TenantSlices slices)
    {
        var removed = new Dictionary<TenantSource, int>();
        var expired = new ExpiredSlices(context, new HoldBook(context));
        foreach (var feed in SliceFeeds.All)
        {
            var kept = ExpiredSlices.Kept(feed.Source, context.Config.Retention);
            if (slices.RemoveBefore(feed.Source, context.Now - kept, expired.IsHeld) is > 0 and var count)
            {
                removed.Add(feed.Source, count);
            }
        }

        return removed;
    }

    private void WarnOf(SyncResult result)
    {
        foreach (var gap in result.Gaps)
        {
            sink.Warn($"{result.Source}: nothing is known from {gap}");
        }
    }

    private void Record(Dictionary<TenantSource, int> removed)
    {
        if (_results.Count + removed.Count == 0)
        {
            return;
        }

        using var change = context.BeginChange();
        foreach (var result in _results)
        {
            change.Audit("GOV-1", $"tenant {result.Source}", before: null, new { result.From, result.Until, result.Fetched, result.New, Gaps = result.Gaps.Count });
        }

        foreach (var (source, count) in removed)
        {
            change.Audit("GOV-1", $"tenant {source}", before: new { Days = count }, after: null);
        }

        change.Commit();
    }

    private DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, context.Workspace.Zone) : null;
}
