using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>policy.json as it is on disk, for what must not fall behind it.</summary>
internal static class CurrentPolicy
{
    /// <summary>
    /// The command with the policy of this moment: one that ran long must not put an edit back that another has brought into force. An edit
    /// that can't be read counts for no command, nor here.
    /// </summary>
    public static CommandContext Of(CommandContext context)
    {
        var workspace = context.Workspace;
        if (workspace.ConfigText is null)
        {
            return context;
        }

        try
        {
            var config = PolicyConfigReader.Read(workspace.Paths.Config, out var text);
            return string.Equals(text, workspace.ConfigText, StringComparison.Ordinal)
                ? context
                : new CommandContext(context.Command, context.Operator, context.Clock, new PolicyWorkspace(workspace.Paths, config, workspace.Store) { ConfigText = text });
        }
        catch (Exception e) when (e is FaultException || CommandFaults.From(e) is not null)
        {
            return context;
        }
    }
}
