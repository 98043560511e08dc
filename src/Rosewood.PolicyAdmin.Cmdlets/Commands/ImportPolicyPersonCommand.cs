using System.Management.Automation;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ImportPolicyPerson"/>
[Cmdlet(VerbsData.Import, "PolicyPerson", SupportsShouldProcess = true, DefaultParameterSetName = "File")]
[OutputType(typeof(PersonImport))]
public sealed class ImportPolicyPersonCommand : PolicyCmdlet<ImportPolicyPerson>
{
    /// <inheritdoc cref="ImportPolicyPerson.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "File")]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="ImportPolicyPerson.FromTenant"/>
    [Parameter(Mandatory = true, ParameterSetName = "Tenant")]
    public SwitchParameter FromTenant { get => Request.FromTenant; set => Request.FromTenant = value; }
}
