using System.Text;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>
/// Makes a workspace's files, owner-only. <c>policy.json</c> comes last: without it there is no workspace. Unless <see cref="Keep"/>
/// was said, disposing takes away again what was made, and nothing else.
/// </summary>
internal sealed class WorkspaceBuilder : IDisposable
{
    private readonly Stack<Action> _undo = [];
    private bool _kept;

    private readonly Action<FileStream, byte[]> _write;

    /// <summary>A builder of one workspace.</summary>
    /// <param name="root">Its folder.</param>
    /// <param name="write">How a new file is filled; tests let it fail.</param>
    public WorkspaceBuilder(string root, Action<FileStream, byte[]>? write = null)
    {
        Paths = new WorkspacePaths(root);
        _write = write ?? PrivateFiles.Fill;
    }

    public WorkspacePaths Paths { get; }

    /// <summary>Refuses a folder that is in use by a workspace or by something else.</summary>
    public void RequireFree()
    {
        if (File.Exists(Paths.Root))
        {
            throw WorkspaceFaults.NotAFolder(Paths.Root).ToException();
        }

        if (File.Exists(Paths.Config))
        {
            throw WorkspaceFaults.Exists(Paths.Root).ToException();
        }

        if (File.Exists(Paths.Store))
        {
            throw WorkspaceFaults.StoreWithoutConfig(Paths.Root).ToException();
        }

        if (Directory.Exists(Paths.Root) && Directory.EnumerateFileSystemEntries(Paths.Root).Any())
        {
            throw WorkspaceFaults.FolderNotEmpty(Paths.Root).ToException();
        }
    }

    /// <summary>Makes all files; the origin is who makes the workspace, its first technician.</summary>
    public void Build(string config, string schoolName, string account, AuditOrigin origin)
    {
        MakeRoot();
        MakeFile(Paths.Store, content: []);
        _undo.Push(() => DeleteFiles(Paths.Store + "-wal", Paths.Store + "-shm"));
        using (var store = PolicyStore.Open(Paths.Store))
        {
            using var change = store.BeginChange(origin);
            store.Settings.AddBootstrapOperator(change, account, nameof(Role.Technician));
            store.Settings.SetSeenConfig(change, config);
            change.Audit("GOV-1", "workspace", before: null, new { SchoolName = schoolName, Technician = account });
            change.Commit();
        }

        MakeFolder(Paths.Reports);
        MakeFolder(Paths.Feeds);
        MakeFile(Paths.Schema, StarterConfig.Schema());
        MakeFile(Paths.Config, Encoding.UTF8.GetBytes(config));
    }

    /// <summary>Takes files that are about to be put into the workspace's folder away again too. The folder was empty, so they are this call's own.</summary>
    public void Expect(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _undo.Push(() => DeleteFiles(Path.Combine(Paths.Root, name)));
        }
    }

    /// <summary>The workspace is whole and stays.</summary>
    public void Keep() => _kept = true;

    /// <summary>Takes away what was made, unless it is kept.</summary>
    public void Dispose()
    {
        while (!_kept && _undo.TryPop(out var undo))
        {
            try
            {
                undo();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The fault that brought us here is the one to tell; the rest is still taken away.
            }
        }
    }

    private void MakeRoot()
    {
        var missing = new Stack<string>();
        for (var folder = Paths.Root; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Push(folder);
        }

        if (missing.Count == 0)
        {
            PrivateFiles.Restrict(Paths.Root);
        }

        foreach (var folder in missing)
        {
            // Folders above the workspace have the system's usual rights; only the workspace itself is private.
            MakeFolder(folder, owned: folder.Equals(Paths.Root, StringComparison.Ordinal));
        }
    }

    private void MakeFolder(string folder, bool owned = true)
    {
        if (owned)
        {
            PrivateFiles.EnsureFolder(folder);
        }
        else
        {
            Directory.CreateDirectory(folder);
        }

        // Whoever made the store has the folders within for itself. The workspace's folder goes only while it is empty: another
        // Initialize-PolicyWorkspace may have put its workspace into the same new folder.
        var recursive = owned && !folder.Equals(Paths.Root, StringComparison.Ordinal);
        _undo.Push(() => Directory.Delete(folder, recursive));
    }

    private void MakeFile(string path, byte[] content)
    {
        using var stream = Create(path);
        _undo.Push(() => File.Delete(path));
        _write(stream, content);
    }

    private FileStream Create(string path)
    {
        try
        {
            return PrivateFiles.CreateNew(path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another Initialize-PolicyWorkspace got here between the look and the leap.
            throw WorkspaceFaults.Exists(Paths.Root).ToException();
        }
    }

    private static void DeleteFiles(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            File.Delete(path);
        }
    }
}
