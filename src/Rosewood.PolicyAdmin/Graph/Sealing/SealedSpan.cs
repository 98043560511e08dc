namespace Rosewood.PolicyAdmin.Graph.Sealing;

/// <summary>A span of time, UTC.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="Until">Its end (half-open).</param>
internal sealed record SealedSpan(DateTimeOffset From, DateTimeOffset Until);
