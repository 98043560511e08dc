using System.Text;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>Looks for secrets where none may be: in what commands showed, and in every byte of a folder.</summary>
internal static class Leaks
{
    /// <summary>The secrets that a text holds, in any case of letters.</summary>
    public static IEnumerable<string> In(string text, IEnumerable<string> secrets) => secrets.Where(s => text.Contains(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>The secrets that commands showed.</summary>
    public static IEnumerable<string> In(IEnumerable<RecordingSink> sinks, IEnumerable<string> secrets) =>
        In(string.Join('\n', sinks.SelectMany(s => s.Outputs.Select(o => JsonSerializer.Serialize(o, o.GetType())).Concat(s.Warnings).Concat(s.Faults.Select(f => f.Message)))), secrets);

    /// <summary>The secrets that a folder holds, each with its file; text is looked for as UTF-8 and as UTF-16.</summary>
    public static IReadOnlyList<string> InFolder(string folder, params string[] secrets)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            found.AddRange(In(Encoding.Latin1.GetString(bytes), secrets).Concat(In(Encoding.Unicode.GetString(bytes), secrets)).Select(s => $"{s} in {file}"));
        }

        return found;
    }
}
