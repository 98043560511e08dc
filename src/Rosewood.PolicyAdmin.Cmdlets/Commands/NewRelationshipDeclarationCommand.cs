using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records a relationship between staff and a family that was declared to SLT.</summary>
[Cmdlet(VerbsCommon.New, "RelationshipDeclaration", SupportsShouldProcess = true, DefaultParameterSetName = "One")]
[OutputType(typeof(RelationshipDeclaration))]
public sealed class NewRelationshipDeclarationCommand : PolicyCmdlet<NewRelationshipDeclaration>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewRelationshipDeclaration.User"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "One")]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewRelationshipDeclaration.FamilyId"/>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = "One")]
    public string FamilyId { get => Request.FamilyId; set => Request.FamilyId = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewRelationshipDeclaration.Relationship"/>
    [Parameter(Mandatory = true, ParameterSetName = "One")]
    public string Relationship { get => Request.Relationship; set => Request.Relationship = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewRelationshipDeclaration.Since"/>
    [Parameter]
    public TimeInput? Since { get => Request.Since; set => Request.Since = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewRelationshipDeclaration.Boundaries"/>
    [Parameter]
    public string? Boundaries { get => Request.Boundaries; set => Request.Boundaries = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewRelationshipDeclaration.ReviewDate"/>
    [Parameter]
    public TimeInput? ReviewDate { get => Request.ReviewDate; set => Request.ReviewDate = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewRelationshipDeclaration.DeclaredTo"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? DeclaredTo { get => Request.DeclaredTo; set => Request.DeclaredTo = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewRelationshipDeclaration.Path"/>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "File")]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }
}
