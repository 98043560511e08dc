namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>The services that the policy names (SAF-2).</summary>
internal static class NamedServiceHtml
{
    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", "The policy names these because groomers are known to use them (SAF-2). Use by staff is no sign of that; signs go to the designated safeguarding lead, never through this report.", ("class", "lead"));
        if (report.NamedServices.Count == 0)
        {
            html.Element("p", "The catalogue flags no service as named in the policy.");
            return;
        }

        var table = new HtmlTable(html, HtmlTable.CountColumns("Service"));
        table.Write(
            "Visits to the services that the policy names, by verdict",
            () => table.Body(() =>
            {
                foreach (var service in report.NamedServices)
                {
                    table.CountRow(service.Service, service.Visits);
                }
            }),
            "dense");
    }
}
