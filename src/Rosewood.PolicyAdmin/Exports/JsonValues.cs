using System.Text.Json;

namespace Rosewood.PolicyAdmin.Exports;

/// <summary>Reads the values of one JSON object; arrays on the way are gone through, so that a field may have several.</summary>
/// <param name="shape">What of an object matters.</param>
internal sealed class JsonValues(JsonNode shape)
{
    private readonly JsonNode?[] _path = new JsonNode?[JsonCutter.MostDepth + 2];

    /// <summary>Reads an object.</summary>
    /// <param name="json">The object, whole.</param>
    /// <param name="values">Takes the values.</param>
    public void Read(ReadOnlySpan<byte> json, FieldValues values)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonCutter.MostDepth });
        var depth = 0;
        _path[0] = shape;
        reader.Read();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var child = Find(_path[depth]!, ref reader);
                    reader.Read();
                    if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    {
                        Keep(child, ref reader, values);
                    }
                    else if (child is null)
                    {
                        reader.Skip();
                    }
                    else
                    {
                        _path[++depth] = child;
                    }

                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    _path[depth + 1] = _path[depth];
                    depth++;
                    break;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    depth--;
                    break;
                default:
                    Keep(_path[depth], ref reader, values);
                    break;
            }
        }
    }

    private static JsonNode? Find(JsonNode node, ref Utf8JsonReader reader)
    {
        const int Longest = 256;
        if (!reader.ValueIsEscaped || reader.ValueSpan.Length > Longest)
        {
            return node.Find(reader.ValueSpan);
        }

        Span<byte> name = stackalloc byte[Longest];
        try
        {
            return node.Find(name[..reader.CopyString(name)]);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no name of ours.
            return null;
        }
    }

    private static void Keep(JsonNode? node, ref Utf8JsonReader reader, FieldValues values)
    {
        if (node is not { Slot: >= 0 } || reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (!reader.ValueIsEscaped)
        {
            values.Add(node.Slot, reader.ValueSpan);
            return;
        }

        try
        {
            values.Take(node.Slot, reader.CopyString(values.Room(reader.ValueSpan.Length)));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: the text stays as the file writes it, so that two that differ stay two.
            values.Add(node.Slot, reader.ValueSpan);
        }
    }
}
