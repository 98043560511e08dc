namespace Rosewood.PolicyAdmin.Devices;

/// <summary>Which device an address or a device's name in a log is.</summary>
/// <param name="Class">Whose it is.</param>
/// <param name="Name">The inventory's name, or null.</param>
/// <param name="AssignedUser">The UPN of the person whom it is given to, or null.</param>
public readonly record struct DeviceMatch(DeviceClass Class, string? Name, string? AssignedUser);
