using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Graph.Groups;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Groups.Entra;

/// <summary>How a group in Entra ID stands, asked of the tenant.</summary>
internal static class EntraStatus
{
    /// <summary>The target's state; what can't be asked is told in it.</summary>
    public static async Task<BlockStatus> ReadAsync(EnforcementTargetConfig target, EnforcementFacts facts, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var recorded = BlockStatusReader.Read(target, facts, context);
        if (recorded.State is BlockState.Disabled or BlockState.Failed)
        {
            return recorded;
        }

        try
        {
            var work = TargetWork.Of(target, facts, context);
            using var group = await EntraGroup.OpenAsync(context, sink, target.GroupId!.Value, cancellationToken).ConfigureAwait(false);
            var plan = (await EntraComparison.ReadAsync(group, work, facts, context, force: false, cancellationToken).ConfigureAwait(false)).Plan;
            return recorded with { State = StateOf(work, plan), Detail = [.. Detail(work, plan, facts)] };
        }
        catch (FaultException e)
        {
            return recorded with { State = BlockState.Failed, Detail = [e.Fault.Message] };
        }
    }

    private static BlockState StateOf(TargetWork work, EntraPlan plan) =>
        work.Last is null ? BlockState.NotPublished
        : plan.Steps.Count == 0 && plan.Strangers.Count == 0 && !work.IsUnfinished ? BlockState.InStep
        : BlockState.Drifted;

    private static IEnumerable<string> Detail(TargetWork work, EntraPlan plan, EnforcementFacts facts)
    {
        if (plan.Steps.Count == 0 && work.IsUnfinished && work.Last is not null)
        {
            yield return "The members are as they should be, but no publication of them came to its end. Publish again.";
        }

        foreach (var line in plan.Words.Select(static w => "Publishing would " + w)
            .Concat(plan.Strangers.Select(m => EntraComparison.Stranger(work.Target.Name, m)))
            .Concat(plan.Unknown.Select(EntraComparison.Unknown))
            .Concat(work.LeftOut(facts).Select(static l => BlockStatusReader.LeftOut + l))
            .Concat(work.Plan.Notes))
        {
            yield return line;
        }
    }
}
