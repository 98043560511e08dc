using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Runs a command the same way for every host: validate, open, recognise the operator, check rights, note edits of the config, handle.</summary>
public static class CommandRunner
{
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
            RequireRole(command, op);
            var context = new CommandContext(command.Name, op, host.Clock, workspace);
            if (workspace is not null)
            {
                ConfigChanges.Record(context);
            }

            await command.CreateHandler().HandleAsync(request, context, sink, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (FaultException or OperationCanceledException) && CommandFaults.From(e) is { } fault)
        {
            throw fault.ToException(e);
        }
    }

    private static PolicyWorkspace? Open(CommandDescriptor command, CommandHost host) => command.Needs switch
    {
        WorkspaceNeed.None => null,
        WorkspaceNeed.Optional => WorkspaceLocator.TryOpen(host.WorkspacePath),
        _ => WorkspaceLocator.Open(host.WorkspacePath),
    };

    private static void RequireRole(CommandDescriptor command, Operator op)
    {
        if (command.Roles.IsEmpty || op.Roles.Overlaps(command.Roles))
        {
            return;
        }

        var who = op.Roles.IsEmpty
            ? $"The account '{op.Account}' belongs to nobody on the roster"
            : $"{op.DisplayName} holds {string.Join(", ", op.Roles)}";
        throw new Fault(
            "OperatorNotAuthorised",
            FaultKind.NotAuthorised,
            op.Account,
            $"{who}; {command.Name} is for {string.Join(", ", command.Roles)}. Ask a technician to add the account to LoginNames in the roster, or one of those people to run it.").ToException();
    }
}
