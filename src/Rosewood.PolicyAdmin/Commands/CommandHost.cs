namespace Rosewood.PolicyAdmin.Commands;

/// <summary>What a host knows about its surroundings.</summary>
/// <param name="WorkspacePath">The folder named with <c>-Workspace</c>, or null: <c>ROSEWOOD_WORKSPACE</c>, else the platform's place.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Account">The operating system's account behind the command.</param>
public sealed record CommandHost(string? WorkspacePath, TimeProvider Clock, string Account)
{
    /// <summary>Whether a timer or service started this process, and no person: the system says so, never a parameter or an environment variable.</summary>
    public bool IsUnattended { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static CommandHost ForProcess(string? workspacePath) =>
        new(workspacePath, TimeProvider.System, ProcessAccount.Name()) { IsUnattended = UnattendedSession.IsThisProcess() };
}
