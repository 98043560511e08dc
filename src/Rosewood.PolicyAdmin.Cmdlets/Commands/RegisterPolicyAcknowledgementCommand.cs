using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Records that members of staff have read the policy, and what else they say of themselves.</summary>
[Cmdlet(VerbsLifecycle.Register, "PolicyAcknowledgement", SupportsShouldProcess = true, DefaultParameterSetName = "One")]
[OutputType(typeof(PolicyAcknowledgement))]
public sealed class RegisterPolicyAcknowledgementCommand : PolicyCmdlet<RegisterPolicyAcknowledgement>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Acknowledgements.RegisterPolicyAcknowledgement.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "One")]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Acknowledgements.RegisterPolicyAcknowledgement.Version"/>
    [Parameter]
    public string? Version { get => Request.Version; set => Request.Version = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Acknowledgements.RegisterPolicyAcknowledgement.Date"/>
    [Parameter]
    public TimeInput? Date { get => Request.Date; set => Request.Date = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Acknowledgements.RegisterPolicyAcknowledgement.Statement"/>
    [Parameter]
    public AcknowledgedStatement[] Statement { get => Request.Statement; set => Request.Statement = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Acknowledgements.RegisterPolicyAcknowledgement.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "File")]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }
}
