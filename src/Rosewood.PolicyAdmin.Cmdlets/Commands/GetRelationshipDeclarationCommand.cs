using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows records of a relationship between staff and a family that was declared to SLT.</summary>
[Cmdlet(VerbsCommon.Get, "RelationshipDeclaration")]
[OutputType(typeof(RelationshipDeclaration))]
public sealed class GetRelationshipDeclarationCommand : PolicyCmdlet<GetRelationshipDeclaration>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.GetRelationshipDeclaration.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.GetRelationshipDeclaration.FamilyId"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] FamilyId { get => Request.FamilyId; set => Request.FamilyId = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.GetRelationshipDeclaration.IncludeEnded"/>
    [Parameter]
    public SwitchParameter IncludeEnded { get => Request.IncludeEnded; set => Request.IncludeEnded = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.GetRelationshipDeclaration.ReviewDue"/>
    [Parameter]
    public SwitchParameter ReviewDue { get => Request.ReviewDue; set => Request.ReviewDue = value; }
}
