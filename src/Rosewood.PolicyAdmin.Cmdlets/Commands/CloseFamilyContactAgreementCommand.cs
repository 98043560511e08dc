using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Closes records of contact with a family on social media that SLT agreed to.</summary>
[Cmdlet(VerbsCommon.Close, "FamilyContactAgreement", SupportsShouldProcess = true)]
[OutputType(typeof(FamilyContactAgreement))]
public sealed class CloseFamilyContactAgreementCommand : PolicyCmdlet<CloseFamilyContactAgreement>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.CloseFamilyContactAgreement.Id"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AgreementCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.CloseFamilyContactAgreement.Reason"/>
    [Parameter]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }
}
