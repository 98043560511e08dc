using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>How targets stand: what is on disk beside what the facts give now.</summary>
internal static class BlockStatusReader
{
    /// <summary>How a line of the detail begins that tells of an opening which the target can't make for one person alone.</summary>
    public const string LeftOut = "Left out: ";

    /// <summary>One target's state. Of a target elsewhere, what was recorded counts: it is not asked here.</summary>
    public static BlockStatus Read(EnforcementTargetConfig target, EnforcementFacts facts, CommandContext context)
    {
        if (!target.Enabled)
        {
            return new(target.Name, target.Kind, BlockState.Disabled, [], null, null, null, target.Path);
        }

        try
        {
            return Read(TargetWork.Of(target, facts, context), facts, context);
        }
        catch (Exception e) when ((e as FaultException)?.Fault is { } || CommandFaults.From(e) is { })
        {
            var fault = (e as FaultException)?.Fault ?? CommandFaults.From(e)!;
            return new(target.Name, target.Kind, BlockState.Failed, [fault.Message], null, null, null, target.Path);
        }
    }

    /// <summary>How a planned target stands, by what is on disk and, of one elsewhere, by what was recorded.</summary>
    /// <exception cref="UnauthorizedAccessException">The account may not read the target's files.</exception>
    public static BlockState StateOf(TargetWork work) => StateOf(work, Differences(work));

    private static BlockState StateOf(TargetWork work, IReadOnlyList<string> differences) =>
        differences.Count == 0 && !work.IsUnfinished ? BlockState.InStep
        : work.Last is null && (work.Plan.IsRemote || !PlanOnDisk.HasEntry(work.Plan)) ? BlockState.NotPublished
        : BlockState.Drifted;

    private static IReadOnlyList<string> Differences(TargetWork work) => work.Plan.IsRemote ? [] : PlanOnDisk.Differences(work.Plan);

    private static BlockStatus Read(TargetWork work, EnforcementFacts facts, CommandContext context)
    {
        var changes = Differences(work);
        var state = StateOf(work, changes);
        if (changes.Count == 0 && work.IsUnfinished)
        {
            changes = work.Plan.IsRemote ? ["It should hold something else than what was published last. Publish again."] : ["The files are as planned, but no publication of them came to its end: perhaps the target has not read them. Publish again."];
        }

        return new(
            work.Target.Name,
            work.Target.Kind,
            state,
            [.. changes, .. work.LeftOut(facts).Select(static l => LeftOut + l), .. work.Plan.Notes],
            Local(work.Last?.At),
            Local(context.Store.Enforcement.LastProved(work.Target.Name)),
            Local(work.Plan.NextChange),
            work.Plan.IsRemote ? null : work.Plan.Entry.Path);

        DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, context.Workspace.Zone) : null;
    }
}
