namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>A machine.</summary>
public sealed class SimulatedDevice
{
    /// <summary>Its host name, or for phones and private PCs a name that no file shows.</summary>
    public required string Name { get; init; }

    /// <summary>What sort it is.</summary>
    public required DeviceKind Kind { get; init; }

    /// <summary>The room that it stands in, or null when it is carried about.</summary>
    public Place? StandsIn { get; init; }

    /// <summary>Whose it is: the assigned user of a laptop, the owner of a phone; null for room PCs.</summary>
    public SimulatedPerson? Of { get; init; }

    /// <summary>The operating system as sign-in records name it.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The browser as sign-in records name it.</summary>
    public required string Browser { get; init; }

    /// <summary>Its address inside the school, or empty.</summary>
    public string Address { get; init; } = "";

    /// <summary>Its hardware address, or empty.</summary>
    public string Mac { get; init; } = "";

    /// <summary>Its serial number, or empty.</summary>
    public string SerialNumber { get; init; } = "";

    /// <summary>How far its clock is ahead of the true time, milliseconds.</summary>
    public int ClockOffset { get; init; }

    /// <summary>Whether its browsers tell no device id.</summary>
    public bool HidesDeviceId { get; init; }

    /// <summary>The device id in Entra; empty for what is not registered. A reinstall gives another.</summary>
    public string EntraId { get; internal set; } = "";

    /// <summary>Whether the school manages it.</summary>
    public bool IsSchools => Kind is DeviceKind.RoomPc or DeviceKind.Laptop or DeviceKind.SchoolMobile or DeviceKind.Server;

    /// <summary>Whether it keeps a Windows Security log that the school collects.</summary>
    public bool KeepsSecurityLog => Kind is DeviceKind.RoomPc or DeviceKind.Laptop;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
