using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>Blocked and open host suffixes as the fewest rules by which the longest decides.</summary>
internal sealed class HostRules
{
    private readonly Dictionary<string, HostRule> _byHost;

    private HostRules(IEnumerable<HostRule> rules)
    {
        All = [.. rules.OrderBy(r => r.Host, StringComparer.Ordinal)];
        _byHost = All.ToDictionary(r => r.Host, StringComparer.Ordinal);
    }

    /// <summary>The rules by host.</summary>
    public IReadOnlyList<HostRule> All { get; }

    /// <summary>The blocked suffixes, by host.</summary>
    public IEnumerable<HostRule> Blocked => All.Where(r => r.IsBlocked);

    /// <summary>The open suffixes under blocked ones, by host.</summary>
    public IEnumerable<HostRule> Open => All.Where(r => !r.IsBlocked);

    /// <summary>The rules of what is blocked and open; a host that is named as both is blocked.</summary>
    public static HostRules Of(IEnumerable<string> blocked, IEnumerable<string> open)
    {
        var wanted = open.ToDictionary(h => h, _ => false, StringComparer.Ordinal);
        foreach (var host in blocked)
        {
            wanted[host] = true;
        }

        // From the shortest on, so that a rule's upper one is known when its turn comes.
        var kept = new Dictionary<string, HostRule>(StringComparer.Ordinal);
        foreach (var (host, isBlocked) in wanted.OrderBy(w => w.Key.Length))
        {
            var above = HostName.Parents(host).Select(p => kept.GetValueOrDefault(p)).FirstOrDefault(r => r is not null);
            if (isBlocked != (above?.IsBlocked ?? false))
            {
                kept.Add(host, new HostRule(host, isBlocked) { Depth = above is null ? 0 : above.Depth + 1 });
            }
        }

        return new HostRules(kept.Values);
    }

    /// <summary>Whether the rules block a host.</summary>
    /// <param name="host">In normal form.</param>
    public bool Blocks(string host) => HostName.Parents(host).Prepend(host).Select(h => _byHost.GetValueOrDefault(h)).FirstOrDefault(r => r is not null) is { IsBlocked: true };
}
