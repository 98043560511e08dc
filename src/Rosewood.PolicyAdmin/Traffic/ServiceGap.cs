using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>A host that the catalogue does not have and that logs show beside a service: what <c>Find-SocialMediaServiceGap</c> gives. Names no person.</summary>
public sealed record ServiceGap
{
    /// <summary>The host, or the domain over several that were seen.</summary>
    public required string HostName { get; init; }

    /// <summary>The service that it was seen beside.</summary>
    public required string Service { get; init; }

    /// <summary>The role it seems to have; look before you believe it.</summary>
    public required HostRole Role { get; init; }

    /// <summary>How much the evidence bears.</summary>
    public required GapConfidence Confidence { get; init; }

    /// <summary>Visits to the service that showed it.</summary>
    public required int Sessions { get; init; }

    /// <summary>People whose visits showed it twice or more; devices where the log names nobody.</summary>
    public required int People { get; init; }

    /// <summary>Days on which it was seen beside the service.</summary>
    public required int Days { get; init; }

    /// <summary>How many times oftener it is asked for in the minutes of a visit than in other minutes.</summary>
    public required double Lift { get; init; }

    /// <summary>Which part of all the minutes that show it are minutes of the service, from 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>How many of the catalogue's hosts of this service these logs never show; perhaps dead.</summary>
    public required int HostsNeverSeen { get; init; }

    /// <summary>The evidence in a sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>The command that adds it, for PowerShell and for <c>rosewood</c>, to be run when a person has looked.</summary>
    public required string Command { get; init; }
}
