using System.Globalization;
using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>A part of the report that is made alike for every audience: its sentences, and its tables with bars beside the numbers.</summary>
internal static class SectionHtml
{
    public static void Write(HtmlWriter html, ReportSection section)
    {
        for (var i = 0; i < section.Statements.Count; i++)
        {
            html.Element("p", section.Statements[i], ("class", i == 0 ? "lead" : null));
        }

        foreach (var table in section.Tables)
        {
            WriteTable(html, table);
        }
    }

    /// <summary>Writes a table; nothing where it has no row.</summary>
    public static void WriteTable(HtmlWriter html, ReportTable table)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        var most = table.Bars is { } bars ? table.Rows.Where(static r => !IsTotal(r)).Max(r => Number(r[bars])) : 0;
        var written = new HtmlTable(html, [.. table.Columns.Select(static c => new HtmlColumn(c.Title, c.IsNumber))]);
        written.Write(table.Caption, () => written.Body(() =>
        {
            foreach (var row in table.Rows)
            {
                written.Row([.. row.Select((cell, i) => (Action)(() => WriteCell(html, table, row, i, cell, most)))]);
            }
        }), "plain");
    }

    private static void WriteCell(HtmlWriter html, ReportTable table, IReadOnlyList<string> row, int index, string cell, long most)
    {
        if (table.Columns[index].IsNumber)
        {
            html.Text(cell);
        }
        else
        {
            html.Name(cell);
        }

        if (index == table.Bars && most > 0 && !IsTotal(row) && Number(cell) > 0)
        {
            WriteBar(html, 100.0 * Number(cell) / most);
        }
    }

    // The number stands beside it: the bar says nothing of its own.
    private static void WriteBar(HtmlWriter html, double width)
    {
        using (html.Open("svg", ("class", "cell-bar"), ("viewBox", "0 0 100 4"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false")))
        using (html.Open("rect", ("x", "0"), ("y", "0"), ("width", Math.Max(1, width).ToString("0.##", CultureInfo.InvariantCulture)), ("height", "4"), ("class", "cell-fill")))
        {
        }
    }

    private static bool IsTotal(IReadOnlyList<string> row) => string.Equals(row[0], "All", StringComparison.Ordinal);

    private static long Number(string cell) => long.TryParse(cell, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
