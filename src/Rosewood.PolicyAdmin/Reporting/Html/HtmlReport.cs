namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>SLT's report as a page.</summary>
internal static class HtmlReport
{
    private static readonly (string Id, string Title, Action<HtmlWriter, ComplianceReport, string?> Write)[] Before =
    [
        ("evidence", "How complete the evidence is", static (h, r, _) => EvidenceHtml.Write(h, r.Evidence)),
        ("summary", "In short", static (h, r, _) => SummaryHtml.Write(h, r)),
        ("decisions", "What needs doing", static (h, r, _) => DecisionHtml.Write(h, r.Decisions, r.Evidence.Complete)),
        ("verdicts", "Visits by verdict", static (h, r, _) => VerdictHtml.Write(h, r)),
        ("unexplained", "Unexplained visits", static (h, r, csv) => UnexplainedHtml.Write(h, r, csv)),
        ("logins", "Work logins", static (h, r, _) => LoginHtml.Write(h, r.Logins)),
        ("grants", "Grants", static (h, r, _) => GrantHtml.Write(h, r)),
        ("standing", "Standing authorisation", static (h, r, _) => StandingHtml.Write(h, r.Standing)),
        ("services", "The services that the policy names", static (h, r, _) => NamedServiceHtml.Write(h, r)),
        ("own-devices", "Own devices", static (h, r, _) => OwnDeviceHtml.Write(h, r)),
        ("unnamed", "People who are not named", static (h, r, _) => UnnamedHtml.Write(h, r.Unnamed)),
    ];

    private static readonly (string Id, string Title, Action<HtmlWriter, ComplianceReport> Write)[] After =
    [
        ("clauses", "Clause by clause", static (h, r) => ClauseHtml.Write(h, r.Clauses, r.RelatedPolicies)),
        ("audit", "Audit trail", static (h, r) => AuditHtml.Write(h, r.Audit)),
        ("reading", "How to read this", static (h, _) => ReadingHtml.Write(h)),
    ];

    /// <summary>Its parts that are written here, by id.</summary>
    public static IReadOnlyList<string> Parts { get; } = [.. Before.Select(static b => b.Id), .. After.Select(static a => a.Id)];

    /// <summary>Writes the page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="visitsFile">The name of the CSV file with the visits that goes with it, or null.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ComplianceReport report, string? visitsFile, TextWriter output) => PageHtml.Write(
        new PageHead(report.Title, report.School, report.Period, report.MadeAt, report.MadeBy, report.RecipientsNote, report.Decisions),
        [
            .. Before.Select(b => new PagePart(b.Id, b.Title, h => b.Write(h, report, visitsFile))),
            .. report.Sections.Select(static s => new PagePart(s.Id, s.Title, h => SectionHtml.Write(h, s))),
            .. After.Select(a => new PagePart(a.Id, a.Title, h => a.Write(h, report))),
        ],
        output);
}
