using System.Management.Automation;
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
    public string[] Clause { get => Request.Clause; set => Request.Clause = value; }
}
