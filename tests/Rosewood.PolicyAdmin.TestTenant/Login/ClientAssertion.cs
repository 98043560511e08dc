using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Rosewood.Tenancy.Login;

/// <summary>Checks the signed assertion with which an application proves that it has its certificate's key.</summary>
internal static class ClientAssertion
{
    /// <summary>Checks shape, algorithm, thumbprint, issuer, audience, validity and, when the certificate is known, the signature.</summary>
    /// <exception cref="LoginError">With the code that Entra gives for it.</exception>
    public static void Check(string assertion, TestTenantOptions options, string tokenEndpoint, DateTimeOffset now)
    {
        var parts = assertion.Split('.');
        if (parts.Length != 3 || Read(parts[0]) is not { } header || Read(parts[1]) is not { } claims)
        {
            throw new LoginError(400, "invalid_request", 50027, "JWT token is invalid or malformed.");
        }

        var algorithm = Text(header, "alg");
        var thumbprint = Thumbprint(header);
        if (algorithm is not ("RS256" or "PS256") || thumbprint is null)
        {
            throw Invalid("Client assertion contains an invalid signature. The key was not found.");
        }

        if (options.ClientThumbprint is { } known && thumbprint.Length == 40 && !string.Equals(known, thumbprint, StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid($"The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '{thumbprint}']");
        }

        if (!string.Equals(Text(claims, "iss"), options.ClientId, StringComparison.OrdinalIgnoreCase) || !string.Equals(Text(claims, "sub"), options.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            throw new LoginError(401, "invalid_client", 700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
        }

        var audience = Text(claims, "aud") ?? "";
        var official = $"https://login.microsoftonline.com/{options.TenantId}/oauth2/v2.0/token";
        if (!string.Equals(audience, tokenEndpoint, StringComparison.OrdinalIgnoreCase) && !string.Equals(audience, official, StringComparison.OrdinalIgnoreCase))
        {
            throw new LoginError(401, "invalid_client", 700023, $"Client assertion audience claim does not match Realm issuer. (audience '{audience}')");
        }

        if (Seconds(claims, "exp") is not { } expires || expires <= now.AddMinutes(-5) || (Seconds(claims, "nbf") is { } from && from > now.AddMinutes(5)))
        {
            throw new LoginError(401, "invalid_client", 700024, "Client assertion is not within its valid time range.");
        }

        if (options.ClientCertificate is { } certificate)
        {
            if (certificate.NotAfter.ToUniversalTime() < now.UtcDateTime)
            {
                throw Invalid("The certificate used to sign the client assertion is expired. [Reason - The key used is expired.]");
            }

            CheckSignature(parts, algorithm, certificate);
        }
    }

    private static void CheckSignature(string[] parts, string algorithm, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        var padding = algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        var signed = Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]);
        if (key is null || !key.VerifyData(signed, Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, padding))
        {
            throw Invalid("Client assertion contains an invalid signature. [Reason - The key was found, but use of the key to verify the signature failed.]");
        }
    }

    private static LoginError Invalid(string text) => new(401, "invalid_client", 700027, text);

    private static JsonElement? Read(string part)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(part)) is { ValueKind: JsonValueKind.Object } element ? element : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The thumbprint as hex: SHA-1 (40 digits) where the header has it, else SHA-256.</summary>
    private static string? Thumbprint(JsonElement header)
    {
        var text = Text(header, "x5t") ?? Text(header, "x5t#S256");
        return text is null ? null : Convert.ToHexString(Base64Url.DecodeFromChars(text.TrimEnd('=')));
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A moment; some libraries write the number as text.</summary>
    private static DateTimeOffset? Seconds(JsonElement element, string name)
        => element.TryGetProperty(name, out var value)
            && long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
