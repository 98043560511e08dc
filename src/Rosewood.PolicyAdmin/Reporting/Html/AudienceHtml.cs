using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>The report for the safeguarding lead, the data protection officer or the governors as a page.</summary>
internal static class AudienceHtml
{
    /// <summary>Writes the page.</summary>
    public static void Write(AudienceReport report, TextWriter output) => PageHtml.Write(
        new PageHead(report.Title, report.School, report.Period, report.MadeAt, MadeBy: null, report.RecipientsNote, report.Decisions),
        [
            new PagePart("evidence", "How complete the evidence is", h => WriteEvidence(h, report)),
            new PagePart("summary", "In short", h => WriteSummary(h, report)),
            new PagePart("decisions", "What needs doing", h => DecisionHtml.Write(h, report.Decisions, report.EvidenceComplete)),
            .. report.Sections.Select(static s => new PagePart(s.Id, s.Title, h => SectionHtml.Write(h, s))),
            new PagePart("clauses", "Clause by clause", h => ClauseHtml.Write(h, report.Clauses, [])),
            new PagePart("audit", "Audit trail", h => AuditHtml.Write(h, report.Audit)),
        ],
        output);

    private static void WriteEvidence(HtmlWriter html, AudienceReport report)
    {
        using (html.Open("div", ("class", report.EvidenceComplete ? "banner good" : "banner holes")))
        using (html.Open("p", ("class", "statement")))
        {
            if (report.EvidenceComplete)
            {
                Glyphs.Tick(html);
            }
            else
            {
                Glyphs.Warning(html);
            }

            html.Element("span", report.Evidence);
        }

        html.Line();
        SectionHtml.WriteTable(html, report.Holes);
    }

    private static void WriteSummary(HtmlWriter html, AudienceReport report)
    {
        using (html.Open("ul", ("class", "summary"), ("role", "list")))
        {
            foreach (var line in report.Summary)
            {
                html.Element("li", line);
            }
        }
    }
}
