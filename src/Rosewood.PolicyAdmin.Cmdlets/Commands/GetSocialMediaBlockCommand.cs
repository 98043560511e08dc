using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>How each target of the block stands.</summary>
[Cmdlet(VerbsCommon.Get, "SocialMediaBlock")]
[OutputType(typeof(BlockStatus))]
public sealed class GetSocialMediaBlockCommand : PolicyCmdlet<GetSocialMediaBlock>
{
    /// <inheritdoc cref="Rosewood.PolicyAdmin.Enforcement.GetSocialMediaBlock.Target"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TargetCompleter))]
    public string[] Target { get => Request.Target; set => Request.Target = value; }
}
