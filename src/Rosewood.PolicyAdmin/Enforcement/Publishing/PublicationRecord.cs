using System.Globalization;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>Records a publication, shows it, and has the next one started.</summary>
internal static class PublicationRecord
{
    /// <summary>Records it with its audit entry.</summary>
    /// <param name="work">What was published.</param>
    /// <param name="context">The command's context.</param>
    /// <param name="proved">Whether it was shown to work.</param>
    /// <param name="also">What is kept in the same change; null: nothing.</param>
    public static void Add(TargetWork work, CommandContext context, bool proved, Action<StoreChange>? also = null)
    {
        using var change = context.BeginChange();
        var at = change.Origin.At;
        var publication = new Publication(work.Target.Name, at, proved ? at : null, work.Plan.NextChange, work.Forced, PlanOnDisk.Digest(work.Plan));
        context.Store.Enforcement.Add(change, publication);
        also?.Invoke(change);
        change.Audit(Clauses.SchoolDevices, $"target {work.Target.Name}", work.Last, publication);
        change.Commit();
    }

    /// <summary>What the command gives for a target.</summary>
    public static BlockPublication View(TargetWork work, EnforcementFacts facts, CommandContext context, PublicationOutcome outcome, IReadOnlyList<string> changes, IReadOnlyList<string> more, string proof) => new(
        work.Target.Name,
        outcome,
        changes,
        work.LetThrough(facts),
        work.LeftOut(facts),
        [.. work.Plan.Notes, .. more],
        proof,
        work.Plan.NextChange is { } next ? TimeZoneInfo.ConvertTime(next, context.Workspace.Zone) : null);

    /// <summary>Says when the target has to change by itself, and has that run started where the school's system does it.</summary>
    public static void TellNextRun(TargetWork work, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        if (work.Plan.NextChange is { } next)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"'{work.Target.Name}' has to change by itself at {TimeZoneInfo.ConvertTime(next, context.Workspace.Zone):yyyy-MM-dd HH:mm:ss}. {ScheduledRun.Set(next, context, cancellationToken)}"));
        }
    }
}
