using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>What sort of hole the evidence has.</summary>
public enum CoverageKind
{
    /// <summary>Nothing imported.</summary>
    NothingImported,

    /// <summary>Hours without lines.</summary>
    NoLines,

    /// <summary>A source went quiet.</summary>
    SourceQuiet,

    /// <summary>A clock jumped.</summary>
    ClockJump,

    /// <summary>Traffic without user.</summary>
    NoUser,

    /// <summary>Traffic without host.</summary>
    NoHost,

    /// <summary>Lines that could not be read.</summary>
    Malformed,

    /// <summary>Traffic that hides its host.</summary>
    HiddenTraffic,
}

/// <summary>A hole.</summary>
public sealed record CoverageFinding(CoverageKind Kind, DateTimeOffset From, DateTimeOffset Until, string? Source, double? Share, string Explanation);

/// <summary>Finds holes.</summary>
public static class CoverageReader
{
    /// <summary>Reads them.</summary>
    public static IReadOnlyList<CoverageFinding> Read(CommandContext context, DateTimeOffset from, DateTimeOffset to) =>
        [new(CoverageKind.NothingImported, from, to, Source: null, Share: null, "No log has been imported for this time.")];
}
