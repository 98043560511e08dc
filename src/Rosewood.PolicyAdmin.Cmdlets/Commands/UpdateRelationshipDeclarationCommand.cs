using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records what was agreed anew about relationships between staff and families that were declared to SLT.</summary>
[Cmdlet(VerbsData.Update, "RelationshipDeclaration", SupportsShouldProcess = true)]
[OutputType(typeof(RelationshipDeclaration))]
public sealed class UpdateRelationshipDeclarationCommand : PolicyCmdlet<UpdateRelationshipDeclaration>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateRelationshipDeclaration.Id"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeclarationCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateRelationshipDeclaration.ReviewDate"/>
    [Parameter]
    public TimeInput? ReviewDate { get => Request.ReviewDate; set => Request.ReviewDate = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateRelationshipDeclaration.Boundaries"/>
    [Parameter]
    public string? Boundaries { get => Request.Boundaries; set => Request.Boundaries = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateRelationshipDeclaration.DeclaredTo"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? DeclaredTo { get => Request.DeclaredTo; set => Request.DeclaredTo = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateRelationshipDeclaration.Reason"/>
    [Parameter]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }
}
