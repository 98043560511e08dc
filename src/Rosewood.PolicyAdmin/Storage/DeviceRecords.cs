using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>The inventory's rows.</summary>
public sealed class DeviceRecords
{
    private const char DeviceKind = 'D';
    private readonly PolicyStore _store;

    internal DeviceRecords(PolicyStore store) => _store = store;

    /// <summary>The inventory at all times.</summary>
    public DeviceHistory Load() => new(_store.Query(
        "SELECT effective_from, device, name, class, addresses, mac, serial_number, assigned_user, removed, room FROM device_version ORDER BY seq",
        [],
        Map));

    /// <summary>Whether a device was ever imported, also one that has been removed since.</summary>
    public bool Any() => _store.Query("SELECT 1 FROM device_version LIMIT 1", [], static r => r.GetInt64(0)).Count > 0;

    /// <summary>Adds a version of a device as part of a change; a device without an id gets one.</summary>
    /// <returns>The device with its id.</returns>
    public Device Append(StoreChange change, DeviceVersion version)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(version);
        var device = version.Device;
        var number = device.Id.Length == 0
            ? _store.Query("INSERT INTO device DEFAULT VALUES RETURNING number", [], static r => r.GetInt64(0))[0]
            : RecordText.Number(DeviceKind, device.Id) ?? throw new ArgumentException("Not a device's id.", nameof(version));
        _store.Execute(
            "INSERT INTO device_version (device, effective_from, removed, name, class, addresses, mac, serial_number, assigned_user, room) "
            + "VALUES ($device, $from, $removed, $name, $class, $addresses, $mac, $serial, $user, $room)",
            ("$device", number),
            ("$from", version.EffectiveFrom),
            ("$removed", version.Removed ? 1 : 0),
            ("$name", device.Name),
            ("$class", device.Class.ToString()),
            ("$addresses", RecordText.List(device.Addresses)),
            ("$mac", device.Mac),
            ("$serial", device.SerialNumber),
            ("$user", device.AssignedUser),
            ("$room", device.Room));
        return device with { Id = RecordText.Id(DeviceKind, number) };
    }

    private static DeviceVersion Map(SqliteDataReader r) => new(
        r.GetInt64(0),
        new Device(
            RecordText.Id(DeviceKind, r.GetInt64(1)),
            r.GetString(2),
            Enum.Parse<DeviceClass>(r.GetString(3)),
            RecordText.List(r.GetString(4)),
            r.TextOrNull(5),
            r.TextOrNull(6),
            r.TextOrNull(7))
        {
            Room = r.TextOrNull(9),
        },
        r.GetInt64(8) != 0);
}
