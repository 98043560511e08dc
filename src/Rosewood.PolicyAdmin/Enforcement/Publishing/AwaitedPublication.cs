using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>
/// The targets at which a change of grants counts only after a publication: each is planned by the facts from before the change and by those
/// after it. A live target asks anew for each request and is none of them; one that was never published to blocks nothing yet.
/// </summary>
internal sealed class AwaitedPublication
{
    private readonly CommandContext _context;
    private readonly IReadOnlyList<EnforcementTargetConfig> _targets;
    private readonly EnforcementFacts? _before;

    private AwaitedPublication(CommandContext context, IReadOnlyList<EnforcementTargetConfig> targets)
    {
        _context = context;
        _targets = targets;
        _before = targets.Count == 0 ? null : Facts();
    }

    /// <summary>Takes note of what counts now; before the change is recorded.</summary>
    public static AwaitedPublication Before(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context, [.. context.Config.Enforcement.Targets.Where(static t => t.Enabled && !AccessSnapshot.IsLive(t))]);
    }

    /// <summary>After grants were recorded or confirmed: warns of the targets that do not open anything for them yet.</summary>
    /// <param name="grants">The grants.</param>
    /// <param name="at">When they were recorded; a grant that begins later is looked at when it does.</param>
    /// <param name="sink">Where the warning goes.</param>
    public void TellGranted(IReadOnlyList<GrantFact> grants, DateTimeOffset at, ICommandSink sink)
    {
        if (Targets([.. grants.Select(g => g.From > at ? g.From : at).Distinct()]) is { Count: > 0 } targets)
        {
            sink.Warn($"{string.Join(", ", grants.Select(static g => g.Id))} {(grants.Count == 1 ? "counts" : "count")} at {Names(targets)} only after: Publish-SocialMediaBlock. A timer that runs it with -Due does that by itself.{Apply(targets)}");
        }
    }

    /// <summary>After grants were ended or refused: warns of the targets that still let the people through.</summary>
    /// <param name="grants">The grants.</param>
    /// <param name="people">Whose they were, by name.</param>
    /// <param name="at">When they were ended.</param>
    /// <param name="sink">Where the warning goes.</param>
    public void TellEnded(IReadOnlyList<GrantFact> grants, IEnumerable<string> people, DateTimeOffset at, ICommandSink sink)
    {
        if (Targets([at]) is { Count: > 0 } targets)
        {
            sink.Warn($"Still open for {string.Join(", ", people.Distinct(StringComparer.Ordinal))} at {Names(targets)}: there the end of {string.Join(", ", grants.Select(static g => g.Id))} counts only after Publish-SocialMediaBlock. Have it run now; do not wait for it unless a timer runs it with -Due each minute.{Apply(targets)}");
        }
    }

    private List<EnforcementTargetConfig> Targets(IReadOnlyList<DateTimeOffset> instants)
    {
        if (_before is not { } before || Facts() is not { } after)
        {
            return [];
        }

        return [.. _targets.Where(t => instants.Any(at => IsAwaited(t, before with { At = at }, after with { At = at })))];
    }

    /// <summary>The facts as they stand; null where they can't be read, which keeps nobody from ending a grant.</summary>
    private EnforcementFacts? Facts()
    {
        try
        {
            return EnforcementFacts.Load(_context);
        }
        catch (Exception e) when (e is FaultException || CommandFaults.From(e) is not null)
        {
            return null;
        }
    }

    private bool IsAwaited(EnforcementTargetConfig target, EnforcementFacts before, EnforcementFacts after)
    {
        try
        {
            var work = TargetWork.Of(target, after, _context);
            return !string.Equals(PlanOnDisk.Digest(TargetWork.Of(target, before, _context).Plan), PlanOnDisk.Digest(work.Plan), StringComparison.Ordinal)
                && BlockStatusReader.StateOf(work) == BlockState.Drifted;
        }
        catch (UnauthorizedAccessException)
        {
            // What it holds is for another account to read: better told once too often than not at all.
            return true;
        }
        catch (Exception e) when (e is FaultException || CommandFaults.From(e) is not null)
        {
            // The change stands. Why the target can't be planned is told by Get-SocialMediaBlock.
            return false;
        }
    }

    private static string Names(IEnumerable<EnforcementTargetConfig> targets) => string.Join(", ", targets.Select(static t => $"'{t.Name}'"));

    private static string Apply(IReadOnlyList<EnforcementTargetConfig> targets)
    {
        var lists = targets.Where(static t => t.Kind == EnforcementTargetKind.Group && t.Format != EnforcementFormat.EntraId).ToList();
        return lists.Count == 0 ? "" : $" The list of {Names(lists)} has then to be applied to the directory (docs/targets/groups.md).";
    }
}
