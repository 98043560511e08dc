using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Pages;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records a review of filtering and monitoring.</summary>
[Cmdlet(VerbsLifecycle.Register, "FilteringReview", SupportsShouldProcess = true)]
[OutputType(typeof(FilteringReview))]
public sealed class RegisterFilteringReviewCommand : PolicyCmdlet<RegisterFilteringReview>
{
    /// <inheritdoc cref="RegisterFilteringReview.ReviewedBy"/>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] ReviewedBy { get => Request.ReviewedBy; set => Request.ReviewedBy = value; }

    /// <inheritdoc cref="RegisterFilteringReview.Outcome"/>
    [Parameter(Mandatory = true)]
    public string Outcome { get => Request.Outcome; set => Request.Outcome = value; }

    /// <inheritdoc cref="RegisterFilteringReview.On"/>
    [Parameter]
    public TimeInput? On { get => Request.On; set => Request.On = value; }

    /// <inheritdoc cref="RegisterFilteringReview.AcceptedGap"/>
    [Parameter]
    public string[] AcceptedGap { get => Request.AcceptedGap; set => Request.AcceptedGap = value; }

    /// <inheritdoc cref="RegisterFilteringReview.AcceptedBy"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? AcceptedBy { get => Request.AcceptedBy; set => Request.AcceptedBy = value; }

    /// <inheritdoc cref="RegisterFilteringReview.NextReview"/>
    [Parameter]
    public TimeInput? NextReview { get => Request.NextReview; set => Request.NextReview = value; }
}
