namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>A hole in the evidence: what <c>Get-FirewallLogCoverage</c> gives.</summary>
/// <param name="Kind">What sort of hole.</param>
/// <param name="From">Where it begins, school local time.</param>
/// <param name="Until">Where it ends.</param>
/// <param name="Source">The log, or null when it is about all of them.</param>
/// <param name="Share">How much of the traffic in that time is concerned, 0 to 1; null where a share says nothing.</param>
/// <param name="Explanation">What is missing, and what to do about it.</param>
public sealed record CoverageFinding(CoverageKind Kind, DateTimeOffset From, DateTimeOffset Until, string? Source, double? Share, string Explanation);

/// <summary>A sort of hole in the evidence.</summary>
public enum CoverageKind
{
    /// <summary>No log was imported at all.</summary>
    NothingImported,

    /// <summary>Half an hour or more without a single line while the school was open, or the whole time asked for without one.</summary>
    NoLines,

    /// <summary>An hour or more in which one log said nothing while another did and the school was open.</summary>
    SourceQuiet,

    /// <summary>A log's clock went back.</summary>
    ClockJump,

    /// <summary>Requests that name no user.</summary>
    NoUser,

    /// <summary>Requests that show no host name.</summary>
    NoHost,

    /// <summary>Lines that could not be read.</summary>
    Malformed,

    /// <summary>Traffic that the log can't see into: outside resolvers, VPN services, QUIC.</summary>
    HiddenTraffic,

    /// <summary>Visits from devices that neither the inventory nor a network tells the class of: reports say it.</summary>
    UnknownDevice,
}
