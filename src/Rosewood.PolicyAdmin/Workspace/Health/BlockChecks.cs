using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Publishing;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether each enabled target holds what the facts decide, and whether a publication that was due has happened.</summary>
internal static class BlockChecks
{
    /// <summary>A timer has this long before its publication counts as missed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>One line for each enabled target.</summary>
    public static IEnumerable<HealthCheck> All(CommandContext context)
    {
        var targets = context.Config.Enforcement.Targets.Where(static t => t.Enabled).ToList();
        if (targets.Count == 0)
        {
            return [];
        }

        var facts = EnforcementFacts.Load(context);
        return targets.Select(t => Check(BlockStatusReader.Read(t, facts, context), context));
    }

    /// <summary>What it can't express is no fault of its state, and nobody should take it for open there.</summary>
    private static string LeftOut(BlockStatus status) => status.Detail.Count(static d => d.StartsWith(BlockStatusReader.LeftOut, StringComparison.Ordinal)) is > 0 and var count
        ? string.Create(CultureInfo.InvariantCulture, $" {count} {(count == 1 ? "opening is" : "openings are")} left out there, since others would gain too: Get-SocialMediaBlock -Target '{status.Target}' -As List.")
        : "";

    private static HealthCheck Check(BlockStatus status, CommandContext context)
    {
        var name = $"Block on {status.Target}";
        var remedy = $"Publish-SocialMediaBlock -Target '{status.Target}'";
        if (status.State == BlockState.Failed)
        {
            return HealthCheck.Bad(name, string.Join(' ', status.Detail), $"Mend what it names, then {remedy}.");
        }

        if (status.State == BlockState.NotPublished)
        {
            return HealthCheck.Weak(name, "Configured, but never published: it blocks nothing.", remedy);
        }

        if (status.State == BlockState.InStep)
        {
            return HealthCheck.Good(name, (status.LastProved is { } proved
                ? string.Create(CultureInfo.InvariantCulture, $"In step; last proved on {proved:yyyy-MM-dd HH:mm}.")
                : "In step; never proved by a probe.") + LeftOut(status));
        }

        return context.Store.Enforcement.Last(status.Target)?.NextRun is { } due && due + Grace < context.Now
            ? HealthCheck.Bad(name, string.Create(CultureInfo.InvariantCulture, $"It should have been published again at {TimeZoneInfo.ConvertTime(due, context.Workspace.Zone):yyyy-MM-dd HH:mm:ss}, and was not: it goes by what was decided before."), $"{remedy}, and let a timer run Publish-SocialMediaBlock -Due.")
            : HealthCheck.Weak(name, $"It does not hold what the facts decide now: {string.Join("; ", status.Detail.Take(3))}", remedy);
    }
}
