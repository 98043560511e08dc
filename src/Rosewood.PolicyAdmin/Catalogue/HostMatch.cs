namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>What a host belongs to.</summary>
/// <param name="ServiceIndex">Index into the catalogue's services; −1 when none, −2 for the school's own services.</param>
/// <param name="Role">The host's role; meaningless when there is no match.</param>
public readonly record struct HostMatch(int ServiceIndex, HostRole Role)
{
    /// <summary>No service.</summary>
    public static HostMatch None => new(-1, HostRole.Primary);

    /// <summary>The school's own mail, meeting or text service: never in scope.</summary>
    public static HostMatch SchoolService => new(-2, HostRole.Primary);

    /// <summary>Whether it is the school's own service.</summary>
    public bool IsSchoolService => ServiceIndex == -2;

    /// <summary>Whether a service was found.</summary>
    public bool Found => ServiceIndex >= 0;
}
