namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>An incident as it stands. What is null beside an id, a type and a status is not for who asked.</summary>
public sealed record PolicyIncident
{
    /// <summary>Its id, such as <c>I-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about; never that it was a crime (MIS-3).</summary>
    public required IncidentType Type { get; init; }

    /// <summary>How far it is.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>What people found; null until they say.</summary>
    public IncidentOutcome? Outcome { get; init; }

    /// <summary>How grave it would be (DIS-1).</summary>
    public IncidentSeverity? Severity { get; init; }

    /// <summary>The first axis (MIS-1).</summary>
    public MisuseKind? Misuse { get; init; }

    /// <summary>The second axis (MIS-1).</summary>
    public MisuseNature? Nature { get; init; }

    /// <summary>Whom it concerns; an account as the log has it where nobody on the roster is behind it.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>What happened.</summary>
    public string? Summary { get; init; }

    /// <summary>When it began, in the school's local time; null where nobody knows.</summary>
    public DateTimeOffset? Occurred { get; init; }

    /// <summary>When it ended; null where nobody knows.</summary>
    public DateTimeOffset? OccurredUntil { get; init; }

    /// <summary>The clause that it would breach.</summary>
    public string? Clause { get; init; }

    /// <summary>The school's own reference, or null.</summary>
    public string? Reference { get; init; }

    /// <summary>The finding that it was opened from, such as <c>SocialMediaUse: Facebook, PC-07</c>; null where a person wrote it.</summary>
    public string? Finding { get; init; }

    /// <summary>Whether the policy calls the type criminal in nature (MIS-2).</summary>
    public bool? CriminalInNature { get; init; }

    /// <summary>Whether the material is preserved and not opened, and its address written nowhere.</summary>
    public bool? AddressesWithheld { get; init; }

    /// <summary>Who opened it.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When something was last recorded about it.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Who is told, in order, as the roster stands now.</summary>
    public IReadOnlyList<string> Route { get; init; } = [];

    internal static PolicyIncident Reduced(RecordedIncident incident) => new() { Id = incident.Fact.Id, Type = incident.Type, Status = incident.Status };

    internal static PolicyIncident Of(RecordedIncident incident, IncidentBook book, bool withheld, IReadOnlyList<string> route, TimeZoneInfo zone)
    {
        var fact = incident.Fact;
        return new()
        {
            Id = fact.Id,
            Type = incident.Type,
            Status = incident.Status,
            Outcome = incident.Outcome,
            Severity = incident.Severity,
            Misuse = incident.Misuse,
            Nature = incident.Nature,
            Users = [.. incident.PersonIds.Select(book.NameOf), .. fact.Logins],
            Summary = withheld ? IncidentText.Mask(fact.Summary) : fact.Summary,
            Occurred = Local(fact.Occurred),
            OccurredUntil = Local(fact.OccurredUntil),
            Clause = fact.Clause,
            Reference = fact.Reference,
            Finding = fact.Finding is { } finding ? $"{finding.Kind}: {finding.Detail}".TrimEnd(' ', ':') : null,
            CriminalInNature = IncidentRules.Of(incident.Type).IsCriminalInNature,
            AddressesWithheld = withheld,
            OpenedBy = book.NameOf(fact.OpenedBy),
            OpenedAt = Local(fact.OpenedAt),
            ChangedAt = Local(incident.ChangedAt),
            Route = route,
        };

        DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone) : null;
    }
}
