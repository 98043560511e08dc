namespace Rosewood.PolicyAdmin.Console.Syntax;

/// <summary>"Did you mean": the names nearest to what was typed.</summary>
internal static class Suggestions
{
    private const int Most = 3;
    private const int LongestWord = 64;

    /// <summary>A sentence with a space before it, or nothing when no name is near.</summary>
    public static string Sentence(string typed, IEnumerable<string> names, string prefix)
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

    /// <summary>The nearest names, nearest first.</summary>
    public static IReadOnlyList<string> Nearest(string typed, IEnumerable<string> names)
    {
        if (typed.Length is 0 or > LongestWord)
        {
            return [];
        }

        return
        [
            .. names
                .Select(n => (Name: n, Far: Distance(typed, n)))
                .Where(n => n.Far <= Math.Max(1, Math.Min(typed.Length, n.Name.Length) / 3) || n.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .OrderBy(static n => n.Far)
                .ThenBy(static n => n.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(static n => n.Name),
        ];
    }

    /// <summary>Edits between two words, where swapping two neighbours is one (optimal string alignment); case does not count.</summary>
    internal static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                }

                rows[i, j] = best;
            }
        }

        return rows[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
