using System.Management.Automation;
using Rosewood.PolicyAdmin.Governance.Pages;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows recorded reviews of filtering and monitoring.</summary>
[Cmdlet(VerbsCommon.Get, "FilteringReview")]
[OutputType(typeof(FilteringReview))]
public sealed class GetFilteringReviewCommand : PolicyCmdlet<GetFilteringReview>
{
    /// <inheritdoc cref="GetFilteringReview.Last"/>
    [Parameter(Position = 0)]
    public int? Last { get => Request.Last; set => Request.Last = value; }
}
