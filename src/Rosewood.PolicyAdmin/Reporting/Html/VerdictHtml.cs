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
        var table = new HtmlTable(html, HtmlTable.CountColumns(first));
        table.Write(
            $"Visits by verdict and {first.ToLowerInvariant()}: the numbers behind the chart",
            () => table.Body(() =>
            {
                foreach (var row in verdicts.Rows)
                {
                    table.CountRow(row.Label, row.Visits);
                }

                table.CountRow("Whole period", verdicts.Total);
            }),
            "dense totals");
    }
}
