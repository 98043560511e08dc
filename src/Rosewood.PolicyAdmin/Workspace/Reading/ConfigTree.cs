using System.Text.Json;
using System.Text.Unicode;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Parses JSON (comments and trailing commas allowed) into nodes that know their place; a key given twice is a problem.</summary>
internal static class ConfigTree
{
    /// <summary>No section nests deeper than 6; more is no configuration.</summary>
    private const int MaxDepth = 16;

    /// <returns>The root, or null where the text is no JSON at all; the problems say why.</returns>
    public static ConfigNode? Parse(ReadOnlySpan<byte> utf8, ConfigProblems problems)
    {
        if (FirstInvalidByte(utf8) is { } invalid)
        {
            problems.Add(invalid, "$", "this is no UTF-8 text. Save the file as UTF-8 in the editor.");
            return null;
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, "$", problems);

            // Whatever follows the root but blanks and comments makes this throw.
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            problems.Add(OffsetOf(utf8, e), "$", $"the JSON breaks off here: {Reason(e)} Look for a missing comma, quote or bracket here or on the line before.");
            return null;
        }
    }

    private static ConfigNode ReadValue(ref Utf8JsonReader reader, string path, ConfigProblems problems)
    {
        var offset = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, new ConfigNode(ConfigKind.Object, offset, path), problems);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, new ConfigNode(ConfigKind.List, offset, path), problems);
            case JsonTokenType.String:
                return new ConfigNode(ConfigKind.Text, offset, path) { Text = ReadText(ref reader, path, problems) };
            case JsonTokenType.Number:
                return new ConfigNode(ConfigKind.Number, offset, path) { Text = System.Text.Encoding.ASCII.GetString(reader.ValueSpan) };
            case JsonTokenType.True or JsonTokenType.False:
                return new ConfigNode(ConfigKind.Boolean, offset, path) { Text = reader.TokenType == JsonTokenType.True ? "true" : "false" };
            default:
                return new ConfigNode(ConfigKind.Null, offset, path) { Text = "null" };
        }
    }

    private static ConfigNode ReadObject(ref Utf8JsonReader reader, ConfigNode node, ConfigProblems problems)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var keyOffset = (int)reader.TokenStartIndex;
            var key = ReadText(ref reader, node.Path, problems);
            var path = node.PathOf(key);
            reader.Read();
            var value = ReadValue(ref reader, path, problems);
            if (keys.Add(key))
            {
                node.Members.Add(new ConfigMember(key, keyOffset, value));
            }
            else
            {
                problems.Add(keyOffset, path, "this key is given twice. Keep one of the two.");
            }
        }

        return node;
    }

    private static ConfigNode ReadList(ref Utf8JsonReader reader, ConfigNode node, ConfigProblems problems)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            node.Items.Add(ReadValue(ref reader, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{node.Path}[{node.Items.Count}]"), problems));
        }

        return node;
    }

    private static string ReadText(ref Utf8JsonReader reader, string path, ConfigProblems problems)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as \ud83d.
            problems.Add((int)reader.TokenStartIndex, path, "this text holds half of a character, written as \\u. Write the character itself.");
            return "";
        }
    }

    private static int? FirstInvalidByte(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
        {
            return null;
        }

        var offset = 0;
        while (System.Text.Rune.DecodeFromUtf8(utf8[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    private static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException error)
    {
        var offset = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            var next = utf8[offset..].IndexOf((byte)'\n');
            if (next < 0)
            {
                break;
            }

            offset += next + 1;
        }

        return Math.Min(utf8.Length, offset + (int)(error.BytePositionInLine ?? 0));
    }

    /// <summary>The parser's words without the place that it appends: the place is ours, counted as editors do.</summary>
    private static string Reason(JsonException error)
    {
        var text = error.Message;
        var place = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return ConfigProblems.Shown(place < 0 ? text : text[..place], most: 300);
    }
}
