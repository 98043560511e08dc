namespace Rosewood.PolicyAdmin.Devices;

/// <summary>A device as it stands from one moment on, until its next version.</summary>
/// <param name="EffectiveFrom">UTC ticks; 0 for the inventory's first import, which holds for all earlier time.</param>
/// <param name="Device">The device.</param>
/// <param name="Removed">Whether it is no longer in the inventory from then on.</param>
public sealed record DeviceVersion(long EffectiveFrom, Device Device, bool Removed = false);
