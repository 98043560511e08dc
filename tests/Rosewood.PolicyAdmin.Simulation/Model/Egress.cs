namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>What sort of network a sign-in comes out of.</summary>
public enum EgressKind
{
    /// <summary>The school's one address.</summary>
    School,

    /// <summary>A home.</summary>
    Home,

    /// <summary>A mobile carrier.</summary>
    Carrier,

    /// <summary>The school's cloud proxy.</summary>
    Proxy,

    /// <summary>Another school.</summary>
    OtherSite,

    /// <summary>Another country.</summary>
    Abroad,
}

/// <summary>The public address that a sign-in comes from, and where address tables think it is.</summary>
/// <param name="Address">IPv4 or IPv6.</param>
/// <param name="Kind">What sort of network it is.</param>
/// <param name="City">The town.</param>
/// <param name="State">The county or state.</param>
/// <param name="Country">Two letters.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="AutonomousSystem">The network's number.</param>
public sealed record Egress(string Address, EgressKind Kind, string City, string State, string Country, double Latitude, double Longitude, int AutonomousSystem);
