using System.Management.Automation;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Visits to social media with their verdicts.</summary>
[Cmdlet(VerbsCommon.Find, "SocialMediaUse")]
[OutputType(typeof(Visit))]
public sealed class FindSocialMediaUseCommand : PolicyCmdlet<FindSocialMediaUse>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Traffic.FindSocialMediaUse.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Traffic.FindSocialMediaUse.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Traffic.FindSocialMediaUse.User"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("UserPrincipalName")]
    [ArgumentCompleter(typeof(PersonCompleter))]
    public string[] User { get => Request.User; set => Request.User = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Traffic.FindSocialMediaUse.Service"/>
    [Parameter]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string[] Service { get => Request.Service; set => Request.Service = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Traffic.FindSocialMediaUse.Device"/>
    [Parameter]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public string[] Device { get => Request.Device; set => Request.Device = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Traffic.FindSocialMediaUse.Verdict"/>
    [Parameter]
    public Verdict[] Verdict { get => Request.Verdict; set => Request.Verdict = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Traffic.FindSocialMediaUse.All"/>
    [Parameter]
    public SwitchParameter All { get => Request.All; set => Request.All = value; }
}
