namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>
/// Hides small counts in a column that is given with its total: a count of one to four, and, where one or a few hidden ones could be worked
/// out from the total, further counts, the smallest first.
/// </summary>
internal static class SmallCells
{
    /// <summary>Counts below this one, but not nought, are hidden.</summary>
    public const int Least = 5;

    /// <summary>The column with null for what is hidden.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="isHidden">Whether a count has to be hidden whatever it is.</param>
    public static int?[] Hide(IReadOnlyList<int> counts, Func<int, bool> isHidden)
    {
        var hidden = Enumerable.Range(0, counts.Count).Where(i => isHidden(i) || counts[i] is > 0 and < Least).ToHashSet();
        if (hidden.Count > 0)
        {
            // One hidden count is the total less the others; several that add up to little are nearly known too.
            foreach (var next in Enumerable.Range(0, counts.Count).Where(i => !hidden.Contains(i)).OrderBy(i => counts[i] == 0).ThenBy(i => counts[i]).ToList())
            {
                if (hidden.Count > 1 && hidden.Sum(i => counts[i]) >= Least)
                {
                    break;
                }

                hidden.Add(next);
            }
        }

        return [.. counts.Select((c, i) => hidden.Contains(i) ? (int?)null : c)];
    }
}
