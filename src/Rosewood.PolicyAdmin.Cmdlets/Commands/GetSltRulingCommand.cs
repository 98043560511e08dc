using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers.Rulings;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows what SLT ruled about systems to communicate by.</summary>
[Cmdlet(VerbsCommon.Get, "SltRuling")]
[OutputType(typeof(SltRuling))]
public sealed class GetSltRulingCommand : PolicyCmdlet<GetSltRuling>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.GetSltRuling.Id"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RulingCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.GetSltRuling.At"/>
    [Parameter]
    public TimeInput? At { get => Request.At; set => Request.At = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Rulings.GetSltRuling.IncludeEnded"/>
    [Parameter]
    public SwitchParameter IncludeEnded { get => Request.IncludeEnded; set => Request.IncludeEnded = value; }
}
