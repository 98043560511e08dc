using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement.Addresses;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>A catalogue as rules by host.</summary>
internal static class DnsRules
{
    /// <summary>The rules for those to whom some services are open.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="open">The services that are open to them.</param>
    /// <param name="isWhole">
    /// Whether the rules stand alone; else they lie over those for everybody, so that what is open is said too, and names that lead
    /// past the resolver are left to the rules below.
    /// </param>
    /// <returns>By host; the fewest that say it.</returns>
    public static IReadOnlyList<DnsRule> For(EnforcementFacts facts, OpenServices open, bool isWhole)
    {
        var catalogue = facts.Access.Catalogue;
        var wanted = new SortedDictionary<string, DnsAction>(StringComparer.Ordinal);
        foreach (var host in facts.Blocks.All)
        {
            wanted.TryAdd(host.Host, open.Has(catalogue.IndexOf(host.Service)) ? DnsAction.Open : DnsAction.Block);
        }

        foreach (var host in facts.Blocks.Open)
        {
            wanted.TryAdd(host, DnsAction.Open);
        }

        if (isWhole && !open.IsAll)
        {
            AddBypass(wanted, catalogue);
        }

        return Fill(Reduce(wanted, isWhole));
    }

    private static void AddBypass(SortedDictionary<string, DnsAction> wanted, ServiceCatalogue catalogue)
    {
        foreach (var bypass in BypassHost.All.Where(b => !catalogue.Match(b.Host).IsSchoolService))
        {
            wanted[bypass.Host] = bypass.IsSignal ? DnsAction.NoName : DnsAction.Block;
        }

        wanted[BypassHost.DiscoveryZone] = DnsAction.NoData;
    }

    /// <summary>Leaves out what the rule above says already.</summary>
    private static SortedDictionary<string, DnsAction> Reduce(SortedDictionary<string, DnsAction> wanted, bool isWhole)
    {
        var kept = new SortedDictionary<string, DnsAction>(StringComparer.Ordinal);
        foreach (var (host, action) in wanted)
        {
            var above = HostName.Parents(host).FirstOrDefault(wanted.ContainsKey);
            var inherited = above is null ? (isWhole ? DnsAction.Open : (DnsAction?)null) : wanted[above];
            if (action != inherited)
            {
                kept.Add(host, action);
            }
        }

        return kept;
    }

    /// <summary>
    /// Says for each name between two rules what the upper one means. A wildcard of a zone stops where a name below exists (RFC 4592),
    /// so that <c>*.example</c> would say nothing about <c>x.b.example</c> once there is a rule for <c>a.b.example</c>.
    /// </summary>
    private static List<DnsRule> Fill(SortedDictionary<string, DnsAction> rules)
    {
        var filled = new SortedDictionary<string, DnsAction>(rules, StringComparer.Ordinal);
        foreach (var host in rules.Keys)
        {
            var between = HostName.Parents(host).TakeWhile(p => !rules.ContainsKey(p)).ToList();
            if (HostName.Parents(host).Skip(between.Count).FirstOrDefault() is { } above)
            {
                between.ForEach(p => filled[p] = rules[above]);
            }
        }

        return [.. filled.Select(r => new DnsRule(r.Key, r.Value))];
    }
}
