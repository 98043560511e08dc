using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// What a filter put into a category of the policy's (MIS-2), by one user or device, without a pause of half an hour: what
/// <c>Find-ProhibitedContentAccess</c> gives. It is where to look, and not what somebody did (MIS-3): pages embed advertisements, and filters err.
/// </summary>
public sealed record ContentAccess
{
    /// <summary>The person's display name when on the roster; else the log's user; null when the log has none.</summary>
    public required string? User { get; init; }

    /// <summary>The person's id when on the roster; else null.</summary>
    internal string? PersonId { get; init; }

    /// <summary>Whether the user is on the roster: others are never named in a report.</summary>
    public required bool OnRoster { get; init; }

    /// <summary>The device's inventory name, else what the log calls it, else null.</summary>
    public required string? Device { get; init; }

    /// <summary>Whose device it was at that moment.</summary>
    public required DeviceClass DeviceClass { get; init; }

    /// <summary>The client's address, or null.</summary>
    public required string? Address { get; init; }

    /// <summary>The policy's type.</summary>
    public required IncidentType Type { get; init; }

    /// <summary>The filter's categories, as its log has them.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Hosts, the most asked for first, ten at most; empty where the log names none and where addresses are withheld.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>How many hosts there were; 0 where addresses are withheld.</summary>
    public required int HostCount { get; init; }

    /// <summary>Whether addresses are withheld, as those of indecent images of children are: they are not in the store either.</summary>
    public required bool AddressesWithheld { get; init; }

    /// <summary>The first line, in the school's local time with its offset.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The last line.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Lines of what the filter let through.</summary>
    public required long Allowed { get; init; }

    /// <summary>Lines of what it refused.</summary>
    public required long Blocked { get; init; }

    /// <summary>Who is told, in order.</summary>
    public required string Route { get; init; }

    /// <summary>The clause that sets the route.</summary>
    public required string Clause { get; init; }
}
