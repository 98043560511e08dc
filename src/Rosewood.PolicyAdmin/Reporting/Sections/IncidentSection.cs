using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Incidents as counts (MIS-1, MIS-3): whom they concern is told by Get-PolicyIncident, to those who may know.</summary>
internal sealed class IncidentSection : IReportSection
{
    public string Id => "incidents";

    public string Title => "Incidents";

    public ReportSection Make(SectionInput input)
    {
        var facts = input.Material.Facts.Registers ?? new RegisterFacts([], 0, 0, 0, 0);
        var severities = Enum.GetValues<IncidentSeverity>();
        var counts = severities.Select(s => Enum.GetValues<IncidentStatus>().Select(t => (long)facts.Opened.Where(c => c.Severity == s && c.Status == t).Sum(static c => c.Count)).ToList()).ToList();
        var columns = Enumerable.Range(0, 3).Select(t => input.Column([.. counts.Select(c => c[t])])).ToList();
        var opened = facts.Opened.Sum(static c => (long)c.Count);

        // A total beside hidden counts would give them away.
        var isWhole = !columns.Exists(static c => c.Contains(Cells.Hidden, StringComparer.Ordinal));
        List<string> statements =
        [
            $"{(isWhole ? ReportWords.Sentence(input.Count(opened, "incident was", "incidents were")) : "Incidents were")} recorded in the period. Each says what somebody saw; what it was, people find out (MIS-3).",
        ];
        if (facts.Waiting > 0)
        {
            statements.Add($"{ReportWords.Sentence(input.Count(facts.Waiting, "incident waits", "incidents wait"))} to be looked into.");
        }

        return new ReportSection(Id, Title, "MIS-1, MIS-3", input.Detail, statements, opened == 0 ? [] :
        [
            new ReportTable(
                "incidents",
                "Incidents of the period, by how grave they would be",
                [new("Severity"), new("Open", IsNumber: true), new("Looked into", IsNumber: true), new("Closed", IsNumber: true)],
                [.. severities.Select((s, i) => (IReadOnlyList<string>)[Words(s), columns[0][i], columns[1][i], columns[2][i]])]),
        ])
        {
            Asks = facts.Waiting == 0 ? [] :
            [
                new ReportAsk(
                    DecisionKind.OpenIncident,
                    "Incidents that nobody looks into",
                    $"{ReportWords.Sentence(input.Count(facts.Waiting, "incident is", "incidents are"))} open.",
                    input.Detail == ReportDetail.Shares ? "Ask when they will be looked into." : "Get-PolicyIncident shows them to SLT and the safeguarding lead; Update-PolicyIncident says who looks into them.",
                    "MIS-3"),
            ],
            InShort = facts.Waiting == 0 ? null : $"{ReportWords.Sentence(input.Count(facts.Waiting, "incident waits", "incidents wait"))} to be looked into.",
        };
    }

    private static string Words(IncidentSeverity severity) => severity switch
    {
        IncidentSeverity.PossibleGrossMisconduct => "Possible gross misconduct",
        _ => severity.ToString(),
    };
}
