using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Writes each edit of <c>policy.json</c> between two commands to the audit trail, with its difference.</summary>
internal static class ConfigChanges
{
    /// <summary>Compares what this command goes by with what was last seen. The entry's operator is who ran this command, not who edited.</summary>
    public static void Record(CommandContext context)
    {
        if (context.Workspace.ConfigText is not { } text || IsSeen(context, text))
        {
            return;
        }

        using var change = context.BeginChange();
        if (IsSeen(context, text))
        {
            // Another command noted it while this one waited for the store.
            return;
        }

        var seen = context.Store.Settings.GetSeenConfig() ?? "";
        context.Store.Settings.SetSeenConfig(change, text);
        var (before, after) = LineDifference.Between(seen, text);
        change.Audit("GOV-1", "policy.json", before, after);
        change.Commit();
    }

    private static bool IsSeen(CommandContext context, string text) =>
        string.Equals(context.Store.Settings.GetSeenConfig(), text, StringComparison.Ordinal);
}
