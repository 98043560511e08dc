using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>
/// The folder that a browser on Linux reads its policies from. Chrome, Chromium and Edge read every file in it, whatever its name, but
/// not those in folders below; of two that set the same policy the last by name counts.
/// </summary>
internal static class ManagedFolder
{
    private const int MostFiles = 200;
    private const long LargestFile = 4 * 1024 * 1024;

    /// <summary>Where a browser reads; null where a target is for another platform.</summary>
    public static string? Of(EnforcementTargetConfig target) => target.Platform != BrowserPlatform.Linux ? null : target.Format switch
    {
        EnforcementFormat.Chrome => "/etc/opt/chrome/policies/managed",
        EnforcementFormat.Edge => "/etc/opt/edge/policies/managed",
        EnforcementFormat.Firefox => "/etc/firefox/policies",
        _ => "/etc/chromium/policies/managed",
    };

    /// <summary>Whether a target's browser reads all files beside its entry: in a folder of that kind, not where files lie to be carried elsewhere.</summary>
    public static bool ReadsAll(EnforcementTargetConfig target, string entry) =>
        target.Platform == BrowserPlatform.Linux
        && target.Format != EnforcementFormat.Firefox
        && Path.GetDirectoryName(entry)?.EndsWith("/policies/managed", StringComparison.Ordinal) == true;

    /// <summary>Files beside the entry that set what it sets, by name.</summary>
    public static IReadOnlyList<string> Rivals(EnforcementTargetConfig target, string entry)
    {
        var folder = Path.GetDirectoryName(entry);
        if (!ReadsAll(target, entry) || folder is null || !Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(folder).Take(MostFiles)
                .Where(f => !string.Equals(f, entry, StringComparison.Ordinal) && SetsTheSame(target, f))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a rival's policies count, and not the entry's: the last by name does.</summary>
    public static bool Counts(string rival, string entry) => string.CompareOrdinal(rival, entry) > 0;

    private static bool SetsTheSame(EnforcementTargetConfig target, string file)
    {
        try
        {
            return new FileInfo(file).Length <= LargestFile
                && LinuxFile.ReadForeign(target, File.ReadAllBytes(file)) is { } policy
                && PolicyShape.Overlaps(target.Format, policy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
