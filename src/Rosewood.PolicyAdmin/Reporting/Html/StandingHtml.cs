namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>The standing authorisation and its use.</summary>
internal static class StandingHtml
{
    public static void Write(HtmlWriter html, ReportStanding standing)
    {
        if (!standing.Holds)
        {
            html.Element("p", "The school has the standing authorisation switched off: the head and deputy need a grant like everyone else.");
            return;
        }

        if (standing.Holders.Count == 0)
        {
            html.Element("p", "Nobody on the roster holds the role of head teacher or deputy head, so nobody has it.");
            return;
        }

        html.Element("p", "By their role, these people may use social media on school mobiles for meaningful contact with families.", ("class", "lead"));
        var table = new HtmlTable(
            html,
            new HtmlColumn("Person"),
            new HtmlColumn("Role"),
            new HtmlColumn("Visits that it covered", IsNumber: true),
            new HtmlColumn("Services"));
        table.Write("Holders of the standing authorisation (USE-3)", () => table.Body(() =>
        {
            foreach (var holder in standing.Holders)
            {
                table.Row(
                    () => html.Name(holder.Person),
                    () => html.Text(holder.Role),
                    () => html.Text(ReportWords.Number(holder.Visits)),
                    () => html.Text(holder.Services.Count == 0 ? "none" : ReportWords.List(holder.Services)));
            }
        }));
    }
}
