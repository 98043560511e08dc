using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>The services that a target's configuration names.</summary>
internal static class TargetServices
{
    /// <summary>Their names, in the catalogue's order; all where the target names none.</summary>
    /// <param name="target">The target.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="notes">Takes a sentence for each name that the catalogue does not know.</param>
    public static IReadOnlyList<string> Of(EnforcementTargetConfig target, EnforcementFacts facts, List<string> notes)
    {
        var catalogue = facts.Access.Catalogue;
        if (target.Services.Count == 0)
        {
            return [.. catalogue.Services.Select(s => s.Name)];
        }

        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in target.Services)
        {
            if (catalogue.Find(name) is { } service)
            {
                wanted.Add(service.Name);
            }
            else
            {
                notes.Add($"The catalogue has no service '{PlainText.Shorten(name)}', which the target's services name. Correct policy.json.");
            }
        }

        return [.. catalogue.Services.Select(s => s.Name).Where(wanted.Contains)];
    }
}
