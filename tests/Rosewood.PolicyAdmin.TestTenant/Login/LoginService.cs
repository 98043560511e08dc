using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Login;

/// <summary>What the login host answers: tokens, device codes and discovery; and the machine's own identity endpoint.</summary>
internal sealed class LoginService(TenantState state)
{
    private readonly Dictionary<string, DeviceCode> devices = new(StringComparer.Ordinal);
    private int number;

    /// <summary>Lets the person of every device code that waits sign in, as this user.</summary>
    public void ApproveDevices(string userId)
    {
        foreach (var (code, device) in devices)
        {
            devices[code] = device with { PollsLeft = 0, UserId = userId };
        }
    }

    /// <summary>Lets the person of every device code that waits refuse.</summary>
    public void DeclineDevices()
    {
        foreach (var (code, device) in devices)
        {
            devices[code] = device with { IsDeclined = true };
        }
    }

    /// <summary>Answers, or null when the path is not the login's.</summary>
    /// <exception cref="LoginError">The refusal.</exception>
    public JsonObject? Answer(string method, string host, string path, IReadOnlyDictionary<string, string> query, IReadOnlyDictionary<string, string> headers, string body)
    {
        var segments = path.Trim('/').Split('/');
        if (string.Equals(path, "/metadata/identity/oauth2/token", StringComparison.OrdinalIgnoreCase))
        {
            return ManagedIdentity(query, headers);
        }

        if (string.Equals(path, "/common/discovery/instance", StringComparison.OrdinalIgnoreCase))
        {
            return Instance(host);
        }

        if (segments.Length < 3)
        {
            return null;
        }

        var form = Query.ODataQuery.Parse(body).Options;
        return (method, string.Join('/', segments[1..])) switch
        {
            ("GET", "v2.0/.well-known/openid-configuration") => OpenId(host, Tenant(segments[0])),
            ("POST", "oauth2/v2.0/token") => Token(host, Tenant(segments[0]), form),
            ("POST", "oauth2/v2.0/devicecode") => Device(host, Tenant(segments[0]), form),
            _ => null,
        };
    }

    private string Tenant(string segment)
        => string.Equals(segment, state.Options.TenantId, StringComparison.OrdinalIgnoreCase) || segment is "organizations" or "common"
            ? segment
            : throw new LoginError(400, "invalid_request", 90002, $"Tenant '{segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.");

    private JsonObject Token(string host, string tenant, IReadOnlyDictionary<string, string> form)
    {
        CheckClient(form);
        switch (form.GetValueOrDefault("grant_type"))
        {
            case "client_credentials":
                if (form.GetValueOrDefault("scope") is not { } scope || !scope.EndsWith("/.default", StringComparison.Ordinal))
                {
                    throw new LoginError(400, "invalid_scope", 1002012, $"The provided value for scope {form.GetValueOrDefault("scope")} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).");
                }

                if (form.GetValueOrDefault("client_assertion") is not { } assertion
                    || !string.Equals(form.GetValueOrDefault("client_assertion_type"), "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StringComparison.Ordinal))
                {
                    throw new LoginError(401, "invalid_client", 7000216, "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.");
                }

                ClientAssertion.Check(assertion, state.Options, $"{host}/{tenant}/oauth2/v2.0/token", state.Now);
                return Bearer(state.Tokens.Issue(null), "");
            // MSAL sends the short name, which Entra takes too.
            case "urn:ietf:params:oauth:grant-type:device_code" or "device_code":
                return Poll(form);
            case "refresh_token" when form.GetValueOrDefault("refresh_token") is { } refresh && refresh.StartsWith("refresh ", StringComparison.Ordinal):
                return Delegated(refresh[8..], form.GetValueOrDefault("scope") ?? "");
            default:
                throw new LoginError(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{form.GetValueOrDefault("grant_type")}'.");
        }
    }

    private void CheckClient(IReadOnlyDictionary<string, string> form)
    {
        var client = form.GetValueOrDefault("client_id") ?? throw new LoginError(400, "invalid_request", 900144, "The request body must contain the following parameter: 'client_id'.");
        if (!string.Equals(client, state.Options.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            throw new LoginError(400, "unauthorized_client", 700016, $"Application with identifier '{client}' was not found in the directory 'Rosewood'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.");
        }
    }

    private JsonObject Device(string host, string tenant, IReadOnlyDictionary<string, string> form)
    {
        CheckClient(form);
        var code = "device-" + (++number).ToString(CultureInfo.InvariantCulture);
        devices[code] = new DeviceCode(state.Now.AddMinutes(15), state.Options.DeviceCodePolls, null, false, form.GetValueOrDefault("scope") ?? "");
        var user = "TEST" + number.ToString("D5", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["user_code"] = user,
            ["device_code"] = code,
            ["verification_uri"] = $"{host}/{tenant}/devicelogin",
            ["expires_in"] = 900,
            ["interval"] = 1,
            ["message"] = $"To sign in, use a web browser to open the page {host}/{tenant}/devicelogin and enter the code {user} to authenticate.",
        };
    }

    private JsonObject Poll(IReadOnlyDictionary<string, string> form)
    {
        var code = form.GetValueOrDefault("device_code") ?? "";
        if (!devices.TryGetValue(code, out var device))
        {
            throw new LoginError(400, "bad_verification_code", 70012, "The device code is unknown or was used.");
        }

        if (device.Expires <= state.Now)
        {
            throw new LoginError(400, "expired_token", 70020, "The provided value for the input parameter 'device_code' is not valid. This code has expired.");
        }

        if (device.IsDeclined)
        {
            throw new LoginError(400, "authorization_declined", 65004, "User declined to consent to access the app.");
        }

        if (device.PollsLeft is not 0)
        {
            devices[code] = device with { PollsLeft = device.PollsLeft - 1 };
            throw new LoginError(400, "authorization_pending", 70016, "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
        }

        devices.Remove(code);
        return Delegated(device.UserId ?? state.Directory.FirstUserId, device.Scope);
    }

    private JsonObject Delegated(string userId, string scope)
    {
        var answer = Bearer(state.Tokens.Issue(userId), scope);
        var now = state.Now.ToUnixTimeSeconds();
        answer["refresh_token"] = "refresh " + userId;
        answer["id_token"] = TokenRegistry.Jwt(new(StringComparer.Ordinal)
        {
            ["aud"] = state.Options.ClientId,
            ["iss"] = $"https://login.microsoftonline.com/{state.Options.TenantId}/v2.0",
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
            ["oid"] = userId,
            ["sub"] = userId,
            ["tid"] = state.Options.TenantId,
            ["preferred_username"] = state.Directory.Find(userId)?.UserPrincipalName ?? userId,
            ["ver"] = "2.0",
        });
        answer["client_info"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{{\"uid\":\"{userId}\",\"utid\":\"{state.Options.TenantId}\"}}"));
        return answer;
    }

    private JsonObject Bearer(AccessToken token, string scope)
    {
        var seconds = (long)(token.Expires - state.Now).TotalSeconds;
        var answer = new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = seconds, ["ext_expires_in"] = seconds, ["access_token"] = token.Text };
        if (scope.Length > 0)
        {
            answer["scope"] = scope;
        }

        return answer;
    }

    private JsonObject ManagedIdentity(IReadOnlyDictionary<string, string> query, IReadOnlyDictionary<string, string> headers)
    {
        if (!headers.TryGetValue("Metadata", out var metadata) || !string.Equals(metadata, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new LoginError(400, "invalid_request", 0, "Required metadata header not specified.");
        }

        if (!query.ContainsKey("api-version") || query.GetValueOrDefault("resource")?.TrimEnd('/') is not "https://graph.microsoft.com")
        {
            throw new LoginError(400, "invalid_resource", 500011, "The resource principal was not found in the tenant, or the api-version is missing.");
        }

        var token = state.Tokens.Issue(null);
        return new JsonObject
        {
            ["access_token"] = token.Text,
            ["client_id"] = state.Options.ClientId,
            ["expires_in"] = ((long)(token.Expires - state.Now).TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["expires_on"] = token.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["resource"] = "https://graph.microsoft.com",
            ["token_type"] = "Bearer",
        };
    }

    private JsonObject OpenId(string host, string tenant) => new()
    {
        ["token_endpoint"] = $"{host}/{tenant}/oauth2/v2.0/token",
        ["device_authorization_endpoint"] = $"{host}/{tenant}/oauth2/v2.0/devicecode",
        ["authorization_endpoint"] = $"{host}/{tenant}/oauth2/v2.0/authorize",
        ["jwks_uri"] = $"{host}/{tenant}/discovery/v2.0/keys",
        ["issuer"] = $"https://login.microsoftonline.com/{state.Options.TenantId}/v2.0",
        ["response_types_supported"] = new JsonArray("code", "id_token"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    };

    private JsonObject Instance(string host)
    {
        var name = new Uri(host).Authority;
        return new JsonObject
        {
            ["tenant_discovery_endpoint"] = $"{host}/{state.Options.TenantId}/v2.0/.well-known/openid-configuration",
            ["api-version"] = "1.1",
            ["metadata"] = new JsonArray(new JsonObject { ["preferred_network"] = name, ["preferred_cache"] = name, ["aliases"] = new JsonArray(name) }),
        };
    }

    private sealed record DeviceCode(DateTimeOffset Expires, int? PollsLeft, string? UserId, bool IsDeclined, string Scope);
}
