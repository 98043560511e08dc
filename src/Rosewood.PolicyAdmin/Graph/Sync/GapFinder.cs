using Rosewood.PolicyAdmin.Graph.Slices;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>Finds the times of which nothing was fetched, from the first slice on: silence there is no good order.</summary>
internal static class GapFinder
{
    private const string Forgotten = "not fetched while the service had it; it has it no longer.";

    /// <summary>The gaps of a source.</summary>
    /// <param name="feed">The source.</param>
    /// <param name="kept">Its slices, by time.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<TenantGap> Find(SliceFeed feed, IReadOnlyList<TenantSlice> kept, DateTimeOffset now)
    {
        var gaps = new List<TenantGap>();
        if (kept.Count == 0)
        {
            return gaps;
        }

        var oldest = SliceSync.Oldest(feed, now);
        var at = kept[0].Header.From ?? now;
        foreach (var header in kept.Select(static s => s.Header))
        {
            Add(gaps, at, header.From ?? at, oldest);
            gaps.AddRange(header.Missed.Select(static m => new TenantGap(m.From, m.Until, Forgotten)));
            var end = header.Until ?? at;
            at = header.FetchedAt < end ? header.FetchedAt : end;
        }

        Add(gaps, at, now, oldest);
        return gaps;
    }

    private static void Add(List<TenantGap> gaps, DateTimeOffset from, DateTimeOffset until, DateTimeOffset oldest)
    {
        if (until <= from)
        {
            return;
        }

        if (from < oldest)
        {
            gaps.Add(new TenantGap(from, until < oldest ? until : oldest, Forgotten));
        }

        // What the service still has, less than a day of it, is nothing to tell: the next run fetches it.
        var open = from > oldest ? from : oldest;
        if (until - open >= TimeSpan.FromDays(1))
        {
            gaps.Add(new TenantGap(open, until, "not fetched yet; run Sync-PolicyTenant for it."));
        }
    }
}
