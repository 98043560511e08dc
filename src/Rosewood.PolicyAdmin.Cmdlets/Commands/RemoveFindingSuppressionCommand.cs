using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Findings;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Ends dismissals now.</summary>
[Cmdlet(VerbsCommon.Remove, "FindingSuppression", SupportsShouldProcess = true)]
[OutputType(typeof(FindingSuppression))]
public sealed class RemoveFindingSuppressionCommand : PolicyCmdlet<RemoveFindingSuppression>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.RemoveFindingSuppression.Id"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SuppressionCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Findings.RemoveFindingSuppression.Reason"/>
    [Parameter]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }
}
