using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Intune;

/// <summary><c>/deviceManagement/managedDevices</c>. A filter that Intune does not support filters nothing, in silence.</summary>
internal static class DeviceService
{
    private static readonly string[] Names =
    [
        "id", "deviceName", "userId", "userPrincipalName", "userDisplayName", "operatingSystem", "osVersion", "managedDeviceOwnerType", "complianceState", "azureADDeviceId",
        "serialNumber", "enrolledDateTime", "lastSyncDateTime", "manufacturer", "model", "wiFiMacAddress", "ethernetMacAddress", "emailAddress",
    ];

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["deviceName"] = "eq",
        ["userPrincipalName"] = "eq",
        ["operatingSystem"] = "eq",
        ["serialNumber"] = "eq",
        ["azureADDeviceId"] = "eq",
        ["lastSyncDateTime"] = "ge gt le lt",
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "deviceManagement/managedDevices", "intune", ["DeviceManagementManagedDevices.Read.All", "DeviceManagementManagedDevices.ReadWrite.All"], List),
    ];

    private static GraphReply List(GraphRequest request)
    {
        request.Query.Allow("$select", "$filter", "$top", "$skiptoken");
        return new Listing
        {
            Context = "deviceManagement/managedDevices",
            Source = () => [.. request.State.Devices.Managed.Select(d => new JsonEntity(d))],
            Filter = Filter.IgnoringUnsupported(request.Query, Rules),
            Selection = Selection.From(request.Query, "managedDevice", Names),
            Top = request.Query.Top(1000, 1000),
        }.Page(request);
    }
}
