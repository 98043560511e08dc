using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Registers.Rulings;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Ends rulings of SLT now.</summary>
[Cmdlet(VerbsCommon.Close, "SltRuling", SupportsShouldProcess = true)]
[OutputType(typeof(SltRuling))]
public sealed class CloseSltRulingCommand : PolicyCmdlet<CloseSltRuling>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.CloseSltRuling.Id"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RulingCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.CloseSltRuling.Reason"/>
    [Parameter]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }
}
