using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>What a handler works with. Handlers never look for the operator, the clock or the workspace by themselves.</summary>
public sealed class CommandContext
{
    private readonly PolicyWorkspace? _workspace;

    /// <summary>Puts a context together.</summary>
    public CommandContext(string command, Operator @operator, TimeProvider clock, PolicyWorkspace? workspace)
    {
        Command = command;
        Operator = @operator;
        Clock = clock;
        Now = clock.GetUtcNow();
        _workspace = workspace;
    }

    /// <summary>The command's name, Verb-Noun; written to the audit trail.</summary>
    public string Command { get; }

    /// <summary>Who runs it.</summary>
    public Operator Operator { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The command's instant, UTC: the same for everything that it decides, however long it runs.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The workspace's folder as the host was told it, or null: for the commands that open or make one by themselves.</summary>
    public string? WorkspacePath { get; init; }

    /// <summary>Whether a workspace is open.</summary>
    public bool HasWorkspace => _workspace is not null;

    /// <summary>The open workspace; a fault where there is none.</summary>
    public PolicyWorkspace Workspace => _workspace ?? throw WorkspaceFaults.NotFound(null).ToException();

    /// <summary>The workspace's configuration.</summary>
    public PolicyConfig Config => Workspace.Config;

    /// <summary>The workspace's store.</summary>
    public PolicyStore Store => Workspace.Store;

    /// <summary>Starts a change: one transaction, committed with its audit entry or not at all.</summary>
    public StoreChange BeginChange() => Store.BeginChange(() => new AuditOrigin(Command, Operator.Id, Clock.GetUtcNow()));
}
