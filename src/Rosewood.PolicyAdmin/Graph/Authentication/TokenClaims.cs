using System.Buffers.Text;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>What an access token says about itself. It is read to tell a person what the sign-in may do; the service alone decides by it.</summary>
/// <param name="TenantId">The tenant's id, or null.</param>
/// <param name="Account">The person's name, or the app's id.</param>
/// <param name="Permissions">Application roles or delegated scopes, in order.</param>
/// <param name="IsDelegated">Whether a person signed in: then what that person may not, the app may not either.</param>
internal sealed record TokenClaims(string? TenantId, string? Account, IReadOnlyList<string> Permissions, bool IsDelegated)
{
    /// <summary>Reads a token; null where it is none that can be read, which is no fault of it.</summary>
    public static TokenClaims? TryRead(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            var claims = json.RootElement;
            var scopes = Text(claims, "scp")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            IEnumerable<string> roles = claims.TryGetProperty("roles", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(static r => r.GetString() ?? "") : [];
            return new TokenClaims(
                Text(claims, "tid"),
                Text(claims, "upn") ?? Text(claims, "unique_name") ?? Text(claims, "app_displayname") ?? Text(claims, "appid"),
                [.. scopes.Concat(roles).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)],
                scopes.Length > 0);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
