namespace Rosewood.PolicyAdmin.Access;

/// <summary>A grant as it stands, or as it stood at a moment: what <c>Get-SocialMediaAccess</c> gives.</summary>
/// <param name="Id">Its id, such as <c>G-0001</c>.</param>
/// <param name="User">Whom it is for: the display name, or the UPN where two people share that name.</param>
/// <param name="Services">Service names; empty: every service.</param>
/// <param name="Devices">Device classes and device names that it covers.</param>
/// <param name="From">First instant, local time with offset.</param>
/// <param name="Until">First instant no longer covered.</param>
/// <param name="Reason">Why.</param>
/// <param name="AuthorisedBy">The SLT member; null where USE-3's standing authorisation is the ground.</param>
/// <param name="GrantedBy">Who recorded it.</param>
/// <param name="GrantedAt">When it was recorded.</param>
/// <param name="Reference">The school's own reference, or null.</param>
/// <param name="Status">How it stands.</param>
/// <param name="RevokedAt">When it was ended before its time, or null.</param>
/// <param name="RevokedBy">By whom, or null.</param>
/// <param name="Confirmation">What the authoriser has said.</param>
public sealed record AccessGrant(
    string Id,
    string User,
    IReadOnlyList<string> Services,
    IReadOnlyList<string> Devices,
    DateTimeOffset From,
    DateTimeOffset Until,
    string Reason,
    string? AuthorisedBy,
    string GrantedBy,
    DateTimeOffset GrantedAt,
    string? Reference,
    GrantStatus Status,
    DateTimeOffset? RevokedAt,
    string? RevokedBy,
    ConfirmationState Confirmation);
