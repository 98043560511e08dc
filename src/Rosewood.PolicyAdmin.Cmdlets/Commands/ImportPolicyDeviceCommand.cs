using System.Management.Automation;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ImportPolicyDevice"/>
[Cmdlet(VerbsData.Import, "PolicyDevice", SupportsShouldProcess = true, DefaultParameterSetName = "File")]
[OutputType(typeof(DeviceImport))]
public sealed class ImportPolicyDeviceCommand : PolicyCmdlet<ImportPolicyDevice>
{
    /// <inheritdoc cref="ImportPolicyDevice.Path"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "File")]
    [Alias("FullName")]
    public string Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="ImportPolicyDevice.FromTenant"/>
    [Parameter(Mandatory = true, ParameterSetName = "Tenant")]
    public SwitchParameter FromTenant { get => Request.FromTenant; set => Request.FromTenant = value; }

    /// <inheritdoc cref="ImportPolicyDevice.RemoveMissing"/>
    [Parameter]
    public SwitchParameter RemoveMissing { get => Request.RemoveMissing; set => Request.RemoveMissing = value; }
}
