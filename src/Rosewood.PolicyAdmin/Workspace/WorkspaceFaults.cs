using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Faults about the workspace as a whole.</summary>
internal static class WorkspaceFaults
{
    public static Fault NotFound(string? path) => new(
        "WorkspaceNotFound",
        FaultKind.NotFound,
        path ?? "workspace",
        "There is no workspace here. Make one with Initialize-PolicyWorkspace, or name it with -Workspace or ROSEWOOD_WORKSPACE.");
}
