using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>How many safeguarding concerns there were (SAF-1, SAF-2). Nothing else is readable without the safeguarding lead's key.</summary>
internal sealed class ConcernSection : IReportSection
{
    public string Id => "concerns";

    public string Title => "Safeguarding concerns";

    public ReportSection Make(SectionInput input)
    {
        var count = input.Material.Facts.Registers?.Concerns ?? 0;
        return new ReportSection(
            Id,
            Title,
            "SAF-1, SAF-2",
            input.Detail,
            [$"{ReportWords.Sentence(input.Count(count, "concern was", "concerns were"))} reported in the period. What they say is sealed; the safeguarding lead opens them with Get-SafeguardingConcern."],
            [])
        {
            InShort = $"{ReportWords.Sentence(input.Count(count, "safeguarding concern", "safeguarding concerns"))} reported.",
        };
    }
}
