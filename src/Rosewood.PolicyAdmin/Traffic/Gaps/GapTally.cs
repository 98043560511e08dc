using System.Runtime.InteropServices;

namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>What the minutes of all people come to: a host's beside each service, and all of it. Bounded whatever the log holds.</summary>
internal sealed class GapTally
{
    /// <summary>So many hosts outside the catalogue are remembered; then those that were seen in one minute only are forgotten.</summary>
    private readonly int _mostHosts;

    private readonly Dictionary<string, GapHost> _hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _serviceMinutes = [];

    public GapTally(int mostHosts = 200_000) => _mostHosts = mostHosts;

    /// <summary>Minutes of people, each once.</summary>
    public long Minutes { get; private set; }

    /// <summary>Whether hosts were forgotten for want of room.</summary>
    public bool Forgot { get; private set; }

    /// <summary>How many services were visited.</summary>
    public int ServicesVisited => _serviceMinutes.Count;

    /// <summary>Hosts outside the catalogue.</summary>
    public IReadOnlyCollection<GapHost> Hosts => _hosts.Values;

    /// <summary>The catalogue's hosts that were seen at all.</summary>
    public HashSet<string> CatalogueHosts { get; } = new(StringComparer.Ordinal);

    /// <summary>In how many minutes of people a service was visited.</summary>
    public int MinutesOf(int service) => _serviceMinutes.GetValueOrDefault(service);

    /// <summary>Takes a minute of a person. Minutes come in their order.</summary>
    public void Add(int person, long minute, int day, GapMinute seen)
    {
        Minutes++;
        foreach (var service in seen.Services)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_serviceMinutes, service, out _)++;
        }

        foreach (var name in seen.Hosts)
        {
            if (!_hosts.TryGetValue(name, out var host))
            {
                if (_hosts.Count >= _mostHosts && !MakeRoom())
                {
                    continue;
                }

                _hosts.Add(name, host = new GapHost(name));
            }

            host.Minutes++;
            foreach (var service in seen.Services)
            {
                host.PairWith(service)?.Add(person, minute, day);
            }
        }
    }

    private bool MakeRoom()
    {
        Forgot = true;
        foreach (var rare in _hosts.Values.Where(h => h.Minutes == 1).ToList())
        {
            _hosts.Remove(rare.Name);
        }

        return _hosts.Count < _mostHosts;
    }
}
