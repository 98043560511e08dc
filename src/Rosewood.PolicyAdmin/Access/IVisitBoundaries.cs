namespace Rosewood.PolicyAdmin.Access;

/// <summary>Where visits split: at midnight, where grants begin, end or are revoked, and on own devices at the bells.</summary>
public interface IVisitBoundaries
{
    /// <summary>The segment that an instant lies in.</summary>
    /// <param name="user">The log's user, or null.</param>
    /// <param name="address">The client's address, or null.</param>
    /// <param name="deviceText">What the log calls the device, or null.</param>
    /// <param name="utcTicks">The instant.</param>
    VisitSegment Segment(string? user, string? address, string? deviceText, long utcTicks);
}
