using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>
/// A .reg file as regedit writes it: UTF-16LE with its mark, CRLF. Importing one only adds, so that the lists' keys are removed first, also
/// where there is no list any more; entries of an earlier, longer one would stay in force otherwise.
/// </summary>
internal static class RegistryFile
{
    /// <summary>The first line.</summary>
    public const string Head = "Windows Registry Editor Version 5.00";

    /// <summary>Firefox takes preferences as one value of JSON lines.</summary>
    public const string JsonLines = "Preferences";

    public static byte[] Write(string key, JsonObject policy, IEnumerable<string> listKeys)
    {
        var text = new StringBuilder(Head).Append("\r\n");
        foreach (var list in listKeys)
        {
            text.Append(CultureInfo.InvariantCulture, $"\r\n[-{key}\\{list}]\r\n");
        }

        WriteKey(text, key, policy);
        text.Append("\r\n");
        return [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text.ToString())];
    }

    private static void WriteKey(StringBuilder text, string key, JsonNode content)
    {
        var entries = content is JsonArray list
            ? list.Select((value, i) => KeyValuePair.Create((i + 1).ToString(CultureInfo.InvariantCulture), value))
            : content.AsObject();
        var values = entries.Select(e => (e.Key, Value: e.Value!)).ToList();
        text.Append(CultureInfo.InvariantCulture, $"\r\n[{key}]\r\n");
        foreach (var (name, value) in values)
        {
            if (Scalar(name, value) is { } scalar)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Quote(name)}={scalar}\r\n");
            }
        }

        foreach (var (name, value) in values.Where(v => Scalar(v.Key, v.Value) is null))
        {
            WriteKey(text, $@"{key}\{name}", value);
        }
    }

    private static string? Scalar(string name, JsonNode value) => value switch
    {
        JsonObject when name is JsonLines => $"hex(7):{Hex(value.ToJsonString())}",
        JsonObject or JsonArray => null,
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => "dword:00000001",
            JsonValueKind.False => "dword:00000000",
            _ => Quote(value.GetValue<string>()),
        },
    };

    /// <summary>REG_MULTI_SZ of one line: the line, its end, the list's end.</summary>
    private static string Hex(string line) => string.Join(',', Encoding.Unicode.GetBytes(line + "\0\0").Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));

    private static string Quote(string text) => $"\"{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
