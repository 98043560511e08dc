using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>Finds the logs that paths, patterns and folders mean.</summary>
internal static class LogPaths
{
    private static readonly EnumerationOptions OneLevel = new() { MatchType = MatchType.Simple, MatchCasing = MatchCasing.PlatformDefault, IgnoreInaccessible = false };

    /// <summary>Full paths, each once; what a pattern or folder gives comes oldest first, so that visits go on from log to log.</summary>
    /// <exception cref="FaultException">A pattern or folder that gives nothing.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths) =>
        [.. paths.SelectMany(ExpandOne).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> ExpandOne(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            return OldestFirst(full, "*") is { Count: > 0 } files ? files : throw LogFaults.FolderEmpty(path).ToException();
        }

        var pattern = Path.GetFileName(full);
        if (File.Exists(full) || pattern.IndexOfAny(['*', '?']) < 0)
        {
            return [full];
        }

        var folder = Path.GetDirectoryName(full)!;
        return Directory.Exists(folder) && OldestFirst(folder, pattern) is { Count: > 0 } found ? found : throw LogFaults.Missing(path).ToException();
    }

    private static List<string> OldestFirst(string folder, string pattern)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, pattern, OneLevel).OrderBy(File.GetLastWriteTimeUtc).ThenByDescending(f => f, StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException e)
        {
            throw LogFaults.Refused(folder).ToException(e);
        }
    }
}
