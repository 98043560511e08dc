namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>A service in the catalogue.</summary>
/// <param name="Name">Display name; the key, compared without case, such as <c>YouTube</c>.</param>
/// <param name="Kind">Its kind (USE-4).</param>
/// <param name="Hosts">Its hosts with their roles.</param>
/// <param name="NamedInPolicy">Whether the policy names it (SAF-2).</param>
/// <param name="Aliases">Other names that people type, such as <c>Twitter</c> for <c>X</c>.</param>
/// <param name="Since">The date from which the entry counts.</param>
/// <param name="Source">Where the entry is from: <c>BuiltIn</c> or <c>School</c>.</param>
public sealed record SocialMediaService(
    string Name,
    ServiceKind Kind,
    IReadOnlyList<ServiceHost> Hosts,
    bool NamedInPolicy,
    IReadOnlyList<string> Aliases,
    DateOnly Since,
    ServiceSource Source);

/// <summary>A host suffix of a service.</summary>
/// <param name="Host">Lower-case A-label host, no leading or trailing dot; covers its subdomains.</param>
/// <param name="Role">What it is to the service.</param>
public sealed record ServiceHost(string Host, HostRole Role);

/// <summary>Where a catalogue entry is from.</summary>
public enum ServiceSource
{
    /// <summary>Shipped with the product.</summary>
    BuiltIn,

    /// <summary>Added or overridden by the school.</summary>
    School,
}
