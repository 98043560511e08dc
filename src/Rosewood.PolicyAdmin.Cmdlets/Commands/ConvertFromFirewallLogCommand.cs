using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ConvertFromFirewallLog"/>
[Cmdlet(VerbsData.ConvertFrom, "FirewallLog")]
[OutputType(typeof(LogEvent))]
public sealed class ConvertFromFirewallLogCommand : PolicyCmdlet<ConvertFromFirewallLog>
{
    /// <inheritdoc cref="ConvertFromFirewallLog.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="ConvertFromFirewallLog.Format"/>
    [Parameter]
    [ArgumentCompleter(typeof(LogFormatCompleter))]
    public string? Format { get => Request.Format; set => Request.Format = value; }
}
