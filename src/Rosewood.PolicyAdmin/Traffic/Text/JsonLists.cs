using System.Text.Json;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>Lists of texts in a line of JSON.</summary>
internal static class JsonLists
{
    /// <summary>The texts of the first list of that name, joined by semicolons; empty when there is none.</summary>
    /// <param name="line">One JSON object.</param>
    /// <param name="start">The name with its quotes, the colon and the bracket: <c>"Names":[</c>. Inside a text its quotes would be escaped.</param>
    /// <param name="scratch">Takes the joined text.</param>
    public static ReadOnlySpan<byte> Join(ReadOnlySpan<byte> line, ReadOnlySpan<byte> start, Scratch scratch)
    {
        var at = line.IndexOf(start);
        if (at < 0)
        {
            return [];
        }

        var list = line[(at + start.Length - 1)..];
        var reader = new Utf8JsonReader(list, isFinalBlock: false, default);
        var room = scratch.Room(list.Length);
        var length = 0;
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length > 0)
                {
                    if (length > 0)
                    {
                        room[length++] = (byte)';';
                    }

                    length += reader.CopyString(room[length..]);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The line was read whole before; what is no text there is left out.
            return [];
        }

        return scratch.Take(length);
    }
}
