using System.Text.Json;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>One page of a list.</summary>
internal sealed class GraphPage : IDisposable
{
    private readonly JsonDocument _json;

    private GraphPage(JsonDocument json, JsonElement items)
    {
        _json = json;
        Items = items;
        Next = json.RootElement.TryGetProperty("@odata.nextLink", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;
    }

    /// <summary>Its records, valid until the page is disposed.</summary>
    public JsonElement Items { get; }

    /// <summary>Where the next page is; null: this is the last.</summary>
    public string? Next { get; }

    /// <summary>Reads a page; null where the text is broken or no page.</summary>
    public static async Task<GraphPage?> TryReadAsync(Stream body, CancellationToken cancellationToken)
    {
        JsonDocument json;
        try
        {
            json = await JsonDocument.ParseAsync(body, default, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }

        if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("value", out var items) && items.ValueKind == JsonValueKind.Array)
        {
            return new GraphPage(json, items);
        }

        json.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
