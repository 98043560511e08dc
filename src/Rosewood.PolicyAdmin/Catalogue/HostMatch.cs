namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>What a host belongs to.</summary>
/// <param name="ServiceIndex">Index into the catalogue's services; −1 when none.</param>
/// <param name="Role">The host's role; meaningless when there is no match.</param>
public readonly record struct HostMatch(int ServiceIndex, HostRole Role)
{
    /// <summary>No service.</summary>
    public static HostMatch None => new(-1, HostRole.Primary);

    /// <summary>Whether a service was found.</summary>
    public bool Found => ServiceIndex >= 0;
}
