using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>Where somebody sits, as far as it makes a difference to the decision.</summary>
/// <param name="Class">The device's class.</param>
/// <param name="Device">The device's name, where a grant names it; else null.</param>
internal sealed record SquidPlace(DeviceClass Class, string? Device)
{
    /// <summary>An address that no network and no device has.</summary>
    public static SquidPlace Elsewhere { get; } = new(DeviceClass.Unknown, Device: null);

    /// <summary>In words.</summary>
    public override string ToString() => Device ?? Class.ToString();
}
