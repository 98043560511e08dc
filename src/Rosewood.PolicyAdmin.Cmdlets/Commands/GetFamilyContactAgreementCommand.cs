using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows records of contact with a family on social media that SLT agreed to.</summary>
[Cmdlet(VerbsCommon.Get, "FamilyContactAgreement")]
[OutputType(typeof(FamilyContactAgreement))]
public sealed class GetFamilyContactAgreementCommand : PolicyCmdlet<GetFamilyContactAgreement>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.GetFamilyContactAgreement.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.GetFamilyContactAgreement.FamilyId"/>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] FamilyId { get => Request.FamilyId; set => Request.FamilyId = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.GetFamilyContactAgreement.IncludeEnded"/>
    [Parameter]
    public SwitchParameter IncludeEnded { get => Request.IncludeEnded; set => Request.IncludeEnded = value; }
}
