using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Governance;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Get-PolicyControl.</summary>
[Cmdlet(VerbsCommon.Get, "PolicyControl")]
[OutputType(typeof(PolicyControl))]
public sealed class GetPolicyControlCommand : PolicyCmdlet<GetPolicyControl>
{
    /// <inheritdoc cref="GetPolicyControl.Clause"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClauseCompleter))]
    public string[] Clause { get => Request.Clause; set => Request.Clause = value; }
}
