using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Packaging;

/// <summary>What packages repeat from the module's manifest.</summary>
/// <param name="Version">ModuleVersion.</param>
/// <param name="Guid">The module's identity.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Company">CompanyName.</param>
/// <param name="Copyright">Copyright.</param>
/// <param name="Description">One sentence.</param>
/// <param name="ReleaseNotes">Where to read what changed.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Cmdlets">The exported cmdlets.</param>
internal sealed partial record ModuleManifest(
    string Version,
    string Guid,
    string Author,
    string Company,
    string Copyright,
    string Description,
    string ReleaseNotes,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Cmdlets)
{
    /// <summary>Reads a manifest as we write it: one key a line, strings in quotes, lists in <c>@( )</c>.</summary>
    /// <exception cref="PackagingException">A key is missing.</exception>
    public static ModuleManifest Read(string text) => new(
        Value(text, "ModuleVersion"),
        Value(text, "GUID"),
        Value(text, "Author"),
        Value(text, "CompanyName"),
        Value(text, "Copyright"),
        Value(text, "Description"),
        Value(text, "ReleaseNotes"),
        List(text, "Tags"),
        List(text, "CmdletsToExport"));

    private static string Value(string text, string key)
    {
        var match = Regex.Match(text, $"""^\s*{key}\s*=\s*(?<quote>['"])(?<value>.*)\k<quote>\s*$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal) : throw Missing(key);
    }

    private static List<string> List(string text, string key)
    {
        var match = Regex.Match(text, $@"^\s*{key}\s*=\s*@\((?<items>[^)]*)\)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? [.. Quoted().Matches(match.Groups["items"].Value).Select(static m => m.Groups["item"].Value)] : throw Missing(key);
    }

    private static PackagingException Missing(string key) => new($"The module's manifest has no {key}. Add it.");

    [GeneratedRegex("'(?<item>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
