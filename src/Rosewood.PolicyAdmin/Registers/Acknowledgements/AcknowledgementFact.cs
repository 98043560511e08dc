namespace Rosewood.PolicyAdmin.Registers.Acknowledgements;

/// <summary>An acknowledgement of the policy as it was recorded; never edited afterwards.</summary>
public sealed record AcknowledgementFact
{
    /// <summary>Its id, such as <c>AK-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>The day on which they said it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The version of the policy that they had; null where it was not said.</summary>
    public string? Version { get; init; }

    /// <summary>What they said.</summary>
    public required IReadOnlyList<AcknowledgedStatement> Statements { get; init; }

    /// <summary>The operator who recorded it: the person themself, or another.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
