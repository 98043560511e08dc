using System.Management.Automation;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Cmdlets.Completion;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Switches built-in services off, takes the school's own back, or takes single hosts out of a service.</summary>
[Cmdlet(VerbsCommon.Remove, "SocialMediaService", SupportsShouldProcess = true)]
public sealed class RemoveSocialMediaServiceCommand : PolicyCmdlet<RemoveSocialMediaService>
{
    /// <summary>Names or aliases; alone: the whole services.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Name { get => Request.Name; set => Request.Name = value; }

    /// <summary>Hosts to take out, each an entry of the catalogue.</summary>
    [Parameter(Position = 1)]
    public string[] HostName { get => Request.HostName; set => Request.HostName = value; }

    /// <summary>Also for services that the school's policy names.</summary>
    [Parameter]
    public SwitchParameter Force { get => Request.Force; set => Request.Force = value; }
}
