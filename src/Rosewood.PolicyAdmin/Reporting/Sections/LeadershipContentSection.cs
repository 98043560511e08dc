using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Content that SLT answers (RES-2); what the safeguarding lead is told first is not in it.</summary>
internal sealed class LeadershipContentSection : IReportSection
{
    public string Id => "content";

    public string Title => "Prohibited content that SLT answers";

    public ReportSection Make(SectionInput input) => ContentTables.Make(this, input, isForLead: false);
}
