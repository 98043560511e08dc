namespace Rosewood.PolicyAdmin.SchoolDay;

/// <summary>Half-open intervals of UTC ticks in order, none overlapping; searched by halves.</summary>
internal sealed class UtcIntervals
{
    private readonly long[] _begins;
    private readonly long[] _ends;
    private readonly long[] _borders;

    public UtcIntervals(IEnumerable<(long Begin, long End)> intervals)
    {
        var merged = new List<(long Begin, long End)>();
        foreach (var interval in intervals.OrderBy(static i => i.Begin))
        {
            // Two that touch stay two: there is a bell between them.
            if (merged.Count > 0 && interval.Begin < merged[^1].End)
            {
                merged[^1] = (merged[^1].Begin, Math.Max(merged[^1].End, interval.End));
            }
            else
            {
                merged.Add(interval);
            }
        }

        _begins = [.. merged.Select(static i => i.Begin)];
        _ends = [.. merged.Select(static i => i.End)];
        _borders = [.. _begins.Concat(_ends).Order().Distinct()];
    }

    public bool Contains(long ticks)
    {
        var last = LastAtOrBefore(_begins, ticks);
        return last >= 0 && ticks < _ends[last];
    }

    public long BorderAtOrBefore(long ticks)
    {
        var last = LastAtOrBefore(_borders, ticks);
        return last < 0 ? long.MinValue : _borders[last];
    }

    public long BorderAfter(long ticks)
    {
        var next = LastAtOrBefore(_borders, ticks) + 1;
        return next == _borders.Length ? long.MaxValue : _borders[next];
    }

    /// <summary>Those in [from, to).</summary>
    public IEnumerable<long> Borders(long from, long to)
    {
        for (var i = from == long.MinValue ? 0 : LastAtOrBefore(_borders, from - 1) + 1; i < _borders.Length && _borders[i] < to; i++)
        {
            yield return _borders[i];
        }
    }

    private static int LastAtOrBefore(long[] sorted, long ticks)
    {
        var found = Array.BinarySearch(sorted, ticks);
        return found >= 0 ? found : ~found - 1;
    }
}
