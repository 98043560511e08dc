using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>The one JSON form of outputs: PascalCase, enums by name, times ISO 8601 with offset, durations ISO 8601.</summary>
public static class PolicyJson
{
    /// <summary>Compact options.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, indented.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    /// <summary>A value by its run-time type as UTF-8.</summary>
    public static byte[] Serialise(object value, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), indented ? Indented : Options);
    }

    /// <summary>A value by its run-time type as text.</summary>
    public static string Text(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonSerializer.Serialize(value, value.GetType(), Options);
    }

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        WriteIndented = indented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new RoleSetConverter(), new DurationConverter() },
    };

    private sealed class RoleSetConverter : JsonConverter<RoleSet>
    {
        public override RoleSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RoleSet.Of(JsonSerializer.Deserialize<Role[]>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, RoleSet value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var role in value)
            {
                writer.WriteStringValue(role.ToString());
            }

            writer.WriteEndArray();
        }
    }

    private sealed class DurationConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            XmlConvert.ToTimeSpan(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteStringValue(XmlConvert.ToString(value));
    }
}
