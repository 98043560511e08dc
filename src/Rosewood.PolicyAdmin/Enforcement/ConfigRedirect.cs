using System.IO.Enumeration;
using System.Text;
using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>
/// A program's configuration with one included file replaced, so that its own checker sees what would be: files that lead to it are
/// copied with their includes changed, all others are read where they are.
/// </summary>
/// <param name="entry">The file that is replaced.</param>
/// <param name="staged">What it is replaced by.</param>
/// <param name="folder">Where copies are written; the caller's to remove.</param>
internal sealed partial class ConfigRedirect(string entry, string staged, string folder)
{
    private const int MostDepth = 8;
    private const int MostFiles = 500;
    private const long MostBytes = 4 * 1024 * 1024;
    private int _files;

    /// <summary>Gives the path of a changed copy; null where nothing in the configuration leads to the entry, or it can't be read.</summary>
    public string? Rewrite(string configFile) => Rewrite(configFile, depth: 0);

    private string? Rewrite(string file, int depth)
    {
        if (depth > MostDepth || ++_files > MostFiles || !File.Exists(file) || new FileInfo(file).Length > MostBytes)
        {
            return null;
        }

        var changed = false;
        var text = Include().Replace(File.ReadAllText(file), match =>
        {
            var files = Matching(match.Groups["path"].Value, Path.GetDirectoryName(Path.GetFullPath(file))!);
            var targets = files.ConvertAll(f => string.Equals(f, Path.GetFullPath(entry), StringComparison.Ordinal) ? staged : Rewrite(f, depth + 1) ?? f);
            if (targets.SequenceEqual(files, StringComparer.Ordinal))
            {
                return match.Value;
            }

            changed = true;
            return string.Join('\n', targets.Select(t => $"{match.Groups["word"].Value} \"{t}\"{match.Groups["end"].Value}"));
        });
        if (!changed)
        {
            return null;
        }

        var copy = Path.Combine(folder, $"{Guid.NewGuid():N}.conf");
        File.WriteAllText(copy, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return copy;
    }

    private static List<string> Matching(string pattern, string beside)
    {
        var path = Path.GetFullPath(pattern, beside);
        var name = Path.GetFileName(path);
        var parent = Path.GetDirectoryName(path);
        if (!name.AsSpan().ContainsAny('*', '?') || parent is null || !Directory.Exists(parent))
        {
            return [path];
        }

        return [.. Directory.EnumerateFiles(parent).Where(f => FileSystemName.MatchesSimpleExpression(name, Path.GetFileName(f), ignoreCase: false)).Order(StringComparer.Ordinal)];
    }

    /// <summary>unbound: <c>include: "file"</c>, <c>include-toplevel: file</c>; BIND: <c>include "file";</c>; Squid: <c>include file</c>.</summary>
    [GeneratedRegex("""(?<=^|[{};]|\n)(?<lead>[ \t]*)(?<word>include(-toplevel)?:?)[ \t]*("(?<path>[^"\n]+)"|(?<path>[^"\s;#]+))(?<end>[ \t]*;)?""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Include();
}
