namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Which lines one text has and another lacks: enough to read an edit of a configuration by.</summary>
internal static class LineDifference
{
    /// <summary>Lines of <paramref name="before"/> that <paramref name="after"/> lacks, each with its line number.</summary>
    public static IReadOnlyList<string> Removed(string before, string after)
    {
        var kept = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Lines(after))
        {
            kept[line] = kept.GetValueOrDefault(line) + 1;
        }

        var removed = new List<string>();
        var number = 0;
        foreach (var line in Lines(before))
        {
            number++;
            if (kept.TryGetValue(line, out var count) && count > 0)
            {
                kept[line] = count - 1;
            }
            else
            {
                removed.Add($"{number}: {line}");
            }
        }

        return removed;
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Length == 0 ? [] : text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
}
