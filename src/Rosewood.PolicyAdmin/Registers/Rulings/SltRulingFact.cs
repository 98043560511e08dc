namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>A ruling of SLT about a system as it was recorded (COM-4); never edited afterwards.</summary>
public sealed record SltRulingFact
{
    /// <summary>Its id, such as <c>SR-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What was in doubt, in a few words.</summary>
    public required string Subject { get; init; }

    /// <summary>What was ruled.</summary>
    public required RulingKind Ruling { get; init; }

    /// <summary>The system, by name or domain.</summary>
    public required string System { get; init; }

    /// <summary>Its domain, as it is compared; null where only a name is known.</summary>
    public string? Domain { get; init; }

    /// <summary>First instant at which it holds.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>First instant at which it no longer holds; null when it goes on until it is closed.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The SLT member who decided.</summary>
    public required string LeaderId { get; init; }

    /// <summary>The operator who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A ruling's end before its time.</summary>
/// <param name="RulingId">Which.</param>
/// <param name="At">When; it no longer holds from then on.</param>
/// <param name="By">The operator who closed it.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record SltRulingEnding(string RulingId, DateTimeOffset At, string By, string? Reason);

/// <summary>A ruling with what was appended to it later.</summary>
/// <param name="Fact">As recorded.</param>
/// <param name="Ending">Its end before its time, or null.</param>
public sealed record RecordedRuling(SltRulingFact Fact, SltRulingEnding? Ending)
{
    /// <summary>First UTC tick at which it no longer holds; <see cref="long.MaxValue"/> when it goes on.</summary>
    public long EndTicks => Math.Min(Fact.Until?.UtcTicks ?? long.MaxValue, Ending?.At.UtcTicks ?? long.MaxValue);

    /// <summary>How it stands at an instant, in UTC ticks.</summary>
    public RulingStatus StatusAt(long utcTicks) =>
        Ending is { } ending && ending.At.UtcTicks <= utcTicks ? RulingStatus.Closed
            : EndTicks <= utcTicks ? RulingStatus.Ended
            : Fact.From.UtcTicks > utcTicks ? RulingStatus.Pending
            : RulingStatus.Active;
}
