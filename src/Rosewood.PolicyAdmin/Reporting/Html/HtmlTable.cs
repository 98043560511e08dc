namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading, also shown before each value on a phone.</param>
/// <param name="IsNumber">Whether it is right-aligned.</param>
internal sealed record HtmlColumn(string Title, bool IsNumber = false);

/// <summary>
/// Writes tables that become cards on a phone. The roles repeat what the elements say, because browsers forget it once a style
/// sheet lays a table out as blocks.
/// </summary>
/// <param name="html">Where to.</param>
/// <param name="columns">The columns; the first holds each row's heading.</param>
internal sealed class HtmlTable(HtmlWriter html, params IReadOnlyList<HtmlColumn> columns)
{
    /// <summary>Writes the table.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="body">Writes the rows.</param>
    /// <param name="style">More classes, or null.</param>
    /// <param name="isHeaded">Whether a heading above already says what it shows, so that the caption is for screen readers only.</param>
    public void Write(string caption, Action body, string? style = null, bool isHeaded = false)
    {
        using (html.Open("table", ("role", "table"), ("class", style)))
        {
            using (html.Open("caption", ("class", isHeaded ? "hidden" : null)))
            {
                html.Text(caption);
                if (IsOfCounts)
                {
                    html.Element("span", "; what is none is left out", ("class", "only-cards"));
                }
            }

            using (html.Open("thead", ("role", "rowgroup")))
            using (html.Open("tr", ("role", "row")))
            {
                foreach (var column in columns)
                {
                    html.Element("th", column.Title, ("scope", "col"), ("role", "columnheader"), ("class", column.IsNumber ? "number" : null));
                }
            }

            html.Line();
            body();
        }

        html.Line();
    }

    /// <summary>The columns of a table of visits by verdict.</summary>
    /// <param name="first">What the rows are.</param>
    public static IReadOnlyList<HtmlColumn> CountColumns(string first) =>
    [
        new HtmlColumn(first),
        .. VerdictCounts.Order.Select(v => new HtmlColumn(VerdictWords.Name(v), IsNumber: true)),
        new HtmlColumn("All", IsNumber: true),
    ];

    /// <summary>Writes a row of visits by verdict.</summary>
    public void CountRow(string label, VerdictCounts visits)
    {
        using (html.Open("tr", ("role", "row")))
        {
            Cell(0, () => html.Name(label));
            for (var i = 0; i < VerdictCounts.Order.Count; i++)
            {
                Count(i + 1, visits.Of(VerdictCounts.Order[i]));
            }

            Count(columns.Count - 1, visits.Total);
        }

        html.Line();
    }

    /// <summary>Writes a body of rows.</summary>
    public void Body(Action rows)
    {
        using (html.Open("tbody", ("role", "rowgroup")))
        {
            rows();
        }
    }

    /// <summary>Writes a row that heads those after it in its body.</summary>
    public void GroupRow(Action content)
    {
        using (html.Open("tr", ("role", "row"), ("class", "group")))
        using (html.Open("th", ("scope", "rowgroup"), ("role", "rowheader"), ("colspan", ReportWords.Number(columns.Count))))
        {
            content();
        }
    }

    /// <summary>Writes a row, one action for each cell.</summary>
    public void Row(params ReadOnlySpan<Action> cells)
    {
        using (html.Open("tr", ("role", "row")))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                Cell(i, cells[i]);
            }
        }

        html.Line();
    }

    private bool IsOfCounts => columns.Count == VerdictCounts.Order.Count + 2;

    private void Count(int index, long value) => Cell(index, () => html.Text(ReportWords.Number(value)), value == 0 ? "number zero" : "number");

    private void Cell(int index, Action content, string? style = null)
    {
        var column = columns[index];
        var number = style ?? (column.IsNumber ? "number" : null);
        using (index == 0
            ? html.Open("th", ("scope", "row"), ("role", "rowheader"), ("data-label", column.Title), ("class", number))
            : html.Open("td", ("role", "cell"), ("data-label", column.Title), ("class", number)))
        using (html.Open("span", ("class", "value")))
        {
            content();
        }
    }
}
