namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>The report as one self-contained page: no script, nothing fetched, readable on a phone, in the dark and on paper.</summary>
internal static class HtmlReport
{
    private static readonly (string Id, string Title, Action<HtmlWriter, ComplianceReport, string?> Write)[] Sections =
    [
        ("evidence", "How complete the evidence is", static (h, r, _) => EvidenceHtml.Write(h, r.Evidence)),
        ("summary", "In a minute", static (h, r, _) => SummaryHtml.Write(h, r)),
        ("decisions", "What needs a decision", static (h, r, _) => DecisionHtml.Write(h, r)),
        ("verdicts", "Visits by verdict", static (h, r, _) => VerdictHtml.Write(h, r)),
        ("unexplained", "Unexplained visits", static (h, r, csv) => UnexplainedHtml.Write(h, r, csv)),
        ("logins", "Work logins", static (h, r, _) => LoginHtml.Write(h, r.Logins)),
        ("grants", "Grants", static (h, r, _) => GrantHtml.Write(h, r)),
        ("standing", "Standing authorisation", static (h, r, _) => StandingHtml.Write(h, r.Standing)),
        ("services", "The services that the policy names", static (h, r, _) => NamedServiceHtml.Write(h, r)),
        ("own-devices", "Own devices", static (h, r, _) => OwnDeviceHtml.Write(h, r)),
        ("unnamed", "People who are not named", static (h, r, _) => UnnamedHtml.Write(h, r.Unnamed)),
        ("clauses", "Clause by clause", static (h, r, _) => ClauseHtml.Write(h, r)),
        ("audit", "Audit trail", static (h, r, _) => AuditHtml.Write(h, r.Audit)),
        ("reading", "How to read this", static (h, r, _) => ReadingHtml.Write(h)),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="visitsFile">The name of the CSV file with the visits that goes with it, or null.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ComplianceReport report, string? visitsFile, TextWriter output)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.Open("html", ("lang", "en-GB")))
        {
            PageHead.Write(html, $"{report.Title}, {report.School}, {report.Period.Words}");
            html.Line();
            using (html.Open("body"))
            {
                html.Element("a", "Skip to the report", ("class", "skip"), ("href", "#report"));
                WriteHeader(html, report);
                using (html.Open("div", ("class", "page")))
                {
                    WriteContents(html);
                    using (html.Open("main", ("id", "report"), ("tabindex", "-1")))
                    {
                        foreach (var (id, title, write) in Sections)
                        {
                            using (html.Open("section", ("id", id), ("aria-labelledby", id + "-title")))
                            {
                                html.Element("h2", title, ("id", id + "-title"));
                                html.Line();
                                write(html, report, visitsFile);
                            }

                            html.Line();
                        }
                    }
                }

                WriteFooter(html, report);
            }
        }

        html.Line();
    }

    private static void WriteHeader(HtmlWriter html, ComplianceReport report)
    {
        using (html.Open("header", ("class", "masthead")))
        using (html.Open("div", ("class", "inner")))
        {
            using (html.Open("p", ("class", "school")))
            {
                html.Name(report.School);
            }

            html.Element("h1", report.Title);
            html.Element("p", report.Period.Words, ("class", "period"));
            using (html.Open("p", ("class", "made")))
            {
                html.Text($"{ReportWords.Sentence(report.Period.Name)}. Made on {ReportWords.LongMoment(report.MadeAt)} by ");
                html.Name(report.MadeBy);
                html.Text(". For the senior leadership team: it names people.");
            }
        }

        html.Line();
    }

    private static void WriteContents(HtmlWriter html)
    {
        using (html.Open("nav", ("aria-label", "Contents")))
        using (html.Open("ol"))
        {
            foreach (var (id, title, _) in Sections)
            {
                using (html.Open("li"))
                {
                    html.Element("a", title, ("href", "#" + id));
                }
            }
        }

        html.Line();
    }

    private static void WriteFooter(HtmlWriter html, ComplianceReport report)
    {
        using (html.Open("footer"))
        {
            using (html.Open("p"))
            {
                html.Name(report.School);
                html.Text($" · {report.Period.Words} · made on {ReportWords.LongMoment(report.MadeAt)}");
            }
        }
    }
}
