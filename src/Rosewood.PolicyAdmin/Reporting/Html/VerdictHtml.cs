namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>Visits by verdict: the chart and the table behind it.</summary>
internal static class VerdictHtml
{
    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        var verdicts = report.Verdicts;
        html.Element("p", "Visits, never raw hits. Each strip has a scale of its own, so that few stay visible beside many; the thin bar compares the totals.", ("class", "lead"));
        VerdictChart.Write(html, verdicts);
        var first = verdicts.Step switch
        {
            ReportStep.Day => "Day",
            ReportStep.Week => "Week",
            _ => "Month",
        };
        var table = new HtmlTable(
            html,
            [
                new HtmlColumn(first),
                .. VerdictCounts.Order.Select(v => new HtmlColumn(VerdictWords.Name(v), IsNumber: true)),
                new HtmlColumn("All", IsNumber: true),
            ]);
        table.Write(
            $"Visits by verdict and {first.ToLowerInvariant()}: the numbers behind the chart",
            () => table.Body(() =>
            {
                foreach (var row in verdicts.Rows)
                {
                    WriteRow(html, table, row.Label, row.Visits);
                }

                WriteRow(html, table, "Whole period", verdicts.Total);
            }),
            "dense totals");
    }

    private static void WriteRow(HtmlWriter html, HtmlTable table, string label, VerdictCounts visits) => table.Row(
        [
            () => html.Text(label),
            .. VerdictCounts.Order.Select<Access.Verdict, Action>(v => () => html.Text(ReportWords.Number(visits.Of(v)))),
            () => html.Text(ReportWords.Number(visits.Total)),
        ]);
}
