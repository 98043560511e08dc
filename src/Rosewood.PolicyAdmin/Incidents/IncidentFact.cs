namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>An incident as it was recorded; never edited afterwards.</summary>
public sealed record IncidentFact
{
    /// <summary>Its id, such as <c>I-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required IncidentType Type { get; init; }

    /// <summary>The first axis.</summary>
    public required MisuseKind Misuse { get; init; }

    /// <summary>The second axis.</summary>
    public required MisuseNature Nature { get; init; }

    /// <summary>How grave it would be.</summary>
    public required IncidentSeverity Severity { get; init; }

    /// <summary>People on the roster whom it concerns, by id.</summary>
    public required IReadOnlyList<string> PersonIds { get; init; }

    /// <summary>Logins that it concerns and that nobody on the roster has, as a log has them.</summary>
    public IReadOnlyList<string> Logins { get; init; } = [];

    /// <summary>What happened, in a sentence, without any address.</summary>
    public required string Summary { get; init; }

    /// <summary>When it began; null where nobody knows.</summary>
    public DateTimeOffset? Occurred { get; init; }

    /// <summary>When it ended; null where nobody knows.</summary>
    public DateTimeOffset? OccurredUntil { get; init; }

    /// <summary>The clause that it would breach.</summary>
    public required string Clause { get; init; }

    /// <summary>The school's own reference, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>The finding that it was opened from, or null.</summary>
    public IncidentFinding? Finding { get; init; }

    /// <summary>The operator who recorded it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Random, Base64: the audit trail holds a digest of the whole, from which nothing can be guessed.</summary>
    public required string Salt { get; init; }
}

/// <summary>A later fact about an incident; never edited either. What is null stays as it was.</summary>
public sealed record IncidentUpdateFact
{
    /// <summary>Which.</summary>
    public required string IncidentId { get; init; }

    /// <summary>How far it is.</summary>
    public IncidentStatus? Status { get; init; }

    /// <summary>What it is about, where it proved to be about something else.</summary>
    public IncidentType? Type { get; init; }

    /// <summary>What people found.</summary>
    public IncidentOutcome? Outcome { get; init; }

    /// <summary>How grave it would be.</summary>
    public IncidentSeverity? Severity { get; init; }

    /// <summary>The first axis.</summary>
    public MisuseKind? Misuse { get; init; }

    /// <summary>The second axis.</summary>
    public MisuseNature? Nature { get; init; }

    /// <summary>People whom it concerns too, by id.</summary>
    public IReadOnlyList<string> PersonIds { get; init; } = [];

    /// <summary>Why, in a sentence, without any address.</summary>
    public required string Reason { get; init; }

    /// <summary>The operator.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Random, Base64, as of <see cref="IncidentFact.Salt"/>.</summary>
    public required string Salt { get; init; }
}
