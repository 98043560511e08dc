using System.Text.Json;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Reads one object for the places of its values; what does not matter is passed over.</summary>
/// <param name="shape">What matters.</param>
/// <param name="fields">Takes the places.</param>
internal sealed class JsonRecord(JsonNode shape, RecordFields fields)
{
    private readonly JsonNode[] _path = new JsonNode[JsonCutter.MostDepth + 2];

    /// <summary>Reads the object at whose beginning the reader stands.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public JsonObjectEnd Read(ref Utf8JsonReader reader)
    {
        var root = reader.CurrentDepth;
        var depth = 0;
        _path[0] = shape;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var isPage = depth == 0 && JsonCutter.IsValue(ref reader);
                    var child = Find(_path[depth], ref reader);
                    if (!reader.Read())
                    {
                        return JsonObjectEnd.Open;
                    }

                    if (child is null && isPage && reader.TokenType == JsonTokenType.StartArray)
                    {
                        return JsonObjectEnd.Page;
                    }

                    if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    {
                        Take(child, ref reader);
                    }
                    else if (child is null ? !reader.TrySkip() : child.IsPositional && !TryPositions(ref reader))
                    {
                        return JsonObjectEnd.Open;
                    }
                    else if (child is { IsPositional: false })
                    {
                        _path[++depth] = child;
                    }

                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    _path[depth + 1] = _path[depth];
                    depth++;
                    break;
                case JsonTokenType.EndObject when reader.CurrentDepth == root:
                    return JsonObjectEnd.Whole;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    depth--;
                    break;
                default:
                    Take(_path[depth], ref reader);
                    break;
            }
        }

        return JsonObjectEnd.Open;
    }

    private static JsonNode? Find(JsonNode node, ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return node.Find(reader.ValueSpan);
        }

        const int Longest = 256;
        if (reader.ValueSpan.Length > Longest)
        {
            return null;
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

    /// <summary>An array's elements by their position: each a value, or an object with a <c>Value</c>, which for a SID is an object with one again.</summary>
    private bool TryPositions(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return reader.TrySkip();
        }

        var array = reader.CurrentDepth;
        var position = -1;
        var isValue = false;
        while (reader.Read())
        {
            var isElement = reader.CurrentDepth == array + 1;
            switch (reader.TokenType)
            {
                case JsonTokenType.EndArray when reader.CurrentDepth == array:
                    return true;
                case JsonTokenType.PropertyName:
                    isValue = JsonCutter.IsValue(ref reader);
                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    position += isElement ? 1 : 0;
                    isValue = false;
                    break;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    break;
                default:
                    position += isElement ? 1 : 0;
                    if ((isElement || isValue) && position < RecordFields.MostPositions)
                    {
                        Keep(RecordFields.PositionSlot(position), ref reader);
                    }

                    break;
            }
        }

        return false;
    }

    private void Take(JsonNode? node, ref Utf8JsonReader reader)
    {
        if (node is { Slot: >= 0 } && reader.TokenType != JsonTokenType.Null)
        {
            Keep(node.Slot, ref reader);
        }
    }

    private void Keep(int slot, ref Utf8JsonReader reader)
    {
        var value = reader.ValueSpan;
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.String)
        {
            fields.Set(slot, start, value.Length);
            return;
        }

        if (!reader.ValueIsEscaped)
        {
            fields.Set(slot, start + 1, value.Length);
            return;
        }

        try
        {
            fields.SetRoom(slot, reader.CopyString(fields.Room(value.Length)));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8, among escapes: the text stays as the file writes it, so that two that differ stay two.
            fields.Set(slot, start + 1, value.Length);
        }
    }
}
