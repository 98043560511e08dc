using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Feeds;

/// <summary>The entries of a feed, and what its syntax blocks too much or leaves open.</summary>
/// <param name="Lines">The entries, sorted by host.</param>
/// <param name="OverBlocked">Hosts that stay open by the decision, but not by this feed.</param>
/// <param name="LeftOpen">Hosts that are blocked by the decision, but not by this feed.</param>
internal sealed record FeedLines(IReadOnlyList<string> Lines, IReadOnlyList<string> OverBlocked, IReadOnlyList<string> LeftOpen)
{
    /// <summary>The entries in a format.</summary>
    public static FeedLines Of(EnforcementFormat? format, EnforcementFacts facts) => format switch
    {
        EnforcementFormat.Hosts => Hosts(facts),
        EnforcementFormat.AdBlock => AdBlock(HostRules.Of(facts.Blocks.All.Select(h => h.Host), facts.Blocks.Open)),
        _ => Suffixes(format, facts),
    };

    /// <summary>Lists that know no exception: the upper of two blocked hosts says all.</summary>
    private static FeedLines Suffixes(EnforcementFormat? format, EnforcementFacts facts)
    {
        var rules = HostRules.Of(facts.Blocks.All.Select(h => h.Host), []);
        return new([.. rules.Blocked.SelectMany(r => Entries(format, r.Host))], [.. facts.Blocks.Open.Where(rules.Blocks)], []);
    }

    private static string[] Entries(EnforcementFormat? format, string host) => format switch
    {
        EnforcementFormat.UrlList => [$"{host}/*", $"*.{host}/*"],
        EnforcementFormat.FortiGate => [host, $"*.{host}"],

        // Without its final slash an entry would also match longer names that begin like it.
        EnforcementFormat.PaloAlto => [$"{host}/", $"*.{host}/"],
        _ => [host],
    };

    /// <summary>A hosts file names single hosts, in both address families: the other one's question would go further up.</summary>
    private static FeedLines Hosts(EnforcementFacts facts)
    {
        var catalogue = facts.Access.Catalogue;
        var names = facts.Blocks.All.Select(h => h.Host)
            .Concat(facts.Blocks.All.Select(h => $"www.{h.Host}").Where(h => h.Length <= HostName.MaxLength && catalogue.Match(h) is { Found: true } m && BlockList.IsBlocked(m.Role)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return new([.. names.SelectMany(n => new[] { $"0.0.0.0 {n}", $":: {n}" })], [], []);
    }

    /// <summary>Exceptions win over blocks, important blocks over exceptions, and important exceptions over all: three steps down, and no more.</summary>
    private static FeedLines AdBlock(HostRules rules)
    {
        const int Deepest = 3;
        var sayable = rules.All.Where(r => r.Depth <= Deepest).ToList();
        var lines = sayable.Select(r => $"{(r.IsBlocked ? "" : "@@")}||{r.Host}^{(r.Depth > 1 ? "$important" : "")}");
        return new([.. lines], [], [.. rules.Blocked.Where(r => r.Depth > Deepest).Select(r => r.Host)]);
    }
}
