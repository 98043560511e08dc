namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>Shares a terminal's width among the columns of a table, so that lines break between words.</summary>
internal static class ColumnWidths
{
    /// <summary>Columns between two columns.</summary>
    public const int Gap = 2;

    /// <summary>Longer words may be broken: they don't take the room of a column.</summary>
    private const int LongestWord = 24;

    private const int FewestColumns = 2;

    /// <summary>The widths of the columns that the terminal has room for, from the left.</summary>
    /// <param name="heads">The columns' names.</param>
    /// <param name="rows">Their texts.</param>
    /// <param name="width">The terminal's width.</param>
    public static IReadOnlyList<int> Share(IReadOnlyList<string> heads, IReadOnlyList<string[]> rows, int width)
    {
        var least = heads.Select((h, c) => Math.Max(h.Length, rows.Max(r => WidestWord(r[c])))).ToList();
        var shown = Enumerable.Range(1, least.Count).LastOrDefault(n => least.Take(n).Sum() + (Gap * (n - 1)) <= width);
        if (shown < FewestColumns)
        {
            // Even two words don't fit side by side: both columns break theirs.
            shown = Math.Min(FewestColumns, least.Count);
            var each = Math.Max(1, (width - (Gap * (shown - 1))) / shown);
            return [.. least.Take(shown).Select(w => Math.Min(w, each))];
        }

        var widths = least.Take(shown).ToArray();
        var left = width - widths.Sum() - (Gap * (shown - 1));

        // What lacks little is made whole first: a time stays on one line where a long text has to break anyway.
        var lacking = Enumerable.Range(0, shown).Select(c => (Column: c, Lacks: rows.Max(r => DisplayWidth.Of(r[c])) - widths[c])).Where(static l => l.Lacks > 0);
        foreach (var (column, lacks) in lacking.OrderBy(static l => l.Lacks))
        {
            var given = Math.Min(lacks, left);
            widths[column] += given;
            left -= given;
        }

        return widths;
    }

    private static int WidestWord(string text) => Math.Min(LongestWord, text.Split(' ').Max(DisplayWidth.Of));
}
