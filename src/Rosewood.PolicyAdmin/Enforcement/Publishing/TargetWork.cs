using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>A target with its driver, its plan and what was published to it before.</summary>
/// <param name="Target">The target.</param>
/// <param name="Driver">What its kind knows.</param>
/// <param name="Plan">What it should hold now.</param>
/// <param name="Last">The last publication, or null.</param>
/// <param name="Forced">Whether openings that let others in are in the plan.</param>
internal sealed record TargetWork(EnforcementTargetConfig Target, IEnforcementDriver Driver, TargetPlan Plan, Publication? Last, bool Forced)
{
    /// <summary>Plans a target. What was forced once stays so until a publication without <c>-Force</c> is asked for.</summary>
    public static TargetWork Of(EnforcementTargetConfig target, EnforcementFacts facts, CommandContext context, bool? force = null)
    {
        var driver = EnforcementDrivers.For(target.Kind);
        var last = context.Store.Enforcement.Last(target.Name);
        var forced = force ?? last?.Forced ?? false;
        return new(target, driver, driver.Plan(target, facts, forced), last, forced);
    }

    /// <summary>The targets of these names, or all.</summary>
    /// <exception cref="FaultException"><c>TargetNotFound</c>.</exception>
    public static IReadOnlyList<EnforcementTargetConfig> Choose(PolicyConfig config, IReadOnlyList<string> names)
    {
        var all = config.Enforcement.Targets;
        return names.Count == 0
            ? all
            : [.. names.Select(n => all.FirstOrDefault(t => t.Name.Equals(n.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw EnforcementFaults.TargetNotFound(n, all.Select(static t => t.Name)).ToException()).Distinct()];
    }

    /// <summary>
    /// Whether the last publication that came to its end wrote something else. Then what is on disk was perhaps never read by the target, or
    /// never proved: whoever swapped it in was stopped before.
    /// </summary>
    public bool IsUnfinished { get; } = !string.Equals(Last?.Digest, PlanOnDisk.Digest(Plan), StringComparison.Ordinal);

    /// <summary>Whom the target lets through, in words.</summary>
    public IReadOnlyList<string> LetThrough(EnforcementFacts facts) =>
        [.. Plan.Openings.Select(o => $"{Name(facts, o.PersonId)} ({o.GrantId ?? "USE-3"}): {o.What}")];

    /// <summary>Openings that were left out, in words.</summary>
    public IReadOnlyList<string> LeftOut(EnforcementFacts facts) =>
        [.. Plan.Widenings.Where(static w => !w.Made).Select(w => $"{Name(facts, w.PersonId)} ({w.GrantId ?? "USE-3"}): {w.Consequence}")];

    /// <summary>A person's name as of the plan.</summary>
    public static string Name(EnforcementFacts facts, string personId) => PersonNames.Show(facts.Access.People, personId, facts.At.UtcTicks);
}
