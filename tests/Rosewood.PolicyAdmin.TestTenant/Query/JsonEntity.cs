using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rosewood.Tenancy.Query;

/// <summary>A record that is kept as JSON.</summary>
internal sealed class JsonEntity(JsonObject json) : IEntity
{
    public JsonObject Json { get; } = json;

    public object? Value(string path)
    {
        JsonNode? node = Json;
        foreach (var part in path.Split('/'))
        {
            node = node is JsonObject o ? o[part] : null;
        }

        if (node is not JsonValue value)
        {
            return null;
        }

        return value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
            _ => value.GetValue<string>() is var text && path.EndsWith("DateTime", StringComparison.Ordinal)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : text,
        };
    }

    public IEnumerable<string> Texts(string path) => Json[path] is JsonArray array ? array.Select(n => n!.GetValue<string>()) : [];

    public void Write(Utf8JsonWriter writer, Selection selection)
    {
        foreach (var (name, value) in Json)
        {
            if (name.StartsWith('@') || selection.Has(name))
            {
                writer.WritePropertyName(name);
                if (value is null)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    value.WriteTo(writer);
                }
            }
        }
    }
}
