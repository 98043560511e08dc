using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>Nothing splits a visit.</summary>
public sealed class NoBoundaries : IVisitBoundaries
{
    /// <inheritdoc/>
    public VisitSegment Segment(string? user, string? address, string? deviceText, long utcTicks) => new(long.MinValue, long.MaxValue);
}
