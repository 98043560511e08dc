using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records what was agreed anew about contacts with families on social media.</summary>
[Cmdlet(VerbsData.Update, "FamilyContactAgreement", SupportsShouldProcess = true)]
[OutputType(typeof(FamilyContactAgreement))]
public sealed class UpdateFamilyContactAgreementCommand : PolicyCmdlet<UpdateFamilyContactAgreement>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateFamilyContactAgreement.Id"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AgreementCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateFamilyContactAgreement.Until"/>
    [Parameter]
    public TimeInput? Until { get => Request.Until; set => Request.Until = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateFamilyContactAgreement.Service"/>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get => Request.Service; set => Request.Service = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateFamilyContactAgreement.AgreedBy"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? AgreedBy { get => Request.AgreedBy; set => Request.AgreedBy = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.UpdateFamilyContactAgreement.Reason"/>
    [Parameter]
    public string? Reason { get => Request.Reason; set => Request.Reason = value; }
}
