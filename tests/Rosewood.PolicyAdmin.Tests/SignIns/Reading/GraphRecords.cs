using System.Globalization;

namespace Rosewood.PolicyAdmin.Tests.SignIns.Reading;

/// <summary>Records in the documented shape of Graph's signIn resource.</summary>
internal static class GraphRecords
{
    /// <summary>Version 1.0, every property that it documents.</summary>
    public const string Version1 = """
        {
          "id": "a1b2c3d4-0000-4000-8000-000000000001",
          "createdDateTime": "2026-11-05T14:03:22Z",
          "userDisplayName": "Nell Ames",
          "userPrincipalName": "N.Ames@rosewood.example",
          "userId": "a1b2c3d4-0000-4000-8000-000000000002",
          "appId": "a1b2c3d4-0000-4000-8000-000000000003",
          "appDisplayName": "Office 365 Exchange Online",
          "ipAddress": "81.2.69.144",
          "clientAppUsed": "Browser",
          "correlationId": "a1b2c3d4-0000-4000-8000-000000000004",
          "conditionalAccessStatus": "success",
          "isInteractive": true,
          "riskDetail": "none",
          "riskLevelAggregated": "none",
          "riskLevelDuringSignIn": "none",
          "riskState": "none",
          "riskEventTypes": [],
          "riskEventTypes_v2": [],
          "resourceDisplayName": "Windows Azure Active Directory",
          "resourceId": "00000002-0000-0000-c000-000000000000",
          "status": { "errorCode": 0, "failureReason": "Other.", "additionalDetails": null },
          "deviceDetail": {
            "deviceId": "a1b2c3d4-0000-4000-8000-000000000005",
            "displayName": "STAFF-LAPTOP-07",
            "operatingSystem": "Windows 10",
            "browser": "Edge 131.0.0",
            "isCompliant": true,
            "isManaged": true,
            "trustType": "Azure AD joined"
          },
          "location": {
            "city": "Leeds",
            "state": "West Yorkshire",
            "countryOrRegion": "GB",
            "geoCoordinates": { "altitude": null, "latitude": 53.8, "longitude": -1.55 }
          },
          "appliedConditionalAccessPolicies": [
            { "id": "p1", "displayName": "Staff: second factor", "enforcedGrantControls": ["Mfa"], "enforcedSessionControls": [], "result": "success" }
          ]
        }
        """;

    /// <summary>The beta version, with what it has besides.</summary>
    public const string Beta = """
        {
          "id": "a1b2c3d4-0000-4000-8000-000000000011",
          "createdDateTime": "2026-11-05T14:05:00.1234567Z",
          "userDisplayName": "Nell Ames",
          "userPrincipalName": "n.ames@rosewood.example",
          "userId": "a1b2c3d4-0000-4000-8000-000000000002",
          "userType": "member",
          "appDisplayName": "Microsoft Teams",
          "ipAddress": "2001:db8::7",
          "clientAppUsed": "Mobile Apps and Desktop clients",
          "userAgent": "Mozilla/5.0 (iPhone)",
          "authenticationRequirement": "multiFactorAuthentication",
          "incomingTokenType": "none",
          "isInteractive": true,
          "signInEventTypes": ["interactiveUser"],
          "autonomousSystemNumber": 2856,
          "crossTenantAccessType": "none",
          "status": { "errorCode": 500121, "failureReason": "Second factor", "additionalDetails": "MFA denied; user declined the authentication" },
          "deviceDetail": { "deviceId": "", "displayName": "", "operatingSystem": "Ios 17.4", "browser": "", "isCompliant": false, "isManaged": false, "trustType": "" },
          "location": { "city": "", "state": "", "countryOrRegion": "GB", "geoCoordinates": {} },
          "authenticationDetails": [
            { "authenticationStepDateTime": "2026-11-05T14:04:50Z", "authenticationMethod": "Password", "succeeded": true, "authenticationStepResultDetail": "Correct password" },
            { "authenticationStepDateTime": "2026-11-05T14:05:00Z", "authenticationMethod": "Mobile app notification", "succeeded": false, "authenticationStepResultDetail": "MFA denied; user declined the authentication" }
          ],
          "authenticationAppDeviceDetails": { "deviceId": "phone-1", "operatingSystem": "iOS 17.4", "clientApp": "Microsoft Authenticator", "appVersion": "6.8" },
          "networkLocationDetails": [ { "networkType": "namedNetwork", "networkNames": ["School"] } ],
          "mfaDetail": null
        }
        """;

    /// <summary>A small record.</summary>
    public static string Small(int number, string account = "n.ames@rosewood.example", string more = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"{{number}}","createdDateTime":"2026-11-05T14:{{number / 60 % 60:00}}:{{number % 60:00}}Z","userPrincipalName":"{{account}}","isInteractive":true,"status":{"errorCode":0}{{more}}}""");

    /// <summary>A small record with an outcome.</summary>
    public static string Ended(int code, string? detail = null, string? step = null) =>
        "{\"createdDateTime\":\"2026-11-05T14:00:00Z\",\"userPrincipalName\":\"a@b.example\",\"isInteractive\":true,\"status\":{\"errorCode\":" + code.ToString(CultureInfo.InvariantCulture)
        + (detail is null ? "" : ",\"additionalDetails\":\"" + detail + "\"") + "}"
        + (step is null ? "" : ",\"authenticationDetails\":[{\"authenticationStepResultDetail\":\"Correct password\"},{\"authenticationStepResultDetail\":\"" + step + "\"}]") + "}";
}
