namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>What fits into a browser's lists, and in words what does not: browsers pass over entries beyond the limit without one.</summary>
/// <param name="Rules">Blocked hosts and those open under them; the longest decides.</param>
/// <param name="Notes">What is left out, by name.</param>
internal sealed record BrowserHosts(HostRules Rules, IReadOnlyList<string> Notes)
{
    /// <summary>Chrome, Edge and Firefox take as many entries in a list.</summary>
    public const int Limit = 1000;

    /// <summary>Fills the lists.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="openServices">The services that are not blocked.</param>
    /// <param name="limit">Entries in a list.</param>
    public static BrowserHosts Of(EnforcementFacts facts, IReadOnlySet<string> openServices, int limit = Limit)
    {
        var closed = facts.Blocks.All.Where(h => !openServices.Contains(h.Service)).ToList();
        var hosts = closed.Select(h => h.Host).ToHashSet(StringComparer.Ordinal);

        // The school's own hosts first, should the list not hold all that may stay open.
        var own = facts.Access.Catalogue.OwnHosts.ToHashSet(StringComparer.Ordinal);
        var open = facts.Blocks.Open.OrderByDescending(own.Contains)
            .Concat(facts.Blocks.All.Where(h => openServices.Contains(h.Service)).Select(h => h.Host))
            .Where(h => !hosts.Contains(h))
            .ToList();
        var filling = new BrowserFilling(closed, open, limit);
        filling.Fill();
        var needed = HostRules.Of(filling.Taken, open).Open.Select(r => r.Host).ToHashSet(StringComparer.Ordinal);
        var rules = HostRules.Of(filling.Taken, open.Where(needed.Contains).Take(limit));
        return new(rules, [.. LeftServices(filling, limit), .. LeftHosts(closed, filling, rules, limit), .. OverBlocked(open, rules, limit)]);
    }

    private static IEnumerable<string> LeftServices(BrowserFilling filling, int limit)
    {
        if (filling.LeftServices.Count > 0)
        {
            yield return $"The browser takes {limit} entries; these services did not fit and are not blocked in it: {string.Join(", ", filling.LeftServices)}.";
        }
    }

    private static IEnumerable<string> LeftHosts(List<BlockedHost> closed, BrowserFilling filling, HostRules rules, int limit)
    {
        var left = closed.Where(h => !filling.LeftServices.Contains(h.Service) && !rules.Blocks(h.Host)).ToList();
        if (left.Count > 0)
        {
            var services = left.GroupBy(h => h.Service, h => h.Host, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
            yield return $"The browser takes {limit} entries; these hosts of blocked services, for their apps and media, did not fit: {string.Join("; ", services.Select(g => $"{g.Key}: {string.Join(", ", g)}"))}.";
        }
    }

    private static IEnumerable<string> OverBlocked(List<string> open, HostRules rules, int limit)
    {
        var closed = open.Where(rules.Blocks).Order(StringComparer.Ordinal).ToList();
        if (closed.Count > 0)
        {
            yield return $"The browser takes {limit} exceptions; these hosts did not fit and are blocked though the policy does not ask it: {string.Join(", ", closed)}.";
        }
    }
}
