using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Brings the block's targets to what the facts decide.</summary>
[Cmdlet(VerbsData.Publish, "SocialMediaBlock", SupportsShouldProcess = true)]
[OutputType(typeof(BlockPublication))]
public sealed class PublishSocialMediaBlockCommand : PolicyCmdlet<PublishSocialMediaBlock>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Enforcement.PublishSocialMediaBlock.Target"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TargetCompleter))]
    public string[] Target { get => Request.Target; set => Request.Target = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Enforcement.PublishSocialMediaBlock.Force"/>
    [Parameter]
    public SwitchParameter Force { get => Request.Force; set => Request.Force = value; }

    /// <inheritdoc cref="Rosewood.PolicyAdmin.Enforcement.PublishSocialMediaBlock.Due"/>
    [Parameter]
    public SwitchParameter Due { get => Request.Due; set => Request.Due = value; }
}
