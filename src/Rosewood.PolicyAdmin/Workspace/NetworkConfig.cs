using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>A network.</summary>
/// <param name="Cidr">Such as <c>10.20.0.0/16</c> or <c>2001:db8::/48</c>; no address bits beyond the prefix.</param>
/// <param name="Class">Whose devices are in it.</param>
/// <param name="Name">For people.</param>
public sealed record NetworkConfig(string Cidr, DeviceClass Class, string? Name);
