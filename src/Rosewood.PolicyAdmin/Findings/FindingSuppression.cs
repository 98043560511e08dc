namespace Rosewood.PolicyAdmin.Findings;

/// <summary>A person's dismissal of a finding, as it stands: what <c>Get-FindingSuppression</c> gives.</summary>
public sealed record FindingSuppression
{
    /// <summary>Its id, such as <c>S-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Which sort of finding is dismissed.</summary>
    public required FindingKind Finding { get; init; }

    /// <summary>Whose account: the display name, or the login of an account that was not on the roster.</summary>
    public required string Account { get; init; }

    /// <summary>The kinds of evidence that no longer count against it; empty: all.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The SLT member who authorised it; null where who recorded it decided.</summary>
    public required string? AuthorisedBy { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string AddedBy { get; init; }

    /// <summary>When, in the school's local time; it counts from then on.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>First instant at which it no longer counts.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How it stands.</summary>
    public required SuppressionStatus Status { get; init; }

    /// <summary>When it was ended before its time, or null.</summary>
    public required DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Who ended it, or null.</summary>
    public required string? RemovedBy { get; init; }

    /// <summary>Why it was ended, or null.</summary>
    public required string? RemovedReason { get; init; }
}
