using System.Management.Automation;
using Rosewood.PolicyAdmin.Correspondence.Texts;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ImportTextMessageLog"/>
[Cmdlet(VerbsData.Import, "TextMessageLog", SupportsShouldProcess = true)]
[OutputType(typeof(TextMessageImport))]
public sealed class ImportTextMessageLogCommand : PolicyCmdlet<ImportTextMessageLog>
{
    /// <inheritdoc cref="ImportTextMessageLog.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }
}
