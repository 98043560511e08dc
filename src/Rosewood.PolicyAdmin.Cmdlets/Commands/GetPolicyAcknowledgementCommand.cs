using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows who acknowledged the policy, and who still has to.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyAcknowledgement")]
[OutputType(typeof(PolicyAcknowledgement))]
public sealed class GetPolicyAcknowledgementCommand : PolicyCmdlet<GetPolicyAcknowledgement>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Acknowledgements.GetPolicyAcknowledgement.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Registers.Acknowledgements.GetPolicyAcknowledgement.Outstanding"/>
    [Parameter]
    public SwitchParameter Outstanding { get => Request.Outstanding; set => Request.Outstanding = value; }
}
