using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Writes each edit of <c>policy.json</c> between two commands to the audit trail, with its difference.</summary>
internal static class ConfigChanges
{
    public static void Record(CommandContext context)
    {
        var text = File.ReadAllText(context.Workspace.Paths.Config);
        var seen = context.Store.Settings.GetSeenConfig();
        if (string.Equals(seen, text, StringComparison.Ordinal))
        {
            return;
        }

        using var change = context.BeginChange();
        context.Store.Settings.SetSeenConfig(change, text);
        change.Audit("GOV-1", "policy.json", LineDifference.Removed(seen ?? "", text), LineDifference.Removed(text, seen ?? ""));
        change.Commit();
    }
}
