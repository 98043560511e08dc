using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ConfirmPolicyChange"/>
[Cmdlet(VerbsLifecycle.Confirm, "PolicyChange", SupportsShouldProcess = true)]
[OutputType(typeof(PolicyChange))]
public sealed class ConfirmPolicyChangeCommand : PolicyCmdlet<ConfirmPolicyChange>
{
    /// <inheritdoc cref="ConfirmPolicyChange.Id"/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PolicyChangeCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="ConfirmPolicyChange.Refuse"/>
    [Parameter]
    public SwitchParameter Refuse { get => Request.Refuse; set => Request.Refuse = value; }
}
