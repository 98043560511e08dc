using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Trends;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>What a part of the report is made of.</summary>
/// <param name="Material">All but the visits.</param>
/// <param name="Tally">The visits of the period, counted.</param>
/// <param name="Trend">The visits before it, counted.</param>
/// <param name="Detail">How much the audience sees of this part.</param>
internal sealed record SectionInput(ReportMaterial Material, VisitTally Tally, TrendTally Trend, ReportDetail Detail)
{
    /// <summary>Whether members of staff are named.</summary>
    public bool Names => Detail == ReportDetail.Names;

    /// <summary>Whether the report is the safeguarding lead's, who looks at what SLT asks people about.</summary>
    public bool IsForLead => Material.Audience == ReportRecipientGroup.Dsl;

    /// <summary>Whether small counts are hidden.</summary>
    public bool Hides => Detail == ReportDetail.Shares;

    /// <summary>A column of counts that belong together, as text; what may not be seen is said to be hidden.</summary>
    public IReadOnlyList<string> Column(params IReadOnlyList<long> counts) => Cells.Column(counts, Hides);

    /// <summary>A count in a sentence: <c>no visits</c>, <c>1 visit</c>, or where small counts are hidden <c>fewer than five visits</c>.</summary>
    public string Count(long count, string one, string many) => Cells.Count(count, one, many, Hides);
}
