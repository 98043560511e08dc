namespace Rosewood.PolicyAdmin.Access;

/// <summary>A grant as it stands at a moment: what <c>Get-SocialMediaAccess</c> gives.</summary>
public sealed record AccessGrant
{
    /// <summary>Its id, such as <c>G-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whom it is for, by display name.</summary>
    public required string User { get; init; }

    /// <summary>Service names; empty: every service.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Device classes and single devices that it covers.</summary>
    public required IReadOnlyList<string> Devices { get; init; }

    /// <summary>First instant, in the school's local time.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant no longer covered.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why; null when none was given (USE-3).</summary>
    public required string? Reason { get; init; }

    /// <summary>The SLT member who authorised it, by display name; null where the standing authorisation is the ground (USE-3).</summary>
    public required string? AuthorisedBy { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string GrantedBy { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>The school's own reference, or null.</summary>
    public required string? Reference { get; init; }

    /// <summary>How it stands.</summary>
    public required GrantStatus Status { get; init; }

    /// <summary>When it was revoked, or null.</summary>
    public required DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Who revoked it, or null.</summary>
    public required string? RevokedBy { get; init; }

    /// <summary>The authoriser's own word on it.</summary>
    public required ConfirmationState Confirmation { get; init; }
}
