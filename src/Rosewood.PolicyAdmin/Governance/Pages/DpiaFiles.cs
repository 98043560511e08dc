using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>How the workspace's files are protected, as found.</summary>
internal static class DpiaFiles
{
    private static readonly (string Path, string Protection)[] Known =
    [
        (".", "the folder itself"),
        ("policy.json", "plain text; holds no password"),
        ("store.db", "SQLite, not encrypted by this program: encrypt the disk; families' addresses are keyed hashes; removed rows are overwritten"),
        ("store.db-wal", "as store.db; emptied by each run of retention"),
        ("access.snapshot", "what enforcement reads: people, grants and services, no register"),
        ("reports", "plain pages that name people"),
        ("tenant", "sealed with AES-GCM under keys/tenant.key"),
        ("keys", "keys, apart from what they protect"),
        ("keys/contact.key", "the key of families' hashes"),
        ("keys/tenant.key", "the key of the tenant's records"),
    ];

    /// <summary>Looks at them.</summary>
    public static IReadOnlyList<DpiaFile> Read(CommandContext context) => [.. Known.Select(k =>
    {
        var path = Path.Combine(context.Workspace.Paths.Root, k.Path);
        return Path.Exists(path) ? new DpiaFile(k.Path, IsThere: true, !PrivateFiles.IsOpenToOthers(path), k.Protection) : new DpiaFile(k.Path, IsThere: false, OwnerOnly: null, k.Protection);
    })];

    /// <summary>How many files a path within the workspace holds.</summary>
    public static long CountOf(string root, string path)
    {
        var full = Path.Combine(root, path);
        return File.Exists(full) ? 1 : Directory.Exists(full) ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).LongCount() : 0;
    }
}
