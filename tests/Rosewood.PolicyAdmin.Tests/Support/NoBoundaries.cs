using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>Nothing splits a visit.</summary>
public sealed class NoBoundaries : IVisitBoundaries
{
    /// <inheritdoc/>
    public long SegmentStart(string? user, string? address, string? deviceText, long utcTicks) => long.MinValue;

    /// <inheritdoc/>
    public long SegmentEnd(string? user, string? address, string? deviceText, long utcTicks) => long.MaxValue;
}
