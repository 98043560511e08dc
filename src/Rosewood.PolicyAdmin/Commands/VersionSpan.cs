namespace Rosewood.PolicyAdmin.Commands;

/// <summary>A fact and the time in which it counted, half-open.</summary>
/// <typeparam name="T">The fact.</typeparam>
/// <param name="From">First UTC tick.</param>
/// <param name="Until">First UTC tick no longer.</param>
/// <param name="Value">The fact.</param>
internal sealed record VersionSpan<T>(long From, long Until, T Value)
{
    /// <summary>Whether it counted at an instant.</summary>
    public bool Covers(long utcTicks) => From <= utcTicks && utcTicks < Until;
}

/// <summary>Turns versions, each of which counts until the next one, into spans.</summary>
internal static class VersionSpan
{
    /// <summary>The spans of one thing's versions, oldest first. Of two versions from the same tick the later recorded one counts.</summary>
    /// <param name="versions">The versions in the order in which they were recorded.</param>
    public static VersionSpan<T>[] Of<T>(IEnumerable<(long From, T Value)> versions)
    {
        var ordered = versions.OrderBy(v => v.From).ToList();
        return [.. ordered
            .Select((v, i) => new VersionSpan<T>(v.From, i + 1 < ordered.Count ? ordered[i + 1].From : long.MaxValue, v.Value))
            .Where(s => s.From < s.Until)];
    }

    /// <summary>What counted at an instant, or null before the first version.</summary>
    public static VersionSpan<T>? At<T>(VersionSpan<T>[] spans, long utcTicks)
    {
        var (low, high) = (0, spans.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Covers(utcTicks))
            {
                return spans[middle];
            }

            if (spans[middle].From > utcTicks)
            {
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return null;
    }

    /// <summary>Spans by a key that a fact has; a fact may have several keys.</summary>
    public static Dictionary<TKey, VersionSpan<T>[]> Index<T, TKey>(IEnumerable<VersionSpan<T>> spans, Func<T, IEnumerable<TKey>> keys, IEqualityComparer<TKey> comparer)
        where TKey : notnull
    {
        var index = new Dictionary<TKey, List<VersionSpan<T>>>(comparer);
        foreach (var span in spans)
        {
            foreach (var key in keys(span.Value).Distinct(comparer))
            {
                if (!index.TryGetValue(key, out var list))
                {
                    index.Add(key, list = []);
                }

                list.Add(span);
            }
        }

        return index.ToDictionary(e => e.Key, e => e.Value.ToArray(), comparer);
    }
}
