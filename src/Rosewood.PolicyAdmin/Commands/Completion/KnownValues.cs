using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Commands.Completion;

/// <summary>
/// Finds what a shell may offer for a parameter. Nothing is written by it, neither to the audit trail nor elsewhere, so it gives names and
/// ids only, and those to nobody who may not run the command that lists them. Where anything is wrong it gives nothing: who presses a key
/// in the middle of a line has asked no question.
/// </summary>
public static class KnownValues
{
    /// <summary>What fits, best first, each once.</summary>
    /// <param name="kind">What is named.</param>
    /// <param name="typed">What stands on the line so far, without quotes.</param>
    /// <param name="host">The surroundings.</param>
    public static IReadOnlyList<KnownValue> Of(KnownValueKind kind, string typed, CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            using var workspace = WorkspaceLocator.TryOpen(host.WorkspacePath);
            return
            [
                .. Read(kind, host, workspace)
                    .Select(v => (Value: v, Fit: v.Fit(typed)))
                    .Where(static f => f.Fit is not null)
                    .DistinctBy(static f => f.Value.Text, StringComparer.OrdinalIgnoreCase)
                    .OrderBy(static f => f.Fit)
                    .ThenBy(static f => f.Value.Text, StringComparer.OrdinalIgnoreCase)
                    .Select(static f => f.Value),
            ];
        }
#pragma warning disable CA1031 // Said above: a broken workspace is told by the command, not by its completion.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    private static IEnumerable<KnownValue> Read(KnownValueKind kind, CommandHost host, PolicyWorkspace? workspace)
    {
        var source = KnownValueSource.Of(kind);
        var command = CommandTable.All.First(c => string.Equals(c.Name, source.Lister, StringComparison.Ordinal));
        if (workspace is null)
        {
            return command.Needs == WorkspaceNeed.Store ? [] : source.Read(new CommandContext(command.Name, new Operator(host.Account, Person: null, People.RoleSet.None), host.Clock, workspace: null));
        }

        var op = OperatorDirectory.Recognise(workspace.Store, host.Account, host.Clock.GetUtcNow(), workspace.Zone);
        return command.Roles.IsEmpty || op.Roles.Overlaps(command.Roles)
            ? source.Read(new CommandContext(command.Name, op, host.Clock, workspace) { WorkspacePath = host.WorkspacePath })
            : [];
    }
}
