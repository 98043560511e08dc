using System.Text.Json;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>Reads texts of the service's answers, which may lack a property or give it another kind.</summary>
internal static class JsonText
{
    /// <summary>A property's text; null where the property is missing, empty, or no text.</summary>
    public static string? Of(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
