using Rosewood.PolicyAdmin.Exports;
using static Rosewood.PolicyAdmin.SignIns.Reading.SignInField;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// What records look like in JSON: Graph's signIn resource, v1.0 and beta, and Windows events as PowerShell writes them. PowerShell 5.1
/// writes a date as <c>"/Date(…)/"</c>, or as an object with it as <c>value</c> and its text as <c>DateTime</c>.
/// </summary>
internal static class JsonShapes
{
    /// <summary>Graph's signIn.</summary>
    public static readonly JsonNode Entra = Root(
        ("createdDateTime", Time),
        ("createdDateTime.value", Time),
        ("createdDateTime.DateTime", Time),
        ("userPrincipalName", Account),
        ("status.errorCode", ErrorCode),
        ("status.additionalDetails", Detail),
        ("authenticationDetails.authenticationStepResultDetail", StepDetail),
        ("signInEventTypes", EventType),
        ("isInteractive", IsInteractive),
        ("deviceDetail.deviceId", DeviceId),
        ("deviceDetail.displayName", DeviceName),
        ("deviceDetail.operatingSystem", SignInField.OperatingSystem),
        ("deviceDetail.browser", Browser),
        ("clientAppUsed", ClientApp),
        ("appDisplayName", Application),
        ("resourceDisplayName", Resource),
        ("ipAddress", Address),
        ("location.city", City),
        ("location.countryOrRegion", Country),
        ("location.geoCoordinates.latitude", Latitude),
        ("location.geoCoordinates.longitude", Longitude),
        ("autonomousSystemNumber", AutonomousSystem),
        ("authenticationAppDeviceDetails.deviceId", AuthenticatorId));

    /// <summary>A Windows event, whole (<c>Get-WinEvent</c>) or as an object with the fields that somebody selected.</summary>
    public static readonly JsonNode Windows = Root(
        ("TimeCreated", Time),
        ("TimeCreated.value", Time),
        ("TimeCreated.DateTime", Time),
        ("Id", EventId),
        ("EventId", EventId),
        ("Event ID", EventId),
        ("MachineName", DeviceName),
        ("Computer", DeviceName),
        ("ComputerName", DeviceName),
        ("TargetUserName", Account),
        ("AccountName", Account),
        ("UserName", OtherAccount),
        ("User", OtherAccount),
        ("Account", OtherAccount),
        ("TargetDomainName", Domain),
        ("AccountDomain", Domain),
        ("Domain", Domain),
        ("TargetUserSid", Sid),
        ("TargetUserSid.Value", Sid),
        ("LogonType", LogonType),
        ("IpAddress", Address),
        ("ClientAddress", Address),
        ("SourceNetworkAddress", Address),
        ("WorkstationName", Workstation),
        ("Workstation", Workstation),
        ("ClientName", ClientName),
        ("Status", Status),
        ("SubStatus", SubStatus),
        ("Keywords", Keywords),
        ("KeywordsDisplayNames", Keywords),
        ("Properties[]", default),
        ("Message", Message),
        ("Xml", Xml),
        ("EventXml", Xml),
        ("ToXml", Xml));

    /// <summary>What tells the two apart: a sign-in of Entra has an account or an application, an event of Windows its own fields.</summary>
    public static readonly JsonNode Either = Root(
        ("createdDateTime", Application),
        ("createdDateTime.value", Application),
        ("createdDateTime.DateTime", Application),
        ("userPrincipalName", Application),
        ("TimeCreated", EventId),
        ("TimeCreated.value", EventId),
        ("TimeCreated.DateTime", EventId),
        ("TargetUserName", EventId),
        ("Xml", EventId),
        ("EventXml", EventId),
        ("ToXml", EventId));

    private static JsonNode Root(params (string Path, SignInField Field)[] fields) => JsonNode.Root(fields.Select(static f => (f.Path, RecordFields.Slot(f.Field))));
}
