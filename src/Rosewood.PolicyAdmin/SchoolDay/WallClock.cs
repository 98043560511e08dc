using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.SchoolDay;

/// <summary>
/// Turns wall-clock intervals into UTC. Time is cut where the zone's offset changes; within a piece the wall clock is UTC plus a constant.
/// An hour that the clocks skip thus vanishes, and one that they repeat counts twice.
/// </summary>
internal sealed class WallClock
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(6);
    private static readonly TimeSpan FurthestOffset = TimeSpan.FromHours(15);
    private readonly List<(DateTime Begin, DateTime End, TimeSpan Offset)> _pieces = [];

    public WallClock(TimeZoneInfo zone, IReadOnlyList<TermConfig> terms)
    {
        if (terms.Count == 0)
        {
            return;
        }

        var at = Utc(terms.Min(static t => t.From)) - FurthestOffset;
        var end = Utc(terms.Max(static t => t.To)) + TimeSpan.FromDays(1) + FurthestOffset;
        while (at < end)
        {
            var next = NextChange(zone, at, end);
            _pieces.Add((at, next, zone.GetUtcOffset(at)));
            at = next;
        }
    }

    /// <summary>Adds the UTC intervals in which the wall clock of a day shows a time in [from, until).</summary>
    public void Add(DateOnly date, TimeSpan from, TimeSpan until, List<(long Begin, long End)> intervals)
    {
        var midnight = Utc(date);
        for (var i = FirstPiece(midnight - FurthestOffset); i < _pieces.Count && _pieces[i].Begin < midnight + TimeSpan.FromDays(1) + FurthestOffset; i++)
        {
            var (pieceBegin, pieceEnd, offset) = _pieces[i];
            var begin = Math.Max(pieceBegin.Ticks, (midnight + from - offset).Ticks);
            var end = Math.Min(pieceEnd.Ticks, (midnight + until - offset).Ticks);
            if (begin < end)
            {
                intervals.Add((begin, end));
            }
        }
    }

    private int FirstPiece(DateTime at)
    {
        var (low, high) = (0, _pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _pieces[middle].End <= at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static DateTime NextChange(TimeZoneInfo zone, DateTime at, DateTime end)
    {
        var offset = zone.GetUtcOffset(at);
        for (var next = at + Step; next < end; next += Step)
        {
            if (zone.GetUtcOffset(next) != offset)
            {
                return Bisect(zone, next - Step, next, offset);
            }
        }

        return end;
    }

    /// <summary>The first tick in (same, other] whose offset is no longer this one.</summary>
    private static DateTime Bisect(TimeZoneInfo zone, DateTime same, DateTime other, TimeSpan offset)
    {
        while (other.Ticks - same.Ticks > 1)
        {
            var middle = new DateTime(same.Ticks + ((other.Ticks - same.Ticks) / 2), DateTimeKind.Utc);
            (same, other) = zone.GetUtcOffset(middle) == offset ? (middle, other) : (same, middle);
        }

        return other;
    }

    private static DateTime Utc(DateOnly date) => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
