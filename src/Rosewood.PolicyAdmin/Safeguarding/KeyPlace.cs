using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>Where a private key's file may be made: anywhere but in the workspace, which is the technician's.</summary>
internal static class KeyPlace
{
    /// <summary>The file's full path.</summary>
    /// <exception cref="FaultException"><c>SafeguardingKeyInWorkspace</c>, <c>SafeguardingKeyFileExists</c>, <c>SafeguardingKeyIsFolder</c>.</exception>
    public static string Require(string path, string workspace)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw SafeguardingFaults.KeyIsFolder(full).ToException();
        }

        if (Path.Exists(full))
        {
            throw SafeguardingFaults.KeyFileExists(full).ToException();
        }

        var folder = Real(Path.GetDirectoryName(full) ?? full);
        var root = Real(Path.GetFullPath(workspace));
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return string.Equals(folder, root, comparison) || folder.StartsWith(root + Path.DirectorySeparatorChar, comparison)
            ? throw SafeguardingFaults.KeyInWorkspace(full).ToException()
            : full;
    }

    /// <summary>A folder without links on the way to it: one outside may lead back in.</summary>
    private static string Real(string folder)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(folder);
        if (Path.GetDirectoryName(trimmed) is not { } parent)
        {
            return trimmed;
        }

        var here = Path.Combine(Real(parent), Path.GetFileName(trimmed));
        return Directory.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Real(target.FullName) : here;
    }
}
