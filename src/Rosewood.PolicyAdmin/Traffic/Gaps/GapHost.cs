namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>A host that is not in the catalogue, and where it was seen.</summary>
/// <param name="name">Host or domain, in normal form.</param>
internal sealed class GapHost(string name)
{
    private const int MostServices = 32;

    /// <summary>Host or domain, in normal form.</summary>
    public string Name { get; } = name;

    /// <summary>All minutes of people that show it.</summary>
    public int Minutes { get; set; }

    /// <summary>By the service's index. A host that is seen beside more services than this belongs to none of them.</summary>
    public Dictionary<int, GapPair> Beside { get; } = [];

    /// <summary>What it is beside a service; null when it has too many already.</summary>
    public GapPair? PairWith(int service)
    {
        if (!Beside.TryGetValue(service, out var pair) && Beside.Count < MostServices)
        {
            Beside.Add(service, pair = new GapPair());
        }

        return pair;
    }
}
