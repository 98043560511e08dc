using System.Globalization;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Folder, files and disk.</summary>
internal static class FileChecks
{
    private const long Scarce = 1L << 30;
    private const long TooLittle = 100L << 20;
    private const string Rights = "File rights";

    public static HealthCheck FileRights(WorkspacePaths paths)
    {
        var tenant = new TenantPaths(paths);
        string[] files = [paths.Config, paths.Store, paths.Store + "-wal", paths.Store + "-shm", paths.Reports, paths.Feeds, tenant.Folder, paths.Keys, tenant.Key, paths.ContactKey];
        var links = files.Append(paths.Root).Where(static f => new FileInfo(f).LinkTarget is not null).ToList();
        if (links.Count > 0)
        {
            return HealthCheck.Weak(Rights, $"These are links to somewhere else: {Names(links)}.", "Put the files themselves into the workspace's folder.");
        }

        if (PrivateFiles.IsOpenToOthers(paths.Root))
        {
            return HealthCheck.Bad(Rights, "Other accounts of this machine may look into the workspace's folder.", Closing(paths.Root, folder: true));
        }

        var open = files.Where(static f => Path.Exists(f) && PrivateFiles.IsOpenToOthers(f)).ToList();
        return open.Count == 0
            ? HealthCheck.Good(Rights, "Only the owner may read the folder and its files.")
            : HealthCheck.Weak(Rights, $"The folder is closed to other accounts, but these in it are not: {Names(open)}.", Closing(string.Join("' '", open), folder: false));
    }

    public static HealthCheck DiskSpace(WorkspacePaths paths)
    {
        var free = new DriveInfo(paths.Root).AvailableFreeSpace;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{free / (1 << 20):N0} MiB are free.");
        const string Remedy = "Free some space on the workspace's disk; imports and reports stop when it is full.";
        return free switch
        {
            < TooLittle => HealthCheck.Bad("Disk space", detail, Remedy),
            < Scarce => HealthCheck.Weak("Disk space", detail, Remedy),
            _ => HealthCheck.Good("Disk space", detail),
        };
    }

    private static string Names(List<string> paths) => string.Join(", ", paths.Select(Path.GetFileName));

    private static string Closing(string path, bool folder) => OperatingSystem.IsWindows()
        ? $"Take the rights of Users and Everyone away in the security properties of '{path}'."
        : $"Run: chmod {(folder ? "700" : "go-rwx")} '{path}'";
}
