using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>
/// Warns of openings that a target can't make for one person alone. They are no failure of its publication: what can be published is, and
/// most often another target, one that tells people apart, lets the person through.
/// </summary>
internal static class LeftOutOpenings
{
    private const int Listed = 3;

    /// <summary>One warning for the target: who is left out and why, where they are let through, and what to do for the others.</summary>
    public static void Tell(TargetWork work, EnforcementFacts facts, CommandContext context, ICommandSink sink)
    {
        var left = work.Plan.Widenings.Where(static w => !w.Made).ToList();
        if (left.Count == 0)
        {
            return;
        }

        var name = work.Target.Name;
        var others = context.Config.Enforcement.Targets
            .Where(t => t.Enabled && !string.Equals(t.Name, name, StringComparison.Ordinal))
            .Select(t => (t.Name, Grounds: GroundsOf(t, facts, context)))
            .ToList();
        var people = left.Select(static w => (w.PersonId, w.GrantId)).Distinct().Select(g => (Ground: g, By: others.Where(o => o.Grounds.Contains(g)).Select(static o => $"'{o.Name}'").ToList())).ToList();
        var through = people.Where(static p => p.By.Count > 0).Select(p => $"{Words(p.Ground)} at {string.Join(" and ", p.By)}").ToList();
        var shut = people.Where(static p => p.By.Count == 0).Select(static p => p.Ground).ToList();

        List<string> sentences = [$"Left out on '{name}', and all else is published there: {List([.. work.LeftOut(facts)], name)}."];
        if (through.Count > 0)
        {
            sentences.Add($"Let through by another target: {List(through, name)}.");
        }

        if (shut.Count > 0)
        {
            sentences.Add($"Let through by none: {List([.. shut.Select(Words)], name)}.");
            sentences.AddRange(left.Where(w => shut.Contains((w.PersonId, w.GrantId))).Select(Remedy).Distinct(StringComparer.Ordinal));
        }

        sink.Warn(string.Join(' ', sentences));

        string Words((string PersonId, string? GrantId) ground) => $"{TargetWork.Name(facts, ground.PersonId)} ({ground.GrantId ?? "USE-3"})";
    }

    /// <summary>Whom another target lets through, by person and grant; nobody where it can't be planned, which its own publication tells.</summary>
    private static HashSet<(string PersonId, string? GrantId)> GroundsOf(EnforcementTargetConfig target, EnforcementFacts facts, CommandContext context)
    {
        try
        {
            return [.. TargetWork.Of(target, facts, context).Plan.Openings.Select(static o => (o.PersonId, o.GrantId))];
        }
        catch (Exception e) when (e is FaultException || CommandFaults.From(e) is not null)
        {
            return [];
        }
    }

    private static string List(List<string> items, string target) => string.Join("; ", items.Take(Listed))
        + (items.Count > Listed ? string.Create(CultureInfo.InvariantCulture, $"; and {items.Count - Listed} more (Get-SocialMediaBlock -Target '{target}' -As List)") : "");

    private static string Remedy(Widening widening) => widening switch
    {
        { CanBeForced: false } => "This target can't open it even with -Force: use one that knows who is who, such as a proxy or a directory group.",
        { Beyond: null } => "Give the person a device or address of their own, use a target that knows who is who, or open it for all of them with -Force.",
        _ => "Grant the rest too, let the group open less (devices and services in policy.json), or make the person a member all the same with -Force.",
    };
}
