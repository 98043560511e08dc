using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>What is processed, how much of it, and how long it is kept (GOV-1): for the data protection officer.</summary>
internal sealed class ProcessingSection : IReportSection
{
    public string Id => "processing";

    public string Title => "What is processed, and how long it is kept";

    public ReportSection Make(SectionInput input)
    {
        var facts = input.Material.Facts.Processing;
        var old = facts.Where(static f => f.Over > 0).ToList();
        return new ReportSection(
            Id,
            Title,
            "GOV-1",
            input.Detail,
            [
                "Counts of everything that the workspace holds, not of the period alone. Of traffic only what the policy speaks of is kept.",
                old.Count == 0 ? "Nothing is over its time but what a legal hold keeps." : $"Older than they are to be kept: {ReportWords.List([.. old.Select(static f => f.Class)])}.",
            ],
            [
                new ReportTable(
                    Id,
                    "Records by class",
                    [new("Class"), new("About whom"), new("Records", IsNumber: true), new("Oldest"), new("Kept")],
                    [.. facts.Select(static f => (IReadOnlyList<string>)[f.Class, f.About, ReportWords.Number(f.Count), f.Oldest is { } at ? ReportWords.Date(at) : "–", f.Kept])]),
            ])
        {
            Asks = [.. old.Select(static f => new ReportAsk(DecisionKind.Retention, f.Class, $"{ReportWords.Sentence(ReportWords.Count(f.Over, "record is", "records are"))} over the time of keeping: {f.Kept}.", "Have a technician run Remove-ExpiredPolicyData, or change retention in policy.json with a reason.", "GOV-1"))],
            InShort = $"{ReportWords.Sentence(ReportWords.Count(facts.Sum(static f => f.Count), "record", "records"))} are held in {ReportWords.Number(facts.Count(static f => f.Count > 0))} classes.",
        };
    }
}
