using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>The figures that matter most, and the whole in sentences.</summary>
internal static class SummaryHtml
{
    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        var visits = report.Verdicts.Total;
        using (html.Open("dl", ("class", "figures")))
        {
            Figure(html, "Unexplained", visits.Unexplained, Glyphs.Class(Verdict.Unexplained));
            Figure(html, "Own device, in session", visits.PersonalInSession, Glyphs.Class(Verdict.PersonalInSession));
            Figure(html, "Refused by the filter", visits.BlockedAttempt, Glyphs.Class(Verdict.BlockedAttempt));
            Figure(html, "Grants in force", report.Grants.InForce.Count, style: null);
        }

        html.Line();
        using (html.Open("ul", ("class", "summary"), ("role", "list")))
        {
            foreach (var line in report.Summary)
            {
                html.Element("li", line);
            }
        }
    }

    private static void Figure(HtmlWriter html, string name, long value, string? style)
    {
        using (html.Open("div", ("class", style)))
        {
            html.Element("dt", name);
            html.Element("dd", ReportWords.Number(value));
        }
    }
}
