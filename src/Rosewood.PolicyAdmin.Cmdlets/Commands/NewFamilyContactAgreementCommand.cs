using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records contact with a family on social media that SLT agreed to.</summary>
[Cmdlet(VerbsCommon.New, "FamilyContactAgreement", SupportsShouldProcess = true, DefaultParameterSetName = "One")]
[OutputType(typeof(FamilyContactAgreement))]
public sealed class NewFamilyContactAgreementCommand : PolicyCmdlet<NewFamilyContactAgreement>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewFamilyContactAgreement.User"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "One")]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewFamilyContactAgreement.FamilyId"/>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = "One")]
    public string FamilyId { get => Request.FamilyId; set => Request.FamilyId = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewFamilyContactAgreement.Service"/>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get => Request.Service; set => Request.Service = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewFamilyContactAgreement.Reason"/>
    [Parameter(Mandatory = true, ParameterSetName = "One")]
    public string Reason { get => Request.Reason; set => Request.Reason = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewFamilyContactAgreement.AgreedBy"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? AgreedBy { get => Request.AgreedBy; set => Request.AgreedBy = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewFamilyContactAgreement.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewFamilyContactAgreement.Until"/>
    [Parameter]
    public TimeInput? Until { get => Request.Until; set => Request.Until = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.NewFamilyContactAgreement.Path"/>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "File")]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }
}
