namespace Rosewood.PolicyAdmin.Access;

/// <summary>A stretch of time without a boundary, UTC ticks.</summary>
/// <param name="Start">The last boundary at or before an instant; <see cref="long.MinValue"/> when none.</param>
/// <param name="End">The first boundary after it; <see cref="long.MaxValue"/> when none.</param>
public readonly record struct VisitSegment(long Start, long End);
