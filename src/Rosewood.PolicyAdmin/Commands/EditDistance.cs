namespace Rosewood.PolicyAdmin.Commands;

/// <summary>How many slips of the finger lie between two texts: insertions, deletions, replacements and swapped neighbours.</summary>
internal static class EditDistance
{
    private const int Longest = 128;

    /// <summary>The distance, or <see cref="int.MaxValue"/> when it is over <paramref name="limit"/>.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (a.Length > Longest || b.Length > Longest || Math.Abs(a.Length - b.Length) > limit)
        {
            return int.MaxValue;
        }

        Span<int> earlier = stackalloc int[Longest + 1];
        Span<int> previous = stackalloc int[Longest + 1];
        Span<int> current = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], earlier[j - 2] + 1);
                }

                best = Math.Min(best, current[j]);
            }

            if (best > limit)
            {
                return int.MaxValue;
            }

            previous.CopyTo(earlier);
            current.CopyTo(previous);
        }

        return previous[b.Length] <= limit ? previous[b.Length] : int.MaxValue;
    }
}
