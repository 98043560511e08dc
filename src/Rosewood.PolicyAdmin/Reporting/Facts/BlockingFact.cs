using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Facts;

/// <summary>A target of the block: how it stands, and the records of its tests in the period. Without the accounts that tests were made with.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">Whether it holds what the facts decide.</param>
/// <param name="LastPublished">When it was last published to, or null.</param>
/// <param name="LastProved">When it was last shown to work, or null.</param>
/// <param name="Passed">Tests of the period that came out as they should.</param>
/// <param name="Failed">Tests that did not.</param>
/// <param name="NotTested">Tests that could not be made.</param>
internal sealed record BlockingFact(
    string Target,
    EnforcementTargetKind Kind,
    BlockState State,
    DateTimeOffset? LastPublished,
    DateTimeOffset? LastProved,
    int Passed,
    int Failed,
    int NotTested)
{
    /// <summary>Reads the targets and the records of their tests. A group in Entra ID is judged by what was recorded: a report asks no network.</summary>
    public static IReadOnlyList<BlockingFact> Load(CommandContext context, ReportPeriod period)
    {
        var targets = context.Config.Enforcement.Targets;
        if (targets.Count == 0)
        {
            return [];
        }

        var facts = EnforcementFacts.Load(context);
        var tests = context.Store.Enforcement.Tests().Where(t => t.At >= period.From && t.At < period.Until).ToLookup(static t => t.Target, StringComparer.Ordinal);
        var zone = context.Workspace.Zone;
        return [.. targets.Select(t =>
        {
            var status = BlockStatusReader.Read(t, facts, context);
            var made = tests[t.Name].ToList();
            return new BlockingFact(
                t.Name,
                t.Kind,
                status.State,
                Local(status.LastPublished),
                Local(status.LastProved),
                made.Count(static m => m.Outcome == BlockTestOutcome.Passed),
                made.Count(static m => m.Outcome == BlockTestOutcome.Failed),
                made.Count(static m => m.Outcome == BlockTestOutcome.NotTested));
        })];

        DateTimeOffset? Local(DateTimeOffset? at) => at is { } moment ? TimeZoneInfo.ConvertTime(moment, zone) : null;
    }
}
