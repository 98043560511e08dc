using System.Globalization;
using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>The sources that have a time. Filters name the documented operators only (ge and le); the reader filters again.</summary>
internal static class SliceFeeds
{
    private const int PageOfReports = 1000;
    private const int PageOfTraces = 5000;
    private static readonly TimeSpan ReportsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan ReportsLate = TimeSpan.FromHours(8);

    private static readonly RecordShape SignIn = new(
        "createdDateTime",
        ["id"],
        "id", "createdDateTime", "userPrincipalName", "status.errorCode", "status.additionalDetails", "authenticationDetails.authenticationStepResultDetail",
        "signInEventTypes", "isInteractive", "deviceDetail.deviceId", "deviceDetail.displayName", "deviceDetail.operatingSystem", "deviceDetail.browser",
        "clientAppUsed", "appDisplayName", "resourceDisplayName", "ipAddress", "location.city", "location.countryOrRegion", "location.geoCoordinates.latitude",
        "location.geoCoordinates.longitude", "autonomousSystemNumber", "authenticationAppDeviceDetails.deviceId");

    private static readonly RecordShape Trace = new(
        "receivedDateTime",
        ["id", "recipientAddress"],
        "id", "messageId", "receivedDateTime", "senderAddress", "recipientAddress", "status");

    private static readonly RecordShape Audit = new(
        "activityDateTime",
        ["id"],
        "id", "activityDateTime", "activityDisplayName", "category", "operationType", "result", "loggedByService", "initiatedBy.user.userPrincipalName", "initiatedBy.app.displayName",
        "targetResources.id", "targetResources.type", "targetResources.displayName", "targetResources.userPrincipalName");

    /// <summary>Each of them once.</summary>
    public static IReadOnlyList<SliceFeed> All { get; } =
    [
        new()
        {
            Source = TenantSource.SignIns,
            Operation = GraphOperation.SignIns,
            Kept = ReportsKept,
            Lateness = ReportsLate,
            Shape = SignIn,
            Request = static (c, from, until) => new SliceRequest(c.V1, c.V1.AuditLogs.SignIns.ToGetRequestInformation(r =>
            {
                r.QueryParameters.Filter = Span("createdDateTime", from, until);
                r.QueryParameters.Top = PageOfReports;
            })),
        },
        new()
        {
            Source = TenantSource.NonInteractiveSignIns,
            Operation = GraphOperation.NonInteractiveSignIns,
            Kept = ReportsKept,
            Lateness = ReportsLate,
            Shape = SignIn,
            Request = static (c, from, until) => new SliceRequest(c.Beta, c.Beta.AuditLogs.SignIns.ToGetRequestInformation(r =>
            {
                r.QueryParameters.Filter = $"{Span("createdDateTime", from, until)} and signInEventTypes/any(t:t eq 'nonInteractiveUser')";
                r.QueryParameters.Top = PageOfReports;
            })),
        },
        new()
        {
            Source = TenantSource.DirectoryAudits,
            Operation = GraphOperation.DirectoryAudits,
            Kept = ReportsKept,
            Lateness = ReportsLate,
            Shape = Audit,
            Request = static (c, from, until) => new SliceRequest(c.V1, c.V1.AuditLogs.DirectoryAudits.ToGetRequestInformation(r =>
            {
                r.QueryParameters.Filter = Span("activityDateTime", from, until);
                r.QueryParameters.Top = PageOfReports;
            })),
        },
        new()
        {
            Source = TenantSource.MessageTraces,
            Operation = GraphOperation.MessageTraces,
            Kept = TimeSpan.FromDays(90),
            Lateness = TimeSpan.FromHours(4),
            Shape = Trace,

            // The SDK has no builder for it.
            Request = static (c, from, until) => new SliceRequest(c.V1, c.Raw("v1.0", string.Create(
                CultureInfo.InvariantCulture,
                $"admin/exchange/tracing/messageTraces?$filter={Uri.EscapeDataString(Span("receivedDateTime", from, until))}&$top={PageOfTraces}"))),
        },
    ];

    /// <summary>The feed of a source; null where it has no time.</summary>
    public static SliceFeed? Of(TenantSource source) => All.FirstOrDefault(f => f.Source == source);

    private static string Span(string time, DateTimeOffset from, DateTimeOffset until) => $"{time} ge {Moment(from)} and {time} le {Moment(until)}";

    /// <summary>Unquoted: a quoted date is refused.</summary>
    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
