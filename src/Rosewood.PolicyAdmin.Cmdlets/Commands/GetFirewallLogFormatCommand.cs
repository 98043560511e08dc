using System.Management.Automation;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="GetFirewallLogFormat"/>
[Cmdlet(VerbsCommon.Get, "FirewallLogFormat")]
[OutputType(typeof(FormatInfo))]
public sealed class GetFirewallLogFormatCommand : PolicyCmdlet<GetFirewallLogFormat>
{
    /// <inheritdoc cref="GetFirewallLogFormat.Path"/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string? Path { get => Request.Path; set => Request.Path = value; }
}
