using System.Security.Cryptography;
using System.Text;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>Where targets that are one file have it.</summary>
internal static class TargetPath
{
    private const int LongestName = 80;

    /// <summary>The target's path as it stands; a relative one is inside the workspace's feeds, and without one it is a file there that is named after the target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="paths">The workspace's files.</param>
    /// <param name="extension">With its dot, for a target without a path.</param>
    public static string Of(EnforcementTargetConfig target, WorkspacePaths paths, string extension) =>
        Path.GetFullPath(Path.Combine(paths.Feeds, target.Path ?? SafeName(target.Name) + extension));

    /// <summary>A file name that every system takes. Names that would fall together keep apart by a digest.</summary>
    public static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
        safe = safe.Length > LongestName ? safe[..LongestName] : safe;
        return string.Equals(safe, name, StringComparison.Ordinal) && !IsDeviceName(safe)
            ? safe
            : $"{safe.Trim('-')}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4))}";
    }

    /// <summary>Names that Windows gives to devices, whatever their extension.</summary>
    private static bool IsDeviceName(string name) =>
        name.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL" or ['C', 'O', 'M', >= '0' and <= '9'] or ['L', 'P', 'T', >= '0' and <= '9'];
}
