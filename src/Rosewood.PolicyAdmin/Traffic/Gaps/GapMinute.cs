namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>What one person asked for in one minute.</summary>
internal sealed class GapMinute
{
    /// <summary>One person asks for no more in a minute; a machine that does shows nothing about pages.</summary>
    private const int MostHosts = 256;

    /// <summary>Services to which the person went.</summary>
    public HashSet<int> Services { get; } = [];

    /// <summary>Hosts or domains outside the catalogue.</summary>
    public HashSet<string> Hosts { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a host.</summary>
    /// <returns>Whether it is new here.</returns>
    public bool Add(string host) => Hosts.Count < MostHosts && Hosts.Add(host);
}
