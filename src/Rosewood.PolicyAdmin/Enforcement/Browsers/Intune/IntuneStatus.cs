using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Graph.Profiles;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers.Intune;

/// <summary>How a browser's profile in Intune stands, asked of the tenant.</summary>
internal static class IntuneStatus
{
    /// <summary>What to do about a profile that nobody gets.</summary>
    public const string Unassigned = "The profile is assigned to nobody yet, so it blocks nothing: assign it to the school's devices in the Intune admin centre (Devices, Configuration, the profile, Assignments).";

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
            using var profiles = await IntuneProfiles.OpenAsync(context, sink, cancellationToken).ConfigureAwait(false);
            var comparison = await IntuneComparison.ReadAsync(profiles, work, cancellationToken).ConfigureAwait(false);
            var isAssigned = comparison.Found is { } found && await profiles.IsAssignedAsync(found.Id, cancellationToken).ConfigureAwait(false);
            return recorded with { State = StateOf(work, comparison, isAssigned), Detail = [.. Detail(work, comparison, isAssigned, facts)] };
        }
        catch (FaultException e)
        {
            return recorded with { State = BlockState.Failed, Detail = [e.Fault.Message] };
        }
    }

    private static BlockState StateOf(TargetWork work, IntuneComparison comparison, bool isAssigned) =>
        work.Last is null ? BlockState.NotPublished
        : comparison.Differences.Count == 0 && isAssigned && !work.IsUnfinished ? BlockState.InStep
        : BlockState.Drifted;

    private static IEnumerable<string> Detail(TargetWork work, IntuneComparison comparison, bool isAssigned, EnforcementFacts facts)
    {
        if (comparison.Found is not null && !isAssigned)
        {
            yield return Unassigned;
        }

        foreach (var line in comparison.Differences.Select(static d => "Publishing would " + d).Concat(work.LeftOut(facts).Select(static l => BlockStatusReader.LeftOut + l)).Concat(work.Plan.Notes))
        {
            yield return line;
        }
    }
}
