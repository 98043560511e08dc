namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>Connections that outlived their grant: what the proxy left open, and what closes it. Names nobody.</summary>
internal static class OutlivedHtml
{
    private const string Title = "Connections that outlived a grant";

    private const int MostRows = 100;

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        var outlived = report.Outlived;
        html.Element("h3", outlived.Visits == 0 ? Title : $"{Title}: {ReportWords.Count(outlived.Visits, "visit", "visits")}");
        if (outlived.Visits > 0)
        {
            html.Element(
                "p",
                "The proxy decides when a connection begins and does not ask again while it is open. These began while a grant covered them and were still open after its end. "
                    + "That is about the proxy, not about the person: the visits stay authorised, and the log does not show whether anyone still used the connection. What began after the end is judged by itself.");
            WriteTable(html, outlived.Grants);
            html.Element("p", "What closes them is for IT: a limit on how long the proxy keeps a connection open, or cutting what is open when a grant ends (docs/targets/open-connections.md).", ("class", "note"));
        }
        else if (outlived.NotKnown == 0)
        {
            html.Element("p", report.Evidence.Complete ? "None was open after its grant’s end." : "None was seen in what could be seen.");
        }

        if (outlived.NotKnown > 0)
        {
            html.Element(
                "p",
                $"Of {ReportWords.Count(outlived.NotKnown, "visit", "visits")} under a grant this is not known: the version that imported {ReportWords.Agree(outlived.NotKnown, "it", "them")} did not keep how long connections stayed open.",
                ("class", "note"));
        }
    }

    private static void WriteTable(HtmlWriter html, IReadOnlyList<OutlivedGrant> grants)
    {
        var table = new HtmlTable(
            html,
            new HtmlColumn("Grant"),
            new HtmlColumn("Services"),
            new HtmlColumn("Visits", IsNumber: true),
            new HtmlColumn("Longest after its end", IsNumber: true),
            new HtmlColumn("Last visit began"));
        table.Write(
            Title,
            () => table.Body(() =>
            {
                foreach (var grant in grants.Take(MostRows))
                {
                    table.Row(
                        () => html.Name(grant.GrantId),
                        () => html.Name(ReportWords.List(grant.Services)),
                        () => html.Text(ReportWords.Number(grant.Visits)),
                        () => html.Text(ReportWords.About(grant.Longest)),
                        () => html.Text(ReportWords.Moment(grant.Last)));
                }
            }),
            isHeaded: true);
        if (grants.Count > MostRows)
        {
            html.Element("p", $"{ReportWords.Number(grants.Count - MostRows)} more grants are left out; -Format Csv has every visit.", ("class", "note"));
        }
    }
}
