using System.Globalization;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Feeds;

/// <summary>What a feed can't say, in sentences for the technician.</summary>
internal static class FeedNotes
{
    public static IEnumerable<string> Of(EnforcementTargetConfig target, EnforcementFacts facts, FeedLines feed)
    {
        var own = facts.Access.Catalogue.OwnHosts.ToHashSet(StringComparer.Ordinal);
        var (ownBlocked, others) = (feed.OverBlocked.Where(own.Contains).ToList(), feed.OverBlocked.Where(h => !own.Contains(h)).ToList());
        if (ownBlocked.Count > 0)
        {
            yield return $"This feed blocks hosts of the school's own services, which lie under blocked ones: {string.Join(", ", ownBlocked)}. Open them on the firewall, before the rule with this feed.";
        }

        if (others.Count > 0)
        {
            yield return $"{target.Format} has no exceptions, so that these hosts are blocked though the policy does not ask it: {string.Join(", ", others)}. Pages with their buttons and players lack them; open on the firewall what is missed.";
        }

        if (feed.LeftOpen.Count > 0)
        {
            yield return $"These hosts lie too deep under exceptions and stay open: {string.Join(", ", feed.LeftOpen)}.";
        }

        if (FormatNote(target.Format) is { } note)
        {
            yield return note;
        }

        if (FeedFormat.Of(target.Format).MostEntries is { } most && feed.Lines.Count > most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The feed has {feed.Lines.Count} entries, and small models take {most}; what comes after them is not blocked. Switch services off in the catalogue.");
        }
    }

    private static string? FormatNote(EnforcementFormat? format) => format switch
    {
        EnforcementFormat.Hosts => "A hosts file names single hosts: names under them that the catalogue does not list, except www, stay open.",
        EnforcementFormat.PfBlockerNG => "pfBlockerNG blocks what is under a listed name only with TLD (wildcard blocking) switched on under DNSBL.",
        EnforcementFormat.DomainList => "The list names domains: its reader has to block what is under them too.",
        _ => null,
    };
}
