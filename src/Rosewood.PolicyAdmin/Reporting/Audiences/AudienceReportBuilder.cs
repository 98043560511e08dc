using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Reporting.Sections;
using Rosewood.PolicyAdmin.Reporting.Trends;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Audiences;

/// <summary>Puts a report together for an audience other than SLT, of parts that are cut to what it may see.</summary>
internal static class AudienceReportBuilder
{
    private const int MostAsks = 60;

    /// <summary>The report.</summary>
    public static AudienceReport Build(ReportMaterial material, VisitTally tally, TrendTally trend)
    {
        var evidence = EvidenceStatement.From(material, tally);
        var sections = ReportSections.Make(material, tally, trend);
        List<ReportAsk> asks = [.. AuditAsk(material), .. sections.SelectMany(static s => s.Asks)];
        return new AudienceReport
        {
            Title = "Social media policy: " + Title(material.Audience),
            School = material.School,
            Audience = material.Audience,
            Period = material.Period,
            MadeAt = material.MadeAt,
            RecipientsNote = ReportAbout.Note(material.Audience, ReportAbout.Of(material, tally)),
            EvidenceComplete = evidence.Complete,
            Evidence = evidence.Statement,
            Holes = Holes(evidence),
            Summary = Summary(material, sections, asks.Count),
            Decisions = new ReportDecisions(
                [.. asks.Take(MostAsks).Select(static (a, i) => new ReportDecision(i + 1, a.Kind, a.Subject, a.What, a.Next, a.Clause))],
                Math.Max(0, asks.Count - MostAsks)),
            Sections = sections,
            Clauses = Clauses(material),
            Audit = material.Audit,
        };
    }

    private static string Title(ReportRecipientGroup audience) => audience switch
    {
        ReportRecipientGroup.Dsl => "report for the safeguarding lead",
        ReportRecipientGroup.Dpo => "report for the data protection officer",
        _ => "report for the governors",
    };

    private static IReadOnlyList<string> Summary(ReportMaterial material, IReadOnlyList<ReportSection> sections, int asks) =>
    [
        asks == 0 ? "Nothing needs doing by what could be seen." : $"{ReportWords.Sentence(ReportWords.Count(asks, "thing", "things"))} to ask or decide; they are listed next.",
        .. sections.Select(static s => s.InShort).OfType<string>(),
        material.Audit.IsSound ? "The audit trail is whole." : "The audit trail needs a look, and that comes first.",
    ];

    private static IEnumerable<ReportAsk> AuditAsk(ReportMaterial material) => material.Audit.IsSound
        ? []
        : [new ReportAsk(DecisionKind.AuditBroken, "The audit trail", material.Audit.Explanation, "Have a copy of the store kept, and ask who could write to it. Until that is known, rely on nothing in this report.", "GOV-1")];

    private static IReadOnlyList<PolicyControl> Clauses(ReportMaterial material) => AudienceTable.Of("clauses", material.Audience) == ReportDetail.Shares
        ? [.. material.Controls.Select(static c => c with { Evidence = "", EvidenceAt = null })]
        : material.Controls;

    // Without sources: a log's path may name people.
    private static ReportTable Holes(ReportEvidence evidence) => new(
        "evidence",
        "Holes in the evidence, by their sort",
        [new("Hole"), new("How many", IsNumber: true), new("First"), new("Last")],
        [
            .. evidence.Holes.GroupBy(static h => h.Name, StringComparer.Ordinal)
                .Select(static g => (IReadOnlyList<string>)[g.Key, ReportWords.Number(g.Count()), ReportWords.Moment(g.Min(static h => h.From)), ReportWords.Moment(g.Max(static h => h.Until))]),
        ]);
}
