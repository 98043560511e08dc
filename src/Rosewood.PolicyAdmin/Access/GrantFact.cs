using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>A grant as it was recorded; never edited afterwards.</summary>
/// <param name="Id">Its id, such as <c>G-0001</c>.</param>
/// <param name="PersonId">Whom it is for.</param>
/// <param name="Services">Service names; empty: every service.</param>
/// <param name="DeviceClasses">Device classes that it covers.</param>
/// <param name="DeviceNames">Single devices that it covers besides.</param>
/// <param name="From">First instant, never before <paramref name="GrantedAt"/>.</param>
/// <param name="Until">First instant no longer covered.</param>
/// <param name="Reason">Why.</param>
/// <param name="AuthoriserId">The person id of the SLT member, or null where USE-3's standing authorisation is the ground.</param>
/// <param name="GrantedBy">The operator id of who recorded it.</param>
/// <param name="GrantedAt">When it was recorded.</param>
/// <param name="Reference">The school's own reference, or null.</param>
/// <param name="RequiresConfirmation">Whether it counts only from the authoriser's confirmation on.</param>
public sealed record GrantFact(
    string Id,
    string PersonId,
    IReadOnlyList<string> Services,
    IReadOnlyList<DeviceClass> DeviceClasses,
    IReadOnlyList<string> DeviceNames,
    DateTimeOffset From,
    DateTimeOffset Until,
    string Reason,
    string? AuthoriserId,
    string GrantedBy,
    DateTimeOffset GrantedAt,
    string? Reference,
    bool RequiresConfirmation)
{
    /// <summary>Whether the authoriser is someone else than who recorded it, so that their own word is still wanted.</summary>
    public bool WantsConfirmation => AuthoriserId is not null && !string.Equals(AuthoriserId, GrantedBy, StringComparison.Ordinal);
}
