using System.Text.Json;
using System.Text.Json.Nodes;
using Rosewood.Tenancy.Login;
using Rosewood.Tenancy.Query;

namespace Rosewood.Tenancy.Server;

/// <summary>One Graph request as the services see it.</summary>
internal sealed class GraphRequest
{
    public required TenantState State { get; init; }

    public required string Method { get; init; }

    /// <summary><c>v1.0</c> or <c>beta</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The decoded path below the version, without slashes at its ends.</summary>
    public required string Path { get; init; }

    /// <summary>Scheme, host and port as the client wrote them.</summary>
    public required string Host { get; init; }

    public required ODataQuery Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required AccessToken Token { get; init; }

    public required FaultKind Fault { get; init; }

    /// <summary>What stood in the path for the braces of the route's template, in order.</summary>
    public IReadOnlyList<string> Ids { get; set; } = [];

    public bool IsBeta => string.Equals(Version, "beta", StringComparison.Ordinal);

    public bool IsEventual => Headers.TryGetValue("ConsistencyLevel", out var level) && string.Equals(level, "eventual", StringComparison.OrdinalIgnoreCase);

    public DateTimeOffset Now => State.Options.Clock.GetUtcNow();

    public string Context(string path) => $"https://graph.microsoft.com/{Version}/$metadata#{path}";

    /// <summary>The body as a JSON object; refused as Graph refuses a malformed one.</summary>
    public JsonObject JsonBody()
    {
        if (!Headers.TryGetValue("Content-Type", out var type) || !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new GraphException(415, "Request_BadRequest", "A valid Content-Type header with the value 'application/json' is required.");
        }

        try
        {
            return JsonNode.Parse(Body.Span) as JsonObject ?? throw GraphException.BadRequest("Empty Payload. JSON content expected.");
        }
        catch (JsonException)
        {
            throw GraphException.BadRequest("Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
        }
    }
}
