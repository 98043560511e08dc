using System.Globalization;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>
/// What of a record is kept: nothing that no rule of the policy asks for ever reaches the disk. A path is written as
/// <c>deviceDetail.browser</c>; lists are passed through.
/// </summary>
internal sealed class RecordShape
{
    private readonly Node _root = new();
    private readonly string _time;
    private readonly string[] _id;

    /// <summary>A shape.</summary>
    /// <param name="time">The property that says when; empty: records have no time.</param>
    /// <param name="id">The properties that together make a record one.</param>
    /// <param name="kept">The paths of what is kept.</param>
    public RecordShape(string time, string[] id, params string[] kept)
    {
        _time = time;
        _id = id;
        foreach (var path in kept)
        {
            var node = _root;
            foreach (var name in path.Split('.'))
            {
                node = node.Children.TryGetValue(name, out var child) ? child : node.Children[name] = new Node();
            }
        }
    }

    /// <summary>What makes a record one; empty where it lacks it.</summary>
    public string IdOf(JsonElement record)
    {
        if (_id is [var single])
        {
            return Text(record, single);
        }

        return _id.All(n => Text(record, n).Length > 0) ? string.Join('\n', _id.Select(n => Text(record, n))) : "";
    }

    /// <summary>When it was, UTC; null where it can't be read.</summary>
    public DateTimeOffset? TimeOf(JsonElement record) =>
        record.TryGetProperty(_time, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var at) ? at.ToUniversalTime() : null;

    /// <summary>Writes what is kept of a record.</summary>
    public void Write(JsonElement record, Utf8JsonWriter writer) => Write(record, _root, writer);

    private static string Text(JsonElement record, string name) => record.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Number ? value.GetDecimal().ToString(CultureInfo.InvariantCulture) : ""
        : "";

    private static void Write(JsonElement value, Node node, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
            {
                Write(item, node, writer);
            }

            writer.WriteEndArray();
        }
        else if (value.ValueKind != JsonValueKind.Object || node.Children.Count == 0)
        {
            value.WriteTo(writer);
        }
        else
        {
            writer.WriteStartObject();
            foreach (var property in value.EnumerateObject())
            {
                if (node.Children.TryGetValue(property.Name, out var child) && property.Value.ValueKind != JsonValueKind.Null)
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, child, writer);
                }
            }

            writer.WriteEndObject();
        }
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);
    }
}
