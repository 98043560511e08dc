using System.Buffers.Text;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>What an access token says about itself. It is read to tell a person what the sign-in may do; the service alone decides by it.</summary>
/// <param name="TenantId">The tenant's id, or null.</param>
/// <param name="Account">The person's name, or the app's id.</param>
/// <param name="Permissions">Application roles or delegated scopes, in order.</param>
internal sealed record TokenClaims(string? TenantId, string? Account, IReadOnlyList<string> Permissions)
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
            var scopes = JsonText.Of(claims, "scp")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            IEnumerable<string> roles = claims.TryGetProperty("roles", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(static r => r.GetString() ?? "") : [];
            return new TokenClaims(
                JsonText.Of(claims, "tid"),
                JsonText.Of(claims, "upn") ?? JsonText.Of(claims, "unique_name") ?? JsonText.Of(claims, "app_displayname") ?? JsonText.Of(claims, "appid"),
                [.. scopes.Concat(roles).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)]);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
