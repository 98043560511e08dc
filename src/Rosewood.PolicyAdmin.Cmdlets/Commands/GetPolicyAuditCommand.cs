using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Get-PolicyAudit.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyAudit")]
[OutputType(typeof(AuditEntry))]
public sealed class GetPolicyAuditCommand : PolicyCmdlet<GetPolicyAudit>
{
    /// <inheritdoc cref="GetPolicyAudit.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="GetPolicyAudit.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="GetPolicyAudit.User"/>
    [Parameter]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string? User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="GetPolicyAudit.Command"/>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CommandCompleter))]
    public string[] Command { get => Request.Command; set => Request.Command = value; }

    /// <inheritdoc cref="GetPolicyAudit.Last"/>
    [Parameter]
    public int? Last { get => Request.Last; set => Request.Last = value; }
}
