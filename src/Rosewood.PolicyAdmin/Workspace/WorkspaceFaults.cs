using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Faults about the workspace as a whole.</summary>
internal static class WorkspaceFaults
{
    public static Fault NotFound(string? path) => new(
        "WorkspaceNotFound",
        FaultKind.NotFound,
        path ?? "workspace",
        $"There is no workspace {(path is null ? "here" : $"in {path}")}. Make one with Initialize-PolicyWorkspace, or name it with -Workspace or ROSEWOOD_WORKSPACE.");

    public static Fault Exists(string path) => new(
        "WorkspaceExists",
        FaultKind.Conflict,
        path,
        "There is a workspace here already, and it was left as it is. Work with it, or name another folder with -Path.");

    public static Fault StoreWithoutConfig(string path) => new(
        "WorkspaceIncomplete",
        FaultKind.Conflict,
        path,
        "This folder has a store.db but no policy.json, and it was left as it is. Restore policy.json from the last backup; or name an empty or a new folder with -Path.");

    public static Fault ConfigMissing(string path) => new(
        "WorkspaceIncomplete",
        FaultKind.Conflict,
        path,
        "The workspace has a store.db but no policy.json. Restore policy.json from the last backup; or begin anew in an empty folder, with Initialize-PolicyWorkspace -Path.");

    public static Fault FolderNotEmpty(string path) => new(
        "WorkspaceFolderNotEmpty",
        FaultKind.Conflict,
        path,
        "This folder holds other files, and it was left as it is. Name an empty or a new folder with -Path.");

    public static Fault NotAFolder(string path) => new(
        "WorkspaceNotAFolder",
        FaultKind.InvalidArgument,
        path,
        "This is a file, not a folder. Name an empty or a new folder with -Path.");

    public static Fault PathInvalid(string path) => new(
        "WorkspacePathInvalid",
        FaultKind.InvalidArgument,
        path,
        "This can't be a folder's path. Name the workspace's folder with -Path, -Workspace or ROSEWOOD_WORKSPACE.");
}
