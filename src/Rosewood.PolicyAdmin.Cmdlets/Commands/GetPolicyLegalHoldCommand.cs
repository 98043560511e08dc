using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Governance.Holds;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Shows legal holds.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyLegalHold")]
[OutputType(typeof(PolicyLegalHold))]
public sealed class GetPolicyLegalHoldCommand : PolicyCmdlet<GetPolicyLegalHold>
{
    /// <inheritdoc cref="GetPolicyLegalHold.User"/>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="GetPolicyLegalHold.IncludeCleared"/>
    [Parameter]
    public SwitchParameter IncludeCleared { get => Request.IncludeCleared; set => Request.IncludeCleared = value; }
}
