using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="GetPolicyDevice"/>
[Cmdlet(VerbsCommon.Get, "PolicyDevice")]
[OutputType(typeof(Device))]
public sealed class GetPolicyDeviceCommand : PolicyCmdlet<GetPolicyDevice>
{
    /// <inheritdoc cref="GetPolicyDevice.Name"/>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public string[] Name { get => Request.Name; set => Request.Name = value; }

    /// <inheritdoc cref="GetPolicyDevice.Class"/>
    [Parameter]
    public DeviceClass[] Class { get => Request.Class; set => Request.Class = value; }

    /// <inheritdoc cref="GetPolicyDevice.At"/>
    [Parameter]
    public TimeInput? At { get => Request.At; set => Request.At = value; }
}
