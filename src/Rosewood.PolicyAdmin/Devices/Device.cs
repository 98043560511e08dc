namespace Rosewood.PolicyAdmin.Devices;

/// <summary>A device in the inventory, as it stood at one moment.</summary>
/// <param name="Id">Stable id, made at first import.</param>
/// <param name="Name">Its name; the inventory's key, compared without case.</param>
/// <param name="Class">Whose it is.</param>
/// <param name="Addresses">Its fixed IP addresses, in canonical text.</param>
/// <param name="Mac">Its MAC address as <c>aa:bb:cc:dd:ee:ff</c>, or null.</param>
/// <param name="SerialNumber">Its serial number, or null.</param>
/// <param name="AssignedUser">The UPN of the person it is given to, or null.</param>
public sealed record Device(
    string Id,
    string Name,
    DeviceClass Class,
    IReadOnlyList<string> Addresses,
    string? Mac,
    string? SerialNumber,
    string? AssignedUser)
{
    /// <summary>The room in which it stands, or null where it is carried or that is not known.</summary>
    public string? Room { get; init; }
}
