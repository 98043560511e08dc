using System.Management.Automation;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Cmdlets.Completion;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Gets services of the catalogue, or says which service a host belongs to.</summary>
[Cmdlet(VerbsCommon.Get, "SocialMediaService")]
[OutputType(typeof(SocialMediaService), typeof(HostAnswer))]
public sealed class GetSocialMediaServiceCommand : PolicyCmdlet<GetSocialMediaService>
{
    /// <summary>Names or aliases, with wildcards; default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Name { get => Request.Name; set => Request.Name = value; }

    /// <summary>Hosts or addresses; the answer is each one's service and role.</summary>
    [Parameter]
    public string[] HostName { get => Request.HostName; set => Request.HostName = value; }

    /// <summary>Only services of this kind.</summary>
    [Parameter]
    public ServiceKind? Kind { get => Request.Kind; set => Request.Kind = value; }
}
