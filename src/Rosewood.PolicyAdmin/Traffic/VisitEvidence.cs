namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// What the log shows of one visit: the stored fact. Who the person is and what the visit comes to is derived when it is read,
/// from the facts as they stood at <see cref="Start"/>, so that store, commands and report can't disagree.
/// </summary>
public sealed record VisitEvidence
{
    /// <summary>Row id in the store; 0 before it is stored.</summary>
    public long Id { get; init; }

    /// <summary>The user as the log has it, normalised (lower case); null when the log has none.</summary>
    public string? User { get; init; }

    /// <summary>The client's address, canonical text; null when the log has none.</summary>
    public string? Address { get; init; }

    /// <summary>The device's name or MAC where the log carries one; else null.</summary>
    public string? DeviceText { get; init; }

    /// <summary>The catalogue's service name.</summary>
    public required string Service { get; init; }

    /// <summary>First instant, UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Last instant seen, UTC: an estimate of the end.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>When the latest hit began, UTC: <see cref="GapSquares"/> counts from beginning to beginning.</summary>
    public required DateTimeOffset LastStart { get; init; }

    /// <summary>All hits.</summary>
    public required int Hits { get; init; }

    /// <summary>All bytes to the client.</summary>
    public required long Bytes { get; init; }

    /// <summary>Hits on primary and api hosts, not from an outside referrer, that the filter let through.</summary>
    public int PersonAllowed { get; init; }

    /// <summary>The same, refused by the filter.</summary>
    public int PersonBlocked { get; init; }

    /// <summary>Hits on media hosts.</summary>
    public int Media { get; init; }

    /// <summary>Hits on widget and shared hosts.</summary>
    public int Embedded { get; init; }

    /// <summary>Hits on primary or api hosts whose referrer is outside the service.</summary>
    public int OutsideReferrer { get; init; }

    /// <summary>Hits on push, telemetry and update hosts.</summary>
    public int Background { get; init; }

    /// <summary>Smallest hit in bytes.</summary>
    public long SmallestHit { get; init; }

    /// <summary>Largest hit in bytes.</summary>
    public long LargestHit { get; init; }

    /// <summary>Sum of squares of the gaps between hits, in seconds squared: tells a steady rhythm from a person's.</summary>
    public double GapSquares { get; init; }

    /// <summary>
    /// When the connection began that was the last of those let through to end, UTC; null when there was none, or when the visit was
    /// imported by a version that did not keep it.
    /// </summary>
    public DateTimeOffset? OpenFrom { get; init; }

    /// <summary>
    /// When that connection ended, UTC. <see cref="End"/> stops where the visit splits, such as at a grant's end; this is the log's own
    /// time, for the proxy does not ask again inside an open connection.
    /// </summary>
    public DateTimeOffset? OpenUntil { get; init; }
}
