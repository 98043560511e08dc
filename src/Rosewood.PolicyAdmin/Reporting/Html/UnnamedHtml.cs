namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>Visits for which nobody on the roster is known.</summary>
internal static class UnnamedHtml
{
    public static void Write(HtmlWriter html, ReportUnnamed unnamed)
    {
        html.Element("p", "Accounts that are not on the staff roster may be pupils’. They are counted and never named.", ("class", "lead"));
        var table = new HtmlTable(html, HtmlTable.CountColumns("Whose"));
        table.Write(
            "Visits for which nobody on the roster is known",
            () => table.Body(() =>
            {
                table.CountRow(ReportWords.Sentence(ReportWords.Count(unnamed.Accounts, "account", "accounts") + " not on the roster"), unnamed.NotOnRoster);
                table.CountRow("The log shows no user", unnamed.NoUser);
                if (unnamed.Ambiguous.Total > 0)
                {
                    table.CountRow("The login fits more than one member of staff", unnamed.Ambiguous);
                }
            }),
            "dense");
        if (unnamed.Ambiguous.Total > 0)
        {
            html.Element("p", "Where a login fits more than one member of staff, give the roster full login names; nobody is named until then.", ("class", "note"));
        }
    }
}
