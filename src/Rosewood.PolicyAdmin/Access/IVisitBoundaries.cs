namespace Rosewood.PolicyAdmin.Access;

/// <summary>Where visits split: grants' beginnings, ends and revocations; on own devices also the bells.</summary>
public interface IVisitBoundaries
{
    /// <summary>The last boundary at or before an instant, UTC ticks; <see cref="long.MinValue"/> when none.</summary>
    long SegmentStart(string? user, string? address, string? deviceText, long utcTicks);

    /// <summary>The first boundary after an instant, UTC ticks; <see cref="long.MaxValue"/> when none.</summary>
    long SegmentEnd(string? user, string? address, string? deviceText, long utcTicks);
}
