using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="TestFirewallLogMapping"/>
[Cmdlet(VerbsDiagnostic.Test, "FirewallLogMapping")]
[OutputType(typeof(MappedLine))]
public sealed class TestFirewallLogMappingCommand : PolicyCmdlet<TestFirewallLogMapping>
{
    /// <inheritdoc cref="TestFirewallLogMapping.Path"/>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="TestFirewallLogMapping.Format"/>
    [Parameter(Position = 1, Mandatory = true)]
    [ArgumentCompleter(typeof(LogFormatCompleter))]
    public string Format { get => Request.Format; set => Request.Format = value; }
}
