using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ImportFirewallLog"/>
[Cmdlet(VerbsData.Import, "FirewallLog", SupportsShouldProcess = true)]
[OutputType(typeof(LogImport))]
public sealed class ImportFirewallLogCommand : PolicyCmdlet<ImportFirewallLog>
{
    /// <inheritdoc cref="ImportFirewallLog.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ValueFromRemainingArguments = true)]
    [Alias("FullName")]
    public string[] Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="ImportFirewallLog.Format"/>
    [Parameter]
    [ArgumentCompleter(typeof(LogFormatCompleter))]
    public string? Format { get => Request.Format; set => Request.Format = value; }

    /// <inheritdoc cref="ImportFirewallLog.TimeZone"/>
    [Parameter]
    public string? TimeZone { get => Request.TimeZone; set => Request.TimeZone = value; }

    /// <inheritdoc cref="ImportFirewallLog.Year"/>
    [Parameter]
    public int? Year { get => Request.Year; set => Request.Year = value; }

    /// <inheritdoc cref="ImportFirewallLog.Follow"/>
    [Parameter]
    public SwitchParameter Follow { get => Request.Follow; set => Request.Follow = value; }
}
