using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Runs a command the same way for every host: validate, open, recognise the operator, check rights, note edits of the config, handle.</summary>
public static class CommandRunner
{
    /// <summary>How faults begin that others than this program refuse with.</summary>
    private static readonly string[] Elsewhere = ["Graph", "Tenant", "Group", "Pdf", "Access"];

    /// <summary>Runs a request to its end.</summary>
    /// <exception cref="FaultException">Whatever went wrong, in words for people.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task RunAsync(PolicyRequest request, CommandHost host, ICommandSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(host);
        var command = CommandTable.For(request.GetType());
        try
        {
            request.Validate();
            using var workspace = Open(command, host);
            var op = workspace is null
                ? new Operator(host.Account, Person: null, RoleSet.None)
                : OperatorDirectory.Recognise(workspace.Store, host.Account, host.Clock.GetUtcNow(), workspace.Zone);
            op = Admit(op, command, host, workspace);
            var context = new CommandContext(command.Name, op, host.Clock, workspace) { WorkspacePath = host.WorkspacePath };
            if (workspace is not null)
            {
                ConfigChanges.Record(context);

                // What an earlier command left undone does not wait for the end of a long one. What fails here is told after it.
                SnapshotRefresh.Run(context, static _ => { });
            }

            try
            {
                await command.CreateHandler().HandleAsync(request, context, sink, cancellationToken).ConfigureAwait(false);
            }
            catch (FaultException e) when (workspace is not null && IsRefusal(e.Fault))
            {
                RecordRefusal(context);
                throw;
            }
            finally
            {
                // Also after a fault: what was committed before it counts.
                if (workspace is not null)
                {
                    SnapshotRefresh.Run(context, sink.Report);
                }
            }
        }
        catch (Exception e) when (e is not (FaultException or OperationCanceledException) && CommandFaults.From(e, command.Needs == WorkspaceNeed.None ? null : WorkspaceLocator.Locate(host.WorkspacePath)) is { } fault)
        {
            throw fault.ToException(e);
        }
    }

    /// <summary>
    /// Who is refused, and known by name, is in the audit trail: whoever asks for a register that is not theirs is seen to have asked. An
    /// account that nobody on the roster has leaves no trace, so that none can be made to fill the trail.
    /// </summary>
    private static Operator Admit(Operator op, CommandDescriptor command, CommandHost host, PolicyWorkspace? workspace)
    {
        try
        {
            return OperatorRights.Admit(op, command, host.IsUnattended, workspace?.Paths.Store);
        }
        catch (FaultException) when (workspace is not null)
        {
            RecordRefusal(new CommandContext(command.Name, op, host.Clock, workspace) { WorkspacePath = host.WorkspacePath });
            throw;
        }
    }

    /// <summary>Whether a command itself refused who asked, or whom they named; what a tenant or the file system refuses is no matter of rights here.</summary>
    private static bool IsRefusal(Fault fault) => fault.Kind == FaultKind.NotAuthorised
        && !Elsewhere.Any(p => fault.Id.StartsWith(p, StringComparison.Ordinal));

    private static void RecordRefusal(CommandContext context)
    {
        if (context.Operator.Person is not null)
        {
            using var change = context.BeginChange();
            change.Audit("GOV-1", $"refused {context.Command}", before: null, after: null);
            change.Commit();
        }
    }

    private static PolicyWorkspace? Open(CommandDescriptor command, CommandHost host) => command.Needs switch
    {
        WorkspaceNeed.None => null,
        WorkspaceNeed.Optional => WorkspaceLocator.TryOpen(host.WorkspacePath),
        _ => WorkspaceLocator.Open(host.WorkspacePath),
    };
}
