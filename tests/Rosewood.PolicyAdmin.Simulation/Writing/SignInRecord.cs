using System.Text.Json;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>Writes one <c>signIn</c> resource after another.</summary>
internal sealed class SignInRecord(Utf8JsonWriter writer, SchoolOptions options)
{
    private const string OfficePolicy = "5b7ddf2a-7b49-4c35-8a04-0c1c9f7f3a10";
    private const string LegacyPolicy = "c9a3a1cb-9f0c-4ab8-b7b4-2b2f0e9d8d21";

    public void Write(SignIn signIn)
    {
        var ids = Dice.Of(options.Seed, "record", signIn.Number, signIn.At);
        writer.WriteStartObject();
        writer.WriteString("id"u8, ids.Guid());
        Time("createdDateTime"u8, signIn.At);
        writer.WriteString("userDisplayName"u8, signIn.Account.DisplayName);
        writer.WriteString("userPrincipalName"u8, signIn.Account.UserPrincipalName);
        writer.WriteString("userId"u8, signIn.Account.UserId);
        writer.WriteString("appId"u8, signIn.App.Id);
        writer.WriteString("appDisplayName"u8, signIn.App.Name);
        writer.WriteString("ipAddress"u8, signIn.Egress.Address);
        writer.WriteString("clientAppUsed"u8, signIn.App.ClientApp);
        writer.WriteString("correlationId"u8, ids.Guid());
        writer.WriteString("conditionalAccessStatus"u8, signIn.ErrorCode == 53003 ? "failure" : signIn.ErrorCode == 0 ? "success" : "notApplied");
        writer.WriteBoolean("isInteractive"u8, signIn.IsInteractive);
        writer.WriteString("riskDetail"u8, "none");
        writer.WriteString("riskLevelAggregated"u8, "none");
        writer.WriteString("riskLevelDuringSignIn"u8, "none");
        writer.WriteString("riskState"u8, "none");
        writer.WriteStartArray("riskEventTypes"u8);
        writer.WriteEndArray();
        writer.WriteStartArray("riskEventTypes_v2"u8);
        writer.WriteEndArray();
        writer.WriteString("resourceDisplayName"u8, signIn.App.Resource);
        writer.WriteString("resourceId"u8, signIn.App.ResourceId);
        Status(signIn);
        DeviceDetail(signIn);
        Location(signIn.Egress);
        Policies(signIn);
        if (options.BetaFields)
        {
            new BetaFields(writer).Write(signIn, ids);
        }

        writer.WriteEndObject();
    }

    private void Time(ReadOnlySpan<byte> name, long at)
    {
        Span<byte> text = stackalloc byte[20];
        DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime.TryFormat(text, out var length, "yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        writer.WriteString(name, text[..length]);
    }

    private void Status(SignIn signIn)
    {
        writer.WriteStartObject("status"u8);
        writer.WriteNumber("errorCode"u8, signIn.ErrorCode);
        writer.WriteString("failureReason"u8, signIn.ErrorCode switch
        {
            0 => "Other.",
            50126 => "Error validating credentials due to invalid username or password.",
            500121 => "Authentication failed during strong authentication request.",
            53003 => "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
            _ => "Sign-in failed.",
        });
        var details = signIn.SecondFactor switch
        {
            SecondFactor.InToken => "MFA requirement satisfied by claim in the token",
            SecondFactor.App or SecondFactor.PhoneCall => "MFA completed in Azure AD",
            SecondFactor.Missed => "MFA denied; user did not respond to mobile app notification",
            SecondFactor.Refused => "MFA denied; user declined the authentication",
            _ => null,
        };
        writer.WriteString("additionalDetails"u8, details);
        writer.WriteEndObject();
    }

    private void DeviceDetail(SignIn signIn)
    {
        var device = signIn.Device;
        var isKnown = signIn.DeviceId.Length > 0;
        writer.WriteStartObject("deviceDetail"u8);
        writer.WriteString("deviceId"u8, signIn.DeviceId);
        writer.WriteString("displayName"u8, isKnown ? device.Name : "");
        writer.WriteString("operatingSystem"u8, device.OperatingSystem);
        writer.WriteString("browser"u8, signIn.App.ClientApp is "Browser" ? device.Browser : device.Kind is DeviceKind.OwnPhone or DeviceKind.SchoolMobile ? "" : "Rich Client 5.2.8.0");
        writer.WriteBoolean("isCompliant"u8, isKnown);
        writer.WriteBoolean("isManaged"u8, isKnown);
        writer.WriteString("trustType"u8, !isKnown ? "" : device.Kind == DeviceKind.SchoolMobile ? "Azure AD registered" : "Hybrid Azure AD joined");
        writer.WriteEndObject();
    }

    private void Location(Egress egress)
    {
        writer.WriteStartObject("location"u8);
        writer.WriteString("city"u8, egress.City);
        writer.WriteString("state"u8, egress.State);
        writer.WriteString("countryOrRegion"u8, egress.Country);
        writer.WriteStartObject("geoCoordinates"u8);
        writer.WriteNull("altitude"u8);
        writer.WriteNumber("latitude"u8, Math.Round(egress.Latitude, 4));
        writer.WriteNumber("longitude"u8, Math.Round(egress.Longitude, 4));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Policies(SignIn signIn)
    {
        writer.WriteStartArray("appliedConditionalAccessPolicies"u8);
        Policy(OfficePolicy, "Second factor outside school and for leaders and office", "Mfa", signIn.ErrorCode switch { 0 => "success", 53003 => "failure", _ => "notApplied" });
        Policy(LegacyPolicy, "Block older protocols", "Block", "notApplied");
        writer.WriteEndArray();
    }

    private void Policy(string id, string name, string control, string result)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteString("displayName"u8, name);
        writer.WriteStartArray("enforcedGrantControls"u8);
        writer.WriteStringValue(control);
        writer.WriteEndArray();
        writer.WriteStartArray("enforcedSessionControls"u8);
        writer.WriteEndArray();
        writer.WriteString("result"u8, result);
        writer.WriteEndObject();
    }
}
