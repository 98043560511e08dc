using System.Management.Automation;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ImportPolicyPerson"/>
[Cmdlet(VerbsData.Import, "PolicyPerson", SupportsShouldProcess = true)]
[OutputType(typeof(PersonImport))]
public sealed class ImportPolicyPersonCommand : PolicyCmdlet<ImportPolicyPerson>
{
    /// <inheritdoc cref="ImportPolicyPerson.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }
}
