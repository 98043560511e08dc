using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Content that goes to the safeguarding lead first (SAF-3, RES-1).</summary>
internal sealed class SafeguardingContentSection : IReportSection
{
    public string Id => "safeguarding-content";

    public string Title => "Content for the safeguarding lead";

    public ReportSection Make(SectionInput input) => ContentTables.Make(this, input, isForLead: true);
}
