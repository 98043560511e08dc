using System.Management.Automation;
using Rosewood.PolicyAdmin.Correspondence.Families;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="GetFamilyContact"/>
[Cmdlet(VerbsCommon.Get, "FamilyContact")]
[OutputType(typeof(FamilyContact))]
public sealed class GetFamilyContactCommand : PolicyCmdlet<GetFamilyContact>
{
    /// <inheritdoc cref="GetFamilyContact.FamilyId"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] FamilyId { get => Request.FamilyId; set => Request.FamilyId = value; }

    /// <inheritdoc cref="GetFamilyContact.Address"/>
    [Parameter]
    public string? Address { get => Request.Address; set => Request.Address = value; }

    /// <inheritdoc cref="GetFamilyContact.Phone"/>
    [Parameter]
    public string? Phone { get => Request.Phone; set => Request.Phone = value; }
}
