using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Acknowledgements;

/// <summary>An acknowledgement of the policy (TRN-1, CON-2, REL-3), or that somebody's is outstanding.</summary>
public sealed record PolicyAcknowledgement
{
    /// <summary>Its id, such as <c>AK-0001</c>; null where there is none.</summary>
    public required string? Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string User { get; init; }

    /// <summary>The day on which they said it; null where they never did.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The version of the policy that they had; null where it was not said.</summary>
    public required string? Version { get; init; }

    /// <summary>What they said then.</summary>
    public required IReadOnlyList<AcknowledgedStatement> Statements { get; init; }

    /// <summary>How it stands.</summary>
    public required AcknowledgementStatus Status { get; init; }

    /// <summary>The last day on which it counts, as long as the policy stays the same; null where there is none.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>What the person still has to say, or to say again, by all that is recorded of them.</summary>
    public required IReadOnlyList<AcknowledgedStatement> Outstanding { get; init; }

    /// <summary>Who recorded it: the person themself, or another.</summary>
    public required string? RecordedBy { get; init; }

    /// <summary>When, in the school's local time.</summary>
    public required DateTimeOffset? RecordedAt { get; init; }

    /// <summary>An acknowledgement as people see it.</summary>
    internal static PolicyAcknowledgement Of(AcknowledgementFact fact, AcknowledgementRegister register, PeopleHistory people, long now, TimeZoneInfo zone) => new()
    {
        Id = fact.Id,
        User = PersonNames.Show(people, fact.PersonId, now),
        Date = fact.Date,
        Version = fact.Version,
        Statements = fact.Statements,
        Status = register.StatusOf(fact),
        ValidUntil = register.ValidUntil(fact),
        Outstanding = register.OutstandingOf(fact.PersonId),
        RecordedBy = PersonNames.Show(people, fact.RecordedBy, now),
        RecordedAt = TimeZoneInfo.ConvertTime(fact.RecordedAt, zone),
    };

    /// <summary>That a person has said nothing yet.</summary>
    internal static PolicyAcknowledgement None(Person person, AcknowledgementRegister register, PeopleHistory people, long now) => new()
    {
        Id = null,
        User = PersonNames.Show(people, person, now),
        Date = null,
        Version = null,
        Statements = [],
        Status = AcknowledgementStatus.Never,
        ValidUntil = null,
        Outstanding = register.OutstandingOf(person.Id),
        RecordedBy = null,
        RecordedAt = null,
    };
}
