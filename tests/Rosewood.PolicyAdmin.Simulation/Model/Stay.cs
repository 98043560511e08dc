namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>A person's time at one place.</summary>
/// <param name="From">Its begin, milliseconds since 1970 UTC.</param>
/// <param name="To">Its end, exclusive.</param>
/// <param name="Place">Where.</param>
public sealed record Stay(long From, long To, Place Place)
{
    /// <summary>How long, in minutes.</summary>
    public double Minutes => (To - From) / 60_000.0;

    /// <summary>Whether the instant lies in it.</summary>
    public bool Has(long at) => at >= From && at < To;
}
