namespace Rosewood.PolicyAdmin.Commands;

/// <summary>What a host knows about its surroundings.</summary>
/// <param name="WorkspacePath">The folder named with <c>-Workspace</c>, or null: <c>ROSEWOOD_WORKSPACE</c>, else the platform's place.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Account">The operating system's account behind the command.</param>
public sealed record CommandHost(string? WorkspacePath, TimeProvider Clock, string Account)
{
    /// <summary>The surroundings of this process.</summary>
    public static CommandHost ForProcess(string? workspacePath) => new(workspacePath, TimeProvider.System, ProcessAccount.Name());
}
