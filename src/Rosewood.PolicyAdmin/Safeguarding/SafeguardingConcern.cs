namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>A safeguarding concern. Without the key only its number and when it came are known.</summary>
public sealed record SafeguardingConcern
{
    /// <summary>Its number, such as <c>SC-0001</c>; <c>SE-0001</c> where no safeguarding lead opens it.</summary>
    public required string Id { get; init; }

    /// <summary>When it was reported, in the school's local time.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>The ids of the keys that open it.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>What it is a sign of; null while it is sealed.</summary>
    public ConcernKind? Kind { get; init; }

    /// <summary>About whom; null while it is sealed.</summary>
    public string? About { get; init; }

    /// <summary>What was seen or sent; null while it is sealed.</summary>
    public string? What { get; init; }

    /// <summary>When it was seen or sent, in the school's local time; null while it is sealed, or where nobody knows.</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>The services.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Whether the policy names one of the services (SAF-2); null while it is sealed.</summary>
    public bool? NamedInPolicy { get; init; }

    /// <summary>Who reported it; null while it is sealed.</summary>
    public string? ReportedBy { get; init; }
}
