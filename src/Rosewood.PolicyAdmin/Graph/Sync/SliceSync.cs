using System.Globalization;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Graph.Sealing;
using Rosewood.PolicyAdmin.Graph.Slices;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>
/// Brings the slices of one source up to date, the oldest first, since it is the first that the service forgets. A day that is settled is
/// not asked for again; of one that is not, the time since it was last asked, with an overlap for what comes late.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="slices">The workspace's slices.</param>
/// <param name="clock">The clock.</param>
/// <param name="sink">Where progress goes.</param>
internal sealed class SliceSync(GraphConnection connection, TenantSlices slices, TimeProvider clock, ICommandSink sink)
{
    /// <summary>The service's clock and ours differ, and it refuses a moment too old.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    /// <summary>The service refuses an end that by its clock lies ahead.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(2);

    /// <summary>The first moment that the service still has.</summary>
    public static DateTimeOffset Oldest(SliceFeed feed, DateTimeOffset now) => now - feed.Kept + Margin;

    /// <summary>Fetches what is missing between two moments; whole days (UTC).</summary>
    /// <exception cref="FaultException">The service refuses. Slices that were finished stay.</exception>
    public async Task<SliceTally> RunAsync(SliceFeed feed, DateTimeOffset? from, DateTimeOffset? to, SliceTally tally, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow() - Lag;
        var oldest = Oldest(feed, now);
        var start = from > oldest ? from.Value : oldest;
        var end = to < now ? to.Value : now;
        var days = new List<DateTimeOffset>();
        for (var day = Day(start); day < end; day = day.AddDays(1))
        {
            days.Add(day);
        }

        var activity = $"Fetching {feed.Source}";
        for (var i = 0; i < days.Count; i++)
        {
            var (day, done) = (days[i], i);
            var existing = slices.Find(feed.Source, day);
            if (existing is not null && feed.IsSettled(existing))
            {
                continue;
            }

            var before = tally.Fetched;
            var reader = new SliceReader(connection, feed, records => sink.Progress(new CommandProgress(activity, done, days.Count, Status(day, before + records))));
            await FetchAsync(reader, feed, day, existing, tally, cancellationToken);
            sink.Progress(new CommandProgress(activity, i + 1, days.Count, Status(day, tally.Fetched)));
        }

        sink.Progress(new CommandProgress(activity, days.Count, days.Count, "", Completed: true));
        return tally;
    }

    /// <summary>The day that a moment is in, UTC.</summary>
    public static DateTimeOffset Day(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);

    private async Task FetchAsync(SliceReader reader, SliceFeed feed, DateTimeOffset day, TenantSlice? existing, SliceTally tally, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow() - Lag;
        var oldest = Oldest(feed, now);
        var end = day.AddDays(1);
        var until = end < now ? end : now;
        var covered = existing?.Header.From ?? (day > oldest ? day : oldest);
        var again = existing is null ? covered : existing.Header.FetchedAt - feed.Lateness;
        var from = new[] { covered, again, oldest }.Max();
        tally.From ??= from;
        if (from >= until)
        {
            return;
        }

        // What the service has forgotten since the last time stays unknown for good, and every later run says so.
        IReadOnlyList<SealedSpan> missed = existing is null ? [] : from > existing.Header.FetchedAt ? [.. existing.Header.Missed, new SealedSpan(existing.Header.FetchedAt, from)] : existing.Header.Missed;
        using var slice = slices.Create(feed.Source, covered, end, now, missed);
        var fetched = await reader.ReadAsync(from, until, slice, cancellationToken);
        var known = existing is null ? 0 : Carry(existing, feed.Shape, slice);
        slice.Commit();
        tally.Fetched += fetched;
        tally.New += fetched - known;
        tally.Until = until;
        tally.FirstWithRecords ??= fetched > 0 ? day : null;
    }

    /// <summary>Takes over what an earlier run fetched; a record that came again stays as it came now.</summary>
    /// <returns>How many records came again.</returns>
    private long Carry(TenantSlice existing, RecordShape shape, SliceWriter slice)
    {
        var again = 0L;
        using var text = slices.Open(existing);
        foreach (var line in SliceLines.Read(text))
        {
            using var record = JsonDocument.Parse(line);
            again += slice.Add(shape.IdOf(record.RootElement), line.Span) ? 0 : 1;
        }

        return again;
    }

    private static string Status(DateTimeOffset day, long records) => string.Create(CultureInfo.InvariantCulture, $"{day:d MMM}, {records:N0} records");
}
