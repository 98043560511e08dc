using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Holds;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Keeps records beyond their time, because a case needs them.</summary>
[Cmdlet(VerbsCommon.Set, "PolicyLegalHold", SupportsShouldProcess = true)]
[OutputType(typeof(PolicyLegalHold))]
public sealed class SetPolicyLegalHoldCommand : PolicyCmdlet<SetPolicyLegalHold>
{
    /// <inheritdoc cref="SetPolicyLegalHold.User"/>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="SetPolicyLegalHold.Class"/>
    [Parameter]
    public DataClassName? Class { get => Request.Class; set => Request.Class = value; }

    /// <inheritdoc cref="SetPolicyLegalHold.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="SetPolicyLegalHold.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="SetPolicyLegalHold.Reason"/>
    [Parameter(Mandatory = true)]
    public string Reason { get => Request.Reason; set => Request.Reason = value; }

    /// <inheritdoc cref="SetPolicyLegalHold.Reference"/>
    [Parameter(Mandatory = true)]
    public string Reference { get => Request.Reference; set => Request.Reference = value; }
}
