using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="GetFirewallLogCoverage"/>
[Cmdlet(VerbsCommon.Get, "FirewallLogCoverage")]
[OutputType(typeof(CoverageFinding))]
public sealed class GetFirewallLogCoverageCommand : PolicyCmdlet<GetFirewallLogCoverage>
{
    /// <inheritdoc cref="GetFirewallLogCoverage.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="GetFirewallLogCoverage.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }
}
