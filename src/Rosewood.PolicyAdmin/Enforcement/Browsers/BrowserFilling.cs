using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>
/// Fills a list of limited length by rank: services that the policy names first, then the others; of each the hosts where people go, then
/// those of apps, then media. A service is blocked with all its primary hosts or left out whole.
/// </summary>
/// <param name="closed">What should be blocked.</param>
/// <param name="open">Hosts that are not blocked, though one above them may be.</param>
/// <param name="limit">Entries that fit.</param>
internal sealed class BrowserFilling(IReadOnlyList<BlockedHost> closed, IReadOnlyList<string> open, int limit)
{
    private static readonly (bool Named, HostRole Rank)[] Rounds =
    [
        (true, HostRole.Primary), (true, HostRole.Api), (true, HostRole.Media),
        (false, HostRole.Primary), (false, HostRole.Api), (false, HostRole.Media),
    ];

    private readonly HashSet<string> _open = open.ToHashSet(StringComparer.Ordinal);
    private readonly SortedSet<string> _left = new(StringComparer.Ordinal);
    private HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The entries.</summary>
    public IReadOnlySet<string> Taken => _taken;

    /// <summary>The services that did not fit.</summary>
    public IReadOnlySet<string> LeftServices => _left;

    /// <summary>Fills the list.</summary>
    public void Fill()
    {
        var services = closed.GroupBy(h => h.Service, StringComparer.Ordinal)
            .Select(g => (Name: g.Key, g.First().NamedInPolicy, Hosts: g.ToLookup(h => h.Role, h => h.Host)))
            .OrderBy(s => s.Name, StringComparer.Ordinal)
            .ToLookup(s => s.NamedInPolicy);

        // A host that is taken late may make earlier ones needless: then there is room for another round.
        int covered;
        do
        {
            covered = closed.Count(h => IsCovered(h.Host));
            foreach (var (named, rank) in Rounds)
            {
                foreach (var service in services[named])
                {
                    Take(service.Name, [.. service.Hosts[rank]], isPrimary: rank == HostRole.Primary);
                }

                _taken = HostRules.Of(_taken, open).Blocked.Select(r => r.Host).ToHashSet(StringComparer.Ordinal);
            }
        }
        while (closed.Count(h => IsCovered(h.Host)) > covered);
    }

    private void Take(string service, IReadOnlyList<string> hosts, bool isPrimary)
    {
        var needed = hosts.Where(h => !IsCovered(h)).ToList();
        if (isPrimary)
        {
            if (_taken.Count + needed.Count > limit)
            {
                _left.Add(service);
                return;
            }

            _left.Remove(service);
        }
        else if (_left.Contains(service))
        {
            return;
        }

        _taken.UnionWith(needed.Take(limit - _taken.Count));
    }

    private bool IsCovered(string host) =>
        HostName.Parents(host).Prepend(host).FirstOrDefault(h => _taken.Contains(h) || _open.Contains(h)) is { } nearest && _taken.Contains(nearest);
}
