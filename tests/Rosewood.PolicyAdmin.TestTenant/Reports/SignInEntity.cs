using System.Text.Json;
using Rosewood.Tenancy.Query;

namespace Rosewood.Tenancy.Reports;

/// <summary>A sign-in as Graph writes it.</summary>
internal sealed class SignInEntity(SignInRecord record, bool isBeta) : IEntity
{
    public static readonly string[] Names =
    [
        "id", "createdDateTime", "userDisplayName", "userPrincipalName", "userId", "appId", "appDisplayName", "ipAddress", "clientAppUsed", "correlationId",
        "conditionalAccessStatus", "isInteractive", "riskDetail", "riskLevelAggregated", "riskLevelDuringSignIn", "riskState", "riskEventTypes", "riskEventTypes_v2",
        "resourceDisplayName", "resourceId", "status", "deviceDetail", "location", "appliedConditionalAccessPolicies", "signInEventTypes",
    ];

    public object? Value(string path) => path switch
    {
        "id" => record.Id,
        "createdDateTime" => TimeText.Whole(record.At),
        "userId" => record.UserId,
        "userPrincipalName" => record.UserPrincipalName,
        "userDisplayName" => record.UserDisplayName,
        "appDisplayName" => record.AppDisplayName,
        "ipAddress" => record.IpAddress,
        "clientAppUsed" => record.ClientAppUsed,
        "isInteractive" => record.IsInteractive,
        "status/errorCode" => (double)record.ErrorCode,
        "location/city" => record.City,
        "location/countryOrRegion" => record.Country,
        _ => null,
    };

    public IEnumerable<string> Texts(string path) => [record.IsInteractive ? "interactiveUser" : "nonInteractiveUser"];

    public void Write(Utf8JsonWriter writer, Selection selection)
    {
        Text("id", record.Id);
        if (selection.Has("createdDateTime"))
        {
            writer.WriteString("createdDateTime", TimeText.Of(record.At));
        }

        Text("userDisplayName", record.UserDisplayName);
        Text("userPrincipalName", record.UserPrincipalName);
        Text("userId", record.UserId);
        Text("appId", "00000002-0000-0ff1-ce00-000000000000");
        Text("appDisplayName", record.AppDisplayName);
        Text("ipAddress", record.IpAddress);
        Text("clientAppUsed", record.ClientAppUsed);
        Text("correlationId", record.Id);
        Text("conditionalAccessStatus", "notApplied");
        if (selection.Has("isInteractive"))
        {
            writer.WriteBoolean("isInteractive", record.IsInteractive);
        }

        if (isBeta && selection.Has("signInEventTypes"))
        {
            writer.WriteStartArray("signInEventTypes");
            writer.WriteStringValue(record.IsInteractive ? "interactiveUser" : "nonInteractiveUser");
            writer.WriteEndArray();
        }

        Text("riskDetail", "none");
        Text("riskLevelAggregated", "none");
        Text("riskLevelDuringSignIn", "none");
        Text("riskState", "none");
        Empty("riskEventTypes");
        Empty("riskEventTypes_v2");
        Text("resourceDisplayName", "Office 365 Exchange Online");
        Text("resourceId", "00000002-0000-0ff1-ce00-000000000000");
        Parts(writer, selection);
        Empty("appliedConditionalAccessPolicies");

        void Text(string name, string? value)
        {
            if (selection.Has(name))
            {
                writer.WriteString(name, value);
            }
        }

        void Empty(string name)
        {
            if (selection.Has(name))
            {
                writer.WriteStartArray(name);
                writer.WriteEndArray();
            }
        }
    }

    private void Parts(Utf8JsonWriter writer, Selection selection)
    {
        if (selection.Has("status"))
        {
            writer.WriteStartObject("status");
            writer.WriteNumber("errorCode", record.ErrorCode);
            writer.WriteString("failureReason", record.ErrorCode == 0 ? "Other." : record.FailureReason ?? "Error validating credentials due to invalid username or password.");
            writer.WriteNull("additionalDetails");
            writer.WriteEndObject();
        }

        if (selection.Has("deviceDetail"))
        {
            writer.WriteStartObject("deviceDetail");
            writer.WriteString("deviceId", record.DeviceId);
            writer.WriteString("displayName", record.DeviceName);
            writer.WriteString("operatingSystem", record.OperatingSystem);
            writer.WriteString("browser", record.Browser);
            writer.WriteBoolean("isCompliant", record.DeviceId.Length > 0);
            writer.WriteBoolean("isManaged", record.DeviceId.Length > 0);
            writer.WriteString("trustType", record.DeviceId.Length > 0 ? "Azure AD joined" : "");
            writer.WriteEndObject();
        }

        if (selection.Has("location"))
        {
            writer.WriteStartObject("location");
            writer.WriteString("city", record.City);
            writer.WriteString("state", "");
            writer.WriteString("countryOrRegion", record.Country);
            writer.WriteStartObject("geoCoordinates");
            writer.WriteNull("altitude");
            writer.WriteNumber("latitude", 53.8);
            writer.WriteNumber("longitude", -1.54);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }
}
