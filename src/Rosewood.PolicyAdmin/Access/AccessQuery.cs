using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>One access to be decided. A value, so that a decision allocates nothing.</summary>
/// <param name="Who">The login name as the log or proxy has it, in normal form (lower case), or null.</param>
/// <param name="DeviceClass">The device's class, already resolved for the same instant.</param>
/// <param name="DeviceName">The inventory's device name, or null.</param>
/// <param name="Host">The catalogue's answer for the destination host.</param>
/// <param name="AtUtcTicks">The instant, UTC ticks.</param>
public readonly record struct AccessQuery(
    string? Who,
    DeviceClass DeviceClass,
    string? DeviceName,
    HostMatch Host,
    long AtUtcTicks);
