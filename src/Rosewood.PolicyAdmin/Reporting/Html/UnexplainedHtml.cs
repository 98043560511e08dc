namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>Unexplained visits one by one, grouped by person.</summary>
internal static class UnexplainedHtml
{
    public static void Write(HtmlWriter html, ComplianceReport report, string? visitsFile)
    {
        var unexplained = report.Unexplained;
        if (unexplained.Visits.Count == 0)
        {
            html.Element("p", report.Evidence.Complete ? "None of a member of staff." : "None of a member of staff was seen in what could be seen.");
            return;
        }

        if (unexplained.LeftOut > 0)
        {
            var rest = visitsFile is null ? "Add -Format Csv to get them all." : "They are all in " + visitsFile + ".";
            html.Element(
                "p",
                $"The {ReportWords.Number(unexplained.Visits.Count)} longest are shown; {ReportWords.Count(unexplained.LeftOut, "shorter one is", "shorter ones are")} left out. {rest}",
                ("class", "note"));
        }

        var table = new HtmlTable(
            html,
            new HtmlColumn("Start"),
            new HtmlColumn("Service"),
            new HtmlColumn("Device"),
            new HtmlColumn("Estimated duration", IsNumber: true),
            new HtmlColumn("Hits", IsNumber: true),
            new HtmlColumn("Why it is unexplained"));
        table.Write("Unexplained visits by person; durations are estimates", () =>
        {
            foreach (var person in unexplained.Visits.GroupBy(v => v.Person, StringComparer.Ordinal))
            {
                table.Body(() => WritePerson(html, table, person.Key, [.. person]));
            }
        }, "visits");
    }

    private static void WritePerson(HtmlWriter html, HtmlTable table, string person, IReadOnlyList<ReportVisit> visits)
    {
        table.GroupRow(() =>
        {
            html.Name(person);
            html.Element("span", ReportWords.Count(visits.Count, "visit", "visits"), ("class", "aside"));
        });
        foreach (var visit in visits)
        {
            table.Row(
                () => html.Text(ReportWords.Moment(visit.Start)),
                () => html.Name(visit.Service),
                () => WriteDevice(html, visit),
                () => html.Text(ReportWords.About(visit.EstimatedDuration)),
                () => html.Text(ReportWords.Number(visit.Hits)),
                () =>
                {
                    html.Text(visit.Why + " ");
                    html.Element("span", visit.Clause, ("class", "clause"));
                });
        }
    }

    private static void WriteDevice(HtmlWriter html, ReportVisit visit)
    {
        if (visit.Device is { } device)
        {
            html.Name(device);
            html.Element("span", VerdictWords.Name(visit.DeviceClass), ("class", "detail"));
        }
        else
        {
            html.Text(VerdictWords.Name(visit.DeviceClass));
        }
    }
}
