using Rosewood.PolicyAdmin.Governance;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>The audit trail's head, to be kept elsewhere.</summary>
internal static class AuditHtml
{
    public static void Write(HtmlWriter html, AuditProof audit)
    {
        using (html.Open("div", ("class", audit.IsSound ? "banner good" : "banner holes")))
        using (html.Open("p", ("class", "statement")))
        {
            if (audit.IsSound)
            {
                Glyphs.Tick(html);
            }
            else
            {
                Glyphs.Warning(html);
            }

            html.Element("span", $"{Finding(audit)} {audit.Explanation}");
        }

        using (html.Open("p"))
        {
            html.Text("Its head when this report was made: ");
            html.Element("code", audit.Head, ("class", "head"));
        }

        html.Element("p", "Keep this page, or the head alone, where IT cannot write: with the minutes, say. Whoever rewrites the trail later cannot reach that copy. To check, run:");
        using (html.Open("p"))
        {
            html.Element("code", "Test-PolicyAudit -ExpectedHead " + audit.Head, ("class", "head"));
        }
    }

    private static string Finding(AuditProof audit) => audit switch
    {
        { IsSound: true } => $"The audit trail is whole: {ReportWords.Count(audit.Entries, "entry", "entries")}.",
        { Intact: true } => "The audit trail needs a look.",
        { BrokenAt: { } at } => $"The audit trail does not prove whole: it breaks at entry {ReportWords.Number(at)}.",
        _ => "The audit trail does not prove whole.",
    };
}
