using System.Globalization;
using Rosewood.PolicyAdmin.Correspondence;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Cells of tables as text, with small counts hidden where the audience may not see them.</summary>
internal static class Cells
{
    /// <summary>What stands in the place of a count that may not be seen.</summary>
    public const string Hidden = "hidden";

    /// <summary>A column whose total may be known.</summary>
    /// <param name="counts">Its counts.</param>
    /// <param name="hides">Whether counts of one to four are hidden, with as many more as keep them from being worked out.</param>
    public static IReadOnlyList<string> Column(IReadOnlyList<long> counts, bool hides) => [.. Visible(counts, hides).Select(static c => c is { } shown ? ReportWords.Number(shown) : Hidden)];

    /// <summary>The same as numbers; null: hidden.</summary>
    public static IReadOnlyList<long?> Visible(IReadOnlyList<long> counts, bool hides) =>
        hides ? [.. SmallCells.Hide([.. counts.Select(Whole)], static _ => false).Select(static c => (long?)c)] : [.. counts.Select(static c => (long?)c)];

    /// <summary>A count in a sentence.</summary>
    public static string Count(long count, string one, string many, bool hides) =>
        hides && count is > 0 and < SmallCells.Least ? "fewer than five " + many : ReportWords.Count(count, one, many);

    /// <summary>A share in whole per cent.</summary>
    public static string Share(long part, long whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0}%");

    private static int Whole(long count) => (int)Math.Min(int.MaxValue, count);
}
