using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Findings;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Dismisses a finding about an account for a time, with a reason.</summary>
[Cmdlet(VerbsCommon.Add, "FindingSuppression", SupportsShouldProcess = true)]
[OutputType(typeof(FindingSuppression))]
public sealed class AddFindingSuppressionCommand : PolicyCmdlet<AddFindingSuppression>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.AddFindingSuppression.User"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Account", "Person", "UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.AddFindingSuppression.Finding"/>
    [Parameter(Mandatory = true)]
    public FindingKind Finding { get => Request.Finding; set => Request.Finding = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.AddFindingSuppression.Reason"/>
    [Parameter(Mandatory = true)]
    public string Reason { get => Request.Reason; set => Request.Reason = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.AddFindingSuppression.Until"/>
    [Parameter]
    public TimeInput? Until { get => Request.Until; set => Request.Until = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.AddFindingSuppression.For"/>
    [Parameter]
    public DurationInput? For { get => Request.For; set => Request.For = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.AddFindingSuppression.Evidence"/>
    [Parameter]
    public string[] Evidence { get => Request.Evidence; set => Request.Evidence = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.AddFindingSuppression.AuthorisedBy"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? AuthorisedBy { get => Request.AuthorisedBy; set => Request.AuthorisedBy = value; }
}
