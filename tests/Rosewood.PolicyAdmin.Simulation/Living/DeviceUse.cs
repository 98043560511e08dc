using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Simulation.Sharing;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>How a device is used.</summary>
internal enum UseKind
{
    /// <summary>A Windows session on a school PC or laptop.</summary>
    Windows,

    /// <summary>A sign-in in a browser only: at home, or on a PC where somebody else is logged on.</summary>
    Browser,

    /// <summary>Remote desktop from home to a PC at school.</summary>
    Remote,
}

/// <summary>Somebody at a device, with an account, for a while. The actor has a stay at the place for all that time.</summary>
internal sealed record DeviceUse(SimulatedPerson Actor, SimulatedAccount Account, SimulatedDevice Device, long From, long To, UseKind Kind, Place Place)
{
    /// <summary>Whether the session ends with a log off.</summary>
    public bool LogsOff { get; init; }

    /// <summary>For remote desktop: the device at home.</summary>
    public SimulatedDevice? Through { get; init; }

    /// <summary>The sharing that this use is part of; null for honest ones.</summary>
    public SharingCase? Case { get; init; }
}
