using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Browsers.Intune;
using Rosewood.PolicyAdmin.Enforcement.Groups.Entra;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>Shows each target of the block: whether it holds what the facts decide now, when it was last published to, and when last proved. Groups in Entra ID and profiles in Intune are asked of the tenant: members whom nobody granted, and settings that are not as planned, are named.</summary>
/// <example><code>Get-SocialMediaBlock</code>Every target that policy.json names.</example>
/// <example><code>Get-SocialMediaBlock -Target proxy -As List</code>One target, with what differs.</example>
public sealed class GetSocialMediaBlock : PolicyRequest
{
    /// <summary>Targets by name. Default: all.</summary>
    public string[] Target { get; set; } = [];
}

internal sealed class GetSocialMediaBlockHandler : CommandHandler<GetSocialMediaBlock>
{
    public override async Task HandleAsync(GetSocialMediaBlock request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var facts = EnforcementFacts.Load(context);
        foreach (var target in TargetWork.Choose(context.Config, request.Target))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sink.Write(target.InTenant ? await IntuneStatus.ReadAsync(target, facts, context, sink, cancellationToken)
                : target.Format == EnforcementFormat.EntraId ? await EntraStatus.ReadAsync(target, facts, context, sink, cancellationToken)
                : BlockStatusReader.Read(target, facts, context));
        }
    }
}
