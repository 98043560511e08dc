using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>A visit with its verdict: what <c>Find-SocialMediaUse</c> gives.</summary>
public sealed record Visit
{
    /// <summary>The person's display name when on the roster; else the log's user; null when the log has none.</summary>
    public required string? User { get; init; }

    /// <summary>Whether the user is on the roster: others are never named in a report.</summary>
    public required bool OnRoster { get; init; }

    /// <summary>The person's id when on the roster: names may be shared, and change.</summary>
    internal string? PersonId { get; init; }

    /// <summary>Whether the user fits more than one person on the roster, so that nobody can be named.</summary>
    internal bool IsAmbiguous { get; init; }

    /// <summary>The device's inventory name, else what the log calls it, else null.</summary>
    public required string? Device { get; init; }

    /// <summary>Whose device it was at that moment.</summary>
    public required DeviceClass DeviceClass { get; init; }

    /// <summary>The client's address, or null.</summary>
    public required string? Address { get; init; }

    /// <summary>The service.</summary>
    public required string Service { get; init; }

    /// <summary>First hit, in the school's local time with its offset.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Last hit: an estimate of the end.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Hits.</summary>
    public required int Hits { get; init; }

    /// <summary>Bytes to the client.</summary>
    public required long Bytes { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public required ReasonCode Reason { get; init; }

    /// <summary>The clause.</summary>
    public required string Clause { get; init; }

    /// <summary>The covering grant, or null.</summary>
    public required string? GrantId { get; init; }

    /// <summary>
    /// How long a connection that began under the grant was still open after the grant's end, or null when none was or it is not known.
    /// It says that the proxy left it open, and nothing about the person: the verdict stays. Of grants that overlap the last end counts.
    /// </summary>
    public TimeSpan? OutlivedGrantBy { get; init; }

    /// <summary>The grant whose end was outlived, which may be a later one than <see cref="GrantId"/>; null when none was.</summary>
    internal string? OutlivedGrantId { get; init; }

    /// <summary>Whether a grant covered it and it was imported by a version that did not keep how long connections stayed open.</summary>
    internal bool IsOutlivingUnknown { get; init; }

    /// <summary>Whether it is unexplained, and counts as a school device's for want of anything that is known of the device.</summary>
    internal bool IsFromUnknownDevice => Verdict == Verdict.Unexplained && DeviceClass == DeviceClass.Unknown;

    /// <summary>Whether the policy names the service (SAF-2).</summary>
    public required bool NamedInPolicy { get; init; }
}
