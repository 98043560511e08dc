using System.Management.Automation;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Cmdlets.Completion;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Adds a service to the catalogue, extends one, or switches a built-in one on again.</summary>
[Cmdlet(VerbsCommon.Add, "SocialMediaService", SupportsShouldProcess = true)]
[OutputType(typeof(SocialMediaService))]
public sealed class AddSocialMediaServiceCommand : PolicyCmdlet<AddSocialMediaService>
{
    /// <summary>The service's name; an alias of a service means that service.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string Name { get => Request.Name; set => Request.Name = value; }

    /// <summary>Its hosts, each covering its subdomains. Not needed to switch a built-in service on again.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string[] HostName { get => Request.HostName; set => Request.HostName = value; }

    /// <summary>Its kind; default: as it is, and Other for a new service.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public ServiceKind? Kind { get => Request.Kind; set => Request.Kind = value; }

    /// <summary>The hosts' role; default: Primary.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public HostRole? Role { get => Request.Role; set => Request.Role = value; }

    /// <summary>Other names that people type for it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] Alias { get => Request.Alias; set => Request.Alias = value; }

    /// <summary>Marks it as named in the school's policy: reports show it apart.</summary>
    [Parameter]
    public SwitchParameter NamedInPolicy { get => Request.NamedInPolicy; set => Request.NamedInPolicy = value; }

    /// <summary>Also where a service that the policy names would no longer be blocked at a host.</summary>
    [Parameter]
    public SwitchParameter Force { get => Request.Force; set => Request.Force = value; }
}
