using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Finds and opens the workspace: the path given, else <c>ROSEWOOD_WORKSPACE</c>, else the platform's machine-wide place.</summary>
public static class WorkspaceLocator
{
    /// <summary>The folder that counts, whether it exists or not.</summary>
    public static string Locate(string? path)
    {
        if (!string.IsNullOrEmpty(path))
        {
            return FullPath(path);
        }

        var variable = Environment.GetEnvironmentVariable("ROSEWOOD_WORKSPACE");
        if (!string.IsNullOrEmpty(variable))
        {
            return FullPath(variable);
        }

        return OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "Rosewood", "PolicyAdmin")
            : "/var/lib/rosewood";
    }

    /// <summary>Opens it.</summary>
    /// <exception cref="Commands.FaultException">No workspace there, or it is broken.</exception>
    public static PolicyWorkspace Open(string? path)
    {
        var paths = new WorkspacePaths(Locate(path));
        if (!PrivateFiles.IsThere(paths.Config))
        {
            // A store is somebody's workspace: another one made over it is no remedy.
            throw (PrivateFiles.IsThere(paths.Store) ? WorkspaceFaults.ConfigMissing(paths.Root) : WorkspaceFaults.NotFound(paths.Root)).ToException();
        }

        var config = PolicyConfigReader.Read(paths.Config, out var text);
        var store = PolicyStore.Open(paths.Store);
        try
        {
            return new PolicyWorkspace(paths, config, store) { ConfigText = text };
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Opens it if there is one; null where there is none.</summary>
    public static PolicyWorkspace? TryOpen(string? path) => PrivateFiles.IsThere(new WorkspacePaths(Locate(path)).Config) ? Open(path) : null;

    private static string FullPath(string path)
    {
        try
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw WorkspaceFaults.PathInvalid(path).ToException(e);
        }
    }
}
