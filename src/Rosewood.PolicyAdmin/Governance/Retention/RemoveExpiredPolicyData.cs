using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance.Retention;

/// <summary>
/// Removes, class by class, what is older than policy.json says that it is kept (GOV-1), so that no page of the store holds it any more. What
/// a legal hold covers stays. A run that was stopped is finished by the next.
/// </summary>
/// <example><code>Remove-ExpiredPolicyData -WhatIf</code>What is over, by class; nothing is removed.</example>
/// <example><code>Remove-ExpiredPolicyData</code>Removes it.</example>
public sealed class RemoveExpiredPolicyData : PolicyRequest
{
}

/// <summary>Runs <see cref="RemoveExpiredPolicyData"/>.</summary>
internal sealed class RemoveExpiredPolicyDataHandler : CommandHandler<RemoveExpiredPolicyData>
{
    public override Task HandleAsync(RemoveExpiredPolicyData request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        new RetentionRun(context, sink).Run(cancellationToken);
        return Task.CompletedTask;
    }
}
