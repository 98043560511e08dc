using System.Management.Automation;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ImportPolicyDevice"/>
[Cmdlet(VerbsData.Import, "PolicyDevice", SupportsShouldProcess = true)]
[OutputType(typeof(DeviceImport))]
public sealed class ImportPolicyDeviceCommand : PolicyCmdlet<ImportPolicyDevice>
{
    /// <inheritdoc cref="ImportPolicyDevice.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="ImportPolicyDevice.RemoveMissing"/>
    [Parameter]
    public SwitchParameter RemoveMissing { get => Request.RemoveMissing; set => Request.RemoveMissing = value; }
}
