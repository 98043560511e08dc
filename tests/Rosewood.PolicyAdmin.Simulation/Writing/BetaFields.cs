using System.Globalization;
using System.Text.Json;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>What Graph's beta tells beside: the sort of sign-in, the network's number, how and on which phone the second factor went.</summary>
internal sealed class BetaFields(Utf8JsonWriter writer)
{
    public void Write(SignIn signIn, Dice ids)
    {
        writer.WriteString("authenticationRequirement"u8, signIn.SecondFactor == SecondFactor.None ? "singleFactorAuthentication" : "multiFactorAuthentication");
        writer.WriteStartArray("signInEventTypes"u8);
        writer.WriteStringValue(signIn.IsInteractive ? "interactiveUser" : "nonInteractiveUser");
        writer.WriteEndArray();
        writer.WriteNumber("autonomousSystemNumber"u8, signIn.Egress.AutonomousSystem);
        writer.WriteString("userAgent"u8, signIn.App.ClientApp is "Browser" ? signIn.Device.Browser : "");
        writer.WriteString("uniqueTokenIdentifier"u8, ids.Guid());
        writer.WriteString("incomingTokenType"u8, signIn.Device.KeepsSecurityLog && !signIn.IsInteractive ? "primaryRefreshToken" : "none");
        writer.WriteString("userType"u8, "member");
        Details(signIn);
        AppDevice(signIn);
        Mfa(signIn);
    }

    private static string? Method(SecondFactor factor) => factor switch
    {
        SecondFactor.App or SecondFactor.Missed or SecondFactor.Refused => "Mobile app notification",
        SecondFactor.PhoneCall => "Phone call approval (Authentication phone)",
        _ => null,
    };

    private static string PhoneId(SimulatedDevice phone)
    {
        // A registration of the authenticator app has an id of its own, which the phone's mail does not show.
        var hash = 1469598103934665603UL;
        foreach (var letter in phone.Name)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return Dice.Of(hash, "authenticator").Guid();
    }

    private void Details(SignIn signIn)
    {
        writer.WriteStartArray("authenticationDetails"u8);
        Step(signIn, signIn.IsInteractive && signIn.SecondFactor != SecondFactor.InToken ? "Password" : "Previously satisfied", signIn.ErrorCode != 50126, signIn.ErrorCode == 50126 ? "Invalid username or password or Invalid on-premise username or password." : "First factor requirement satisfied by claim in the token", "primary");
        if (Method(signIn.SecondFactor) is { } method)
        {
            Step(signIn, method, signIn.ErrorCode == 0, signIn.ErrorCode == 0 ? "MFA completed in Azure AD" : signIn.SecondFactor == SecondFactor.Refused ? "MFA denied; user declined the authentication" : "MFA denied; user did not respond to mobile app notification", "multiFactor");
        }

        writer.WriteEndArray();
    }

    private void Step(SignIn signIn, string method, bool succeeded, string detail, string requirement)
    {
        writer.WriteStartObject();
        writer.WriteString("authenticationStepDateTime"u8, DateTimeOffset.FromUnixTimeMilliseconds(signIn.At).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        writer.WriteString("authenticationMethod"u8, method);
        writer.WriteNull("authenticationMethodDetail"u8);
        writer.WriteBoolean("succeeded"u8, succeeded);
        writer.WriteString("authenticationStepResultDetail"u8, detail);
        writer.WriteString("authenticationStepRequirement"u8, requirement);
        writer.WriteEndObject();
    }

    private void AppDevice(SignIn signIn)
    {
        if (signIn.Approver is not { } phone || signIn.SecondFactor != SecondFactor.App)
        {
            writer.WriteNull("authenticationAppDeviceDetails"u8);
            return;
        }

        writer.WriteStartObject("authenticationAppDeviceDetails"u8);
        writer.WriteString("deviceId"u8, PhoneId(phone));
        writer.WriteString("operatingSystem"u8, phone.OperatingSystem.Split(' ')[0]);
        writer.WriteString("appVersion"u8, "6.8.31");
        writer.WriteString("clientApp"u8, "microsoftAuthenticator");
        writer.WriteEndObject();
    }

    private void Mfa(SignIn signIn)
    {
        if (Method(signIn.SecondFactor) is not { } method)
        {
            writer.WriteNull("mfaDetail"u8);
            return;
        }

        writer.WriteStartObject("mfaDetail"u8);
        writer.WriteString("authMethod"u8, method);
        if (signIn is { SecondFactor: SecondFactor.PhoneCall, Approver: { } phone })
        {
            // Graph shows the last two digits.
            writer.WriteString("authDetail"u8, string.Create(CultureInfo.InvariantCulture, $"+44 XXXXXXXX{(phone.Of?.Number ?? 0) % 100:00}"));
        }
        else
        {
            writer.WriteNull("authDetail"u8);
        }

        writer.WriteEndObject();
    }
}
