using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>Reads a .reg file strictly: what importing it into an empty key would leave there.</summary>
internal static partial class RegistryReader
{
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <exception cref="FormatException">It is none, or reaches beyond the key.</exception>
    public static JsonObject Read(string root, ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(Utf16.Preamble))
        {
            throw new FormatException("it is no UTF-16 with its mark");
        }

        string[] lines;
        try
        {
            lines = Utf16.GetString(content[2..]).Split("\r\n");
        }
        catch (ArgumentException e)
        {
            throw new FormatException("it is no UTF-16", e);
        }

        if (!string.Equals(lines[0], RegistryFile.Head, StringComparison.Ordinal) || lines[^1].Length > 0)
        {
            throw new FormatException("its first line or its end is not a .reg file's");
        }

        var policy = new JsonObject();
        JsonObject? key = null;
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            if (Key().Match(lines[i]) is { Success: true } heading)
            {
                key = Open(policy, root, heading.Groups["path"].Value, heading.Groups["remove"].Success, i + 1);
            }
            else if (key is null || Value().Match(lines[i]) is not { Success: true } value || !key.TryAdd(Unquote(value.Groups["name"].Value), ValueOf(value)))
            {
                throw Wrong(i + 1);
            }
        }

        return Lists(policy);
    }

    private static JsonObject? Open(JsonObject policy, string root, string path, bool remove, int line)
    {
        if (!path.StartsWith(root, StringComparison.Ordinal) || (path.Length > root.Length && path[root.Length] != '\\') || (remove && path.Length == root.Length))
        {
            throw Wrong(line);
        }

        var names = path[root.Length..].Split('\\', StringSplitOptions.RemoveEmptyEntries);
        if (remove)
        {
            (names[..^1].Aggregate((JsonNode?)policy, (node, name) => node?[name]) as JsonObject)?.Remove(names[^1]);
            return null;
        }

        var key = policy;
        foreach (var name in names)
        {
            key[name] ??= new JsonObject();
            key = key[name] as JsonObject ?? throw Wrong(line);
        }

        return key;
    }

    private static JsonNode ValueOf(Match value)
    {
        if (value.Groups["dword"] is { Success: true } number)
        {
            return uint.Parse(number.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) switch { 0 => false, 1 => true, _ => throw new FormatException("a number that is neither 0 nor 1") };
        }

        if (value.Groups["hex"] is { Success: true } hex)
        {
            var bytes = Convert.FromHexString(hex.Value.Replace(",", "", StringComparison.Ordinal));
            var text = Utf16.GetString(bytes);
            return text.EndsWith("\0\0", StringComparison.Ordinal) ? LinuxFile.ParseStrict(PolicyFile.Utf8.GetBytes(text[..^2])) : throw new FormatException("a list of lines without its end");
        }

        return Unquote(value.Groups["text"].Value);
    }

    /// <summary>Keys whose values are 1, 2, 3 and so on, without a gap, are lists.</summary>
    private static JsonObject Lists(JsonObject keys)
    {
        var result = new JsonObject();
        foreach (var (name, value) in keys)
        {
            result[name] = value is not JsonObject inner || string.Equals(name, RegistryFile.JsonLines, StringComparison.Ordinal) ? value!.DeepClone()
                : inner.Count > 0 && inner.Select((e, i) => string.Equals(e.Key, (i + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).All(isNext => isNext) ? new JsonArray([.. inner.Select(e => e.Value!.DeepClone())])
                : Lists(inner);
        }

        return result;
    }

    private static string Unquote(string text) => Escape().Replace(text, "${c}");

    private static FormatException Wrong(int line) => new(string.Create(CultureInfo.InvariantCulture, $"line {line} is not sound"));

    [GeneratedRegex(@"^\[(?<remove>-)?(?<path>HKEY_[^\[\]]+)\]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("""^"(?<name>([^"\\]|\\["\\])*)"=("(?<text>([^"\\]|\\["\\])*)"|dword:(?<dword>[0-9a-f]{8})|hex\(7\):(?<hex>[0-9a-f]{2}(,[0-9a-f]{2})*))$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();

    [GeneratedRegex("""\\(?<c>["\\])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
