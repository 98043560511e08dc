namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Where one text differs from another: enough to read an edit of a configuration by, also one that moves lines.</summary>
internal static class LineDifference
{
    /// <summary>The lines between what both texts begin with and what both end with, each with its line number.</summary>
    public static (IReadOnlyList<string> Before, IReadOnlyList<string> After) Between(string before, string after)
    {
        var (old, next) = (Lines(before), Lines(after));
        var shorter = Math.Min(old.Length, next.Length);
        var head = 0;
        while (head < shorter && string.Equals(old[head], next[head], StringComparison.Ordinal))
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && string.Equals(old[^(tail + 1)], next[^(tail + 1)], StringComparison.Ordinal))
        {
            tail++;
        }

        return (Numbered(old, head, tail), Numbered(next, head, tail));
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    // Blank lines stay: an edit that adds or removes them alone is an edit too.
    private static List<string> Numbered(string[] lines, int head, int tail) =>
        [.. lines[head..^tail].Select((line, i) => $"{head + i + 1}: {line.Trim()}")];
}
