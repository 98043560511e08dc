namespace Rosewood.PolicyAdmin.Commands;

/// <summary>"Did you mean": the names nearest to what was typed, by slips of the finger; case does not count.</summary>
public static class Suggestions
{
    private const int Most = 3;
    private const int LongestWord = 64;

    /// <summary>A sentence with a space before it, or nothing when no name is near.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">What there is.</param>
    /// <param name="prefix">What stands before each name, such as a dash.</param>
    public static string Sentence(string typed, IEnumerable<string> names, string prefix = "")
    {
        var near = Nearest(typed, names).Select(n => prefix + n).ToList();
        return near.Count == 0 ? "" : $" Did you mean {List(near)}?";
    }

    /// <summary>Names as people list them: <c>a, b or c</c>.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Count - 1))} or {all[^1]}",
        };
    }

    /// <summary>The nearest names, nearest first, three at most; none for what is longer than any name.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="names">What there is.</param>
    public static IReadOnlyList<string> Nearest(string typed, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(names);
        if (typed.Length is 0 or > LongestWord)
        {
            return [];
        }

        return
        [
            .. names
                .Select(n => (Name: n, Far: EditDistance.Of(typed.ToUpperInvariant(), n.ToUpperInvariant(), Limit(typed, n))))
                .Where(n => n.Far <= Limit(typed, n.Name) || n.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .OrderBy(static n => n.Far)
                .ThenBy(static n => n.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(static n => n.Name),
        ];
    }

    private static int Limit(string typed, string name) => Math.Max(1, Math.Min(typed.Length, name.Length) / 3);
}
