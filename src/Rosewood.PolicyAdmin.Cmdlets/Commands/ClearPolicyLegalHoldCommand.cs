using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Governance.Holds;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Ends legal holds.</summary>
[Cmdlet(VerbsCommon.Clear, "PolicyLegalHold", SupportsShouldProcess = true)]
[OutputType(typeof(PolicyLegalHold))]
public sealed class ClearPolicyLegalHoldCommand : PolicyCmdlet<ClearPolicyLegalHold>
{
    /// <inheritdoc cref="ClearPolicyLegalHold.Id"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LegalHoldCompleter))]
    public string[] Id { get => Request.Id; set => Request.Id = value; }

    /// <inheritdoc cref="ClearPolicyLegalHold.Reason"/>
    [Parameter(Mandatory = true)]
    public string Reason { get => Request.Reason; set => Request.Reason = value; }
}
