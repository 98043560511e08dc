using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>What <c>-Device</c> names: classes and single devices of the inventory.</summary>
/// <param name="Classes">Classes that the grant covers.</param>
/// <param name="Devices">Single devices.</param>
internal sealed record GrantDevices(IReadOnlyList<DeviceClass> Classes, IReadOnlyList<Device> Devices)
{
    /// <summary>Every school device: what a grant with an authoriser covers when no device is named.</summary>
    public static GrantDevices SchoolDevices { get; } = new([DeviceClass.School, DeviceClass.SchoolMobile], []);

    /// <summary>School mobiles: what USE-3 covers.</summary>
    public static GrantDevices SchoolMobiles { get; } = new([DeviceClass.SchoolMobile], []);

    /// <summary>Whether all of it are school mobiles.</summary>
    public bool OnlySchoolMobiles => Classes.All(c => c == DeviceClass.SchoolMobile) && Devices.All(d => d.Class == DeviceClass.SchoolMobile);

    /// <summary>Reads the names.</summary>
    /// <exception cref="Commands.FaultException"><c>DeviceNotFound</c>.</exception>
    public static GrantDevices Read(IEnumerable<string> names, DeviceHistory inventory, long utcTicks)
    {
        var classes = new List<DeviceClass>();
        var devices = new List<Device>();
        foreach (var name in names)
        {
            if (inventory.FindByName(name, utcTicks) is { } device)
            {
                devices.Add(device);
            }
            else if (ClassOf(name) is { } deviceClass and (DeviceClass.School or DeviceClass.SchoolMobile or DeviceClass.Personal))
            {
                classes.Add(deviceClass);
            }
            else
            {
                throw AccessFaults.DeviceNotFound(name).ToException();
            }
        }

        return new(classes, devices);
    }

    /// <summary>The class that a word names, or null.</summary>
    public static DeviceClass? ClassOf(string word)
    {
        // Enum.Parse would also take numbers and lists.
        foreach (var deviceClass in Enum.GetValues<DeviceClass>())
        {
            if (word.AsSpan().Trim().Equals(deviceClass.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return deviceClass;
            }
        }

        return null;
    }
}
