using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Governance.SubjectAccess;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Gathers everything that the workspace has about a person, for a subject access request.</summary>
[Cmdlet(VerbsData.Export, "PersonData", SupportsShouldProcess = true)]
[OutputType(typeof(PersonDataExport))]
public sealed class ExportPersonDataCommand : PolicyCmdlet<ExportPersonData>
{
    /// <inheritdoc cref="ExportPersonData.User"/>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="ExportPersonData.OutputPath"/>
    [Parameter(Mandatory = true)]
    public string OutputPath { get => Request.OutputPath; set => Request.OutputPath = value; }
}
