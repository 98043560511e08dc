using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>
/// The inventory as Intune has it. The class comes from who owns a device and what runs on it; where a device was enrolled again, the
/// entry that was last in touch counts; whose user is none of the staff is nobody's; numbers that several devices share (makers leave them unset) are nobody's.
/// </summary>
internal static class TenantInventory
{
    private static readonly string[] Mobile = ["iOS", "iPadOS", "Android", "AndroidForWork", "AndroidEnterprise"];

    /// <summary>The table for the import.</summary>
    /// <exception cref="FaultException"><c>TenantNotSynchronised</c>.</exception>
    public static CsvTable Read(CommandContext context, ICommandSink sink)
    {
        var people = context.LoadPeople();
        var staff = people.All(context.Now.UtcTicks).Select(static p => p.UserPrincipalName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var current = context.Store.Devices.Load().All(context.Now.UtcTicks).ToDictionary(static d => d.Name, StringComparer.OrdinalIgnoreCase);
        var records = TenantTable.Records(context, TenantSource.Devices, "Devices", sink);
        var devices = records
            .Where(static r => JsonText.Of(r, "deviceName") is not null)
            .GroupBy(static r => JsonText.Of(r, "deviceName")!, StringComparer.OrdinalIgnoreCase)
            .Select(static g => g.MaxBy(static r => JsonText.Of(r, "lastSyncDateTime") ?? "", StringComparer.Ordinal))
            .ToList();
        var serials = Shared(devices, static d => JsonText.Of(d, "serialNumber"));
        var macs = Shared(devices, Mac);
        var table = new TenantTable(nameof(Device.Name), nameof(Device.Class), nameof(Device.Mac), nameof(Device.SerialNumber), nameof(Device.AssignedUser));
        var unowned = 0;
        foreach (var device in devices)
        {
            if (ClassOf(device) is not { } deviceClass)
            {
                unowned++;
                continue;
            }

            var name = JsonText.Of(device, "deviceName")!;
            var known = current.GetValueOrDefault(name);
            var user = JsonText.Of(device, "userPrincipalName");
            table.Add(
                name,
                deviceClass.ToString(),
                Mac(device) is { } mac && !macs.Contains(mac) ? mac : known?.Mac,
                JsonText.Of(device, "serialNumber") is { } serial && !serials.Contains(serial) ? serial : known?.SerialNumber,
                user is null ? known?.AssignedUser : staff.Contains(user) ? user : null);
        }

        if (unowned > 0)
        {
            sink.Warn($"Left out: {unowned} {(unowned == 1 ? "device" : "devices")} of which Intune does not say whether the school or a person owns them.");
        }

        return table.ToCsv(DeviceFile.Columns, sink);
    }

    private static DeviceClass? ClassOf(JsonElement device) => JsonText.Of(device, "managedDeviceOwnerType") switch
    {
        "personal" => DeviceClass.Personal,
        "company" => Mobile.Contains(JsonText.Of(device, "operatingSystem") ?? "", StringComparer.OrdinalIgnoreCase) ? DeviceClass.SchoolMobile : DeviceClass.School,
        _ => null,
    };

    /// <summary>Its Wi-Fi address, or where that is none that can name a device, its Ethernet one.</summary>
    private static string? Mac(JsonElement device) => Mac(device, "wiFiMacAddress") ?? Mac(device, "ethernetMacAddress");

    private static string? Mac(JsonElement device, string name) =>
        JsonText.Of(device, name) is { } text && MacAddress.TryParse(text, out var mac) && MacAddress.IsOfOneDevice(mac) ? MacAddress.Format(mac) : null;

    private static HashSet<string> Shared(IEnumerable<JsonElement> devices, Func<JsonElement, string?> value) => devices
        .Select(value)
        .OfType<string>()
        .GroupBy(static v => v, StringComparer.OrdinalIgnoreCase)
        .Where(static g => g.Count() > 1)
        .Select(static g => g.Key)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
