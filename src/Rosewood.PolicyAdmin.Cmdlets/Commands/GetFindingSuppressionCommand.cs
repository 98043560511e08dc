using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Findings;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Which findings are dismissed, by whom, why and until when.</summary>
[Cmdlet(VerbsCommon.Get, "FindingSuppression")]
[OutputType(typeof(FindingSuppression))]
public sealed class GetFindingSuppressionCommand : PolicyCmdlet<GetFindingSuppression>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.GetFindingSuppression.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Account", "UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.GetFindingSuppression.Finding"/>
    [Parameter]
    public FindingKind[] Finding { get => Request.Finding; set => Request.Finding = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.GetFindingSuppression.IncludeEnded"/>
    [Parameter]
    public SwitchParameter IncludeEnded { get => Request.IncludeEnded; set => Request.IncludeEnded = value; }
}
