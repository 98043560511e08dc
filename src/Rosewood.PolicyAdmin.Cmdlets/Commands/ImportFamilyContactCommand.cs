using System.Management.Automation;
using Rosewood.PolicyAdmin.Correspondence.Families;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ImportFamilyContact"/>
[Cmdlet(VerbsData.Import, "FamilyContact", SupportsShouldProcess = true)]
[OutputType(typeof(FamilyContactImport))]
public sealed class ImportFamilyContactCommand : PolicyCmdlet<ImportFamilyContact>
{
    /// <inheritdoc cref="ImportFamilyContact.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="ImportFamilyContact.RemoveMissing"/>
    [Parameter]
    public SwitchParameter RemoveMissing { get => Request.RemoveMissing; set => Request.RemoveMissing = value; }
}
