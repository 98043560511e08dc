namespace Rosewood.PolicyAdmin.Graph.Sealing;

/// <summary>What stands in clear at the beginning of a sealed file: no personal value, and every change of it breaks the seal.</summary>
/// <param name="Source">Which source the records are of.</param>
/// <param name="From">Records from here, UTC; null: a picture of how things stood.</param>
/// <param name="Until">Records until here (half-open), UTC; null as above.</param>
/// <param name="FetchedAt">The moment up to which the service was asked, UTC.</param>
internal sealed record SealedHeader(string Source, DateTimeOffset? From, DateTimeOffset? Until, DateTimeOffset FetchedAt)
{
    /// <summary>Spans inside that were not asked for while the service had them; it is too late for them for good.</summary>
    public IReadOnlyList<SealedSpan> Missed { get; init; } = [];
}
