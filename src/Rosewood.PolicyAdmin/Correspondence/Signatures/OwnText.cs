using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Correspondence.Signatures;

/// <summary>What of a message its writer wrote: without what mail programs quote below an answer or pass on.</summary>
internal static partial class OwnText
{
    private const int LongestLine = 500;
    private const int MostLines = 2000;

    /// <summary>How many lines behind <c>From:</c> a quoted message names its time or recipient.</summary>
    private const int HeaderLines = 4;

    /// <summary>The lines that are not empty, trimmed.</summary>
    public static IReadOnlyList<string> LinesOf(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty && lines.Count < MostLines)
            {
                lines.Add(trimmed[..Math.Min(trimmed.Length, LongestLine)].ToString());
            }
        }

        var end = Enumerable.Range(0, lines.Count).FirstOrDefault(i => BeginsQuote(lines, i), lines.Count);
        return lines.Take(end).Where(static l => l[0] != '>').ToList();
    }

    private static bool BeginsQuote(List<string> lines, int index)
    {
        var line = lines[index];
        return Divider().IsMatch(line)
            || Introduction().IsMatch(line)
            || (index + 1 < lines.Count && line.StartsWith("On ", StringComparison.Ordinal) && Introduction().IsMatch($"{line} {lines[index + 1]}"))
            || (Sender().IsMatch(line) && lines.Skip(index + 1).Take(HeaderLines).Any(static l => Header().IsMatch(l)));
    }

    /// <summary><c>-----Original Message-----</c>, <c>Begin forwarded message:</c>.</summary>
    [GeneratedRegex(@"^(-{2,}\s*(original|forwarded) message|begin forwarded message:)", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex Divider();

    /// <summary><c>On 3 Nov 2026, at 10:02, Mother One wrote:</c>.</summary>
    [GeneratedRegex(@"^On .{6,300}\bwrote:$", LinePattern.Exact, LinePattern.Patience)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^\*?from:", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex Sender();

    [GeneratedRegex(@"^\*?(sent|date|to):", LinePattern.AnyCase, LinePattern.Patience)]
    private static partial Regex Header();
}
