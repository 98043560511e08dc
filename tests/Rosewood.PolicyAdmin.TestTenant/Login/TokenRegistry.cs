using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Login;

/// <summary>Issues tokens and knows them again.</summary>
internal sealed class TokenRegistry(TenantState state)
{
    private readonly Dictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);
    private int number;

    /// <summary>Issues a token with the permissions that are consented at this moment.</summary>
    public AccessToken Issue(string? userId, TimeSpan? lifetime = null)
    {
        var now = state.Now;
        var permissions = state.Consented.Order(StringComparer.Ordinal).ToArray();
        var expires = now + (lifetime ?? state.Options.TokenLifetime);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["aud"] = "https://graph.microsoft.com",
            ["iss"] = $"https://sts.windows.net/{state.Options.TenantId}/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["appid"] = state.Options.ClientId,
            ["tid"] = state.Options.TenantId,
            ["uti"] = "test" + (++number).ToString(CultureInfo.InvariantCulture),
        };
        if (userId is null)
        {
            claims["idtyp"] = "app";
            claims["roles"] = permissions;
        }
        else
        {
            claims["oid"] = userId;
            claims["scp"] = string.Join(' ', permissions);
        }

        var token = new AccessToken(Jwt(claims), expires, permissions.ToHashSet(StringComparer.Ordinal), userId);
        tokens[token.Text] = token;
        return token;
    }

    /// <summary>The token of an Authorization header.</summary>
    /// <exception cref="GraphException">401 when there is none, an unknown or an expired one.</exception>
    public AccessToken Check(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return state.Options.AcceptAnonymous
                ? new AccessToken("", DateTimeOffset.MaxValue, state.Consented, null)
                : throw Refusal("Access token is empty.");
        }

        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || !tokens.TryGetValue(header[7..].Trim(), out var token))
        {
            throw Refusal("CompactToken parsing failed with error code: 80049217");
        }

        return token.Expires > state.Now ? token : throw Refusal("Lifetime validation failed, the token is expired.");
    }

    /// <summary>A JSON web token with a signature that nobody is meant to check.</summary>
    public static string Jwt(Dictionary<string, object> claims)
        => Part(new { typ = "JWT", alg = "RS256", kid = "test-tenant" }) + "." + Part(claims) + "." + Base64Url.EncodeToString("not signed"u8);

    private static string Part(object value) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value)));

    private static GraphException Refusal(string message) => new(401, "InvalidAuthenticationToken", message)
    {
        Headers =
        {
            ["WWW-Authenticate"] = "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"",
        },
    };
}
