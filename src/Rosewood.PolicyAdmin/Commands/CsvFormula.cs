using System.Buffers;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>
/// Cells that a spreadsheet would run as a formula (CWE-1236): an apostrophe before them makes them text, and is taken away again where such a
/// file is read.
/// </summary>
public static class CsvFormula
{
    /// <summary>How such a cell begins. Full-width signs too: some spreadsheets take them for their narrow selves.</summary>
    public const string Starts = "=+-@|\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly SearchValues<char> Signs = SearchValues.Create(Starts);

    /// <summary>A cell that no spreadsheet runs.</summary>
    /// <param name="text">The cell's text.</param>
    /// <returns>The text, behind an apostrophe where one is needed.</returns>
    public static string Neutral(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Runs(text) ? "'" + text : text;
    }

    /// <summary>The text of a cell that was made so.</summary>
    /// <param name="text">The cell as the file has it.</param>
    /// <returns>The text without that apostrophe.</returns>
    public static string Bare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is ['\'', ..] && Runs(text) ? text[1..] : text;
    }

    /// <summary>Also behind apostrophes, so that text that has one itself comes back as it was.</summary>
    private static bool Runs(string text) => text.AsSpan().TrimStart('\'') is [var first, ..] && Signs.Contains(first);
}
