using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Closes records of a relationship between staff and a family that was declared to SLT.</summary>
[Cmdlet(VerbsCommon.Close, "RelationshipDeclaration", SupportsShouldProcess = true)]
[OutputType(typeof(RelationshipDeclaration))]
public sealed class CloseRelationshipDeclarationCommand : PolicyCmdlet<CloseRelationshipDeclaration>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.CloseRelationshipDeclaration.Id"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeclarationCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.CloseRelationshipDeclaration.Reason"/>
    [Parameter]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }
}
