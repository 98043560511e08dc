using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>
/// Tells which device something is: the inventory first (name, MAC, address), then the longest network that holds the address.
/// Immutable; a look-up allocates nothing and may be made from several threads.
/// </summary>
/// <param name="history">The inventory.</param>
/// <param name="networks">The school's networks.</param>
public sealed class DeviceDirectory(DeviceHistory history, IReadOnlyList<NetworkConfig> networks)
{
    private readonly NetworkTable _networks = new(networks);

    /// <summary>The device, as inventory and networks have it.</summary>
    /// <param name="address">The client's IP address, or null.</param>
    /// <param name="deviceText">The device as a log names it: a name or a MAC address; or null.</param>
    /// <param name="utcTicks">The instant.</param>
    public DeviceMatch Resolve(string? address, string? deviceText, long utcTicks)
    {
        if (!string.IsNullOrEmpty(deviceText))
        {
            var named = history.FindByName(deviceText, utcTicks)
                ?? (MacAddress.TryParse(deviceText, out var mac) ? history.FindByMac(mac, utcTicks) : null);
            if (named is not null)
            {
                return Match(named);
            }
        }

        if (string.IsNullOrEmpty(address) || !NetworkAddress.TryParse(address, out var number))
        {
            return default;
        }

        return history.FindByAddress(number, utcTicks) is { } device
            ? Match(device)
            : new DeviceMatch(_networks.ClassOf(number), Name: null, AssignedUser: null);
    }

    /// <summary>Behind a proxy's or gateway's address any device may stand: it says nothing of whose.</summary>
    private static DeviceMatch Match(Device device) => device.Class == DeviceClass.Proxy
        ? new DeviceMatch(DeviceClass.Proxy, Name: null, AssignedUser: null)
        : new DeviceMatch(device.Class, device.Name, device.AssignedUser);
}
