using System.Globalization;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>What is processed, how much of it, and how long it is kept (GOV-1): for the data protection officer.</summary>
internal sealed class ProcessingSection : IReportSection
{
    public string Id => "processing";

    public string Title => "What is processed, and how long it is kept";

    public ReportSection Make(SectionInput input)
    {
        var facts = input.Material.Facts.Processing;
        var old = facts.Where(f => IsOverKept(f, input.Material.MadeAt)).ToList();
        return new ReportSection(
            Id,
            Title,
            "GOV-1",
            input.Detail,
            [
                "Counts of everything that the store holds, not of the period alone. Of traffic only what the policy speaks of is kept.",
                old.Count == 0 ? "Of no class whose records carry a time is one older than its time of keeping." : $"Older than they are to be kept: {ReportWords.List([.. old.Select(static f => f.Class)])}.",
            ],
            [
                new ReportTable(
                    Id,
                    "Records by class",
                    [new("Class"), new("About whom"), new("Records", IsNumber: true), new("Oldest"), new("Kept for")],
                    [.. facts.Select(static f => (IReadOnlyList<string>)[f.Class, f.About, ReportWords.Number(f.Count), f.Oldest is { } at ? ReportWords.Date(at) : "–", Kept(f.Kept)])]),
            ])
        {
            Asks = [.. old.Select(static f => new ReportAsk(DecisionKind.Retention, f.Class, $"The oldest is of {ReportWords.Date(f.Oldest!.Value)}; they are kept for {Kept(f.Kept)}.", "Have a technician take out what is over its time, or change retention in policy.json with a reason.", "GOV-1"))],
            InShort = $"{ReportWords.Sentence(ReportWords.Count(facts.Sum(static f => f.Count), "record", "records"))} are held in {ReportWords.Number(facts.Count(static f => f.Count > 0))} classes.",
        };
    }

    // The chain of the audit trail stays; only its values have a time of keeping.
    private static bool IsOverKept(ProcessingFact fact, DateTimeOffset now) =>
        fact is { Kept: { } kept, Oldest: { } oldest } && oldest + kept < now && !fact.Class.Contains("audit", StringComparison.Ordinal);

    private static string Kept(TimeSpan? time) => time switch
    {
        null => "as long as it is used",
        { TotalDays: >= 365 } long1 when long1.TotalDays % 365 == 0 => ReportWords.Count((long)(long1.TotalDays / 365), "year", "years"),
        { } other => string.Create(CultureInfo.InvariantCulture, $"{other.TotalDays:0} days"),
    };
}
