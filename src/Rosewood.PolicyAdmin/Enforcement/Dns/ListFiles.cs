using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Single files for resolvers that answer every client alike: a bare response policy zone, a hosts file, dnsmasq's servers.</summary>
internal static class ListFiles
{
    public static TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts)
    {
        var clients = DnsClients.Alike(facts);
        var rules = DnsRules.For(facts, OpenServices.Where(facts.Access.Catalogue.Services.Count, static _ => false), isWhole: true);
        var (content, notes) = target.Format switch
        {
            EnforcementFormat.Rpz => (RpzZone.OfRules(target.Name, rules, target.BlockAddress), [.. RpzZone.Notes(rules)]),
            EnforcementFormat.Dnsmasq => (Dnsmasq(target, rules), (IReadOnlyList<string>)[]),
            _ => (Hosts(target, facts), HostsNotes),
        };
        return new TargetPlan(TargetText.File(target.Path!, content))
        {
            Widenings = clients.Widenings,
            Notes = [.. clients.Notes, .. notes],
        };
    }

    private static IReadOnlyList<string> HostsNotes =>
    [
        "A hosts file names single hosts: names under them that the catalogue does not list, except www, stay open.",
        $"A hosts file can't say 'no such name': Firefox's question ({BypassHost.Canary}) and iCloud Private Relay's names are not in it.",
    ];

    /// <summary>
    /// <c>server=/host/</c> is answered from nowhere but here, so with no such name; it may stand in a servers-file, which dnsmasq reads
    /// again when told to. With a block address there is <c>address=</c>, which may only stand in its configuration.
    /// </summary>
    private static StringBuilder Dnsmasq(EnforcementTargetConfig target, IReadOnlyList<DnsRule> rules)
    {
        var file = new StringBuilder(TargetText.Head("#", target.Name));
        foreach (var rule in rules)
        {
            file.Append(CultureInfo.InvariantCulture, $"server=/{rule.Host}/{(rule.Action == DnsAction.Open ? "#" : "")}\n");
            if (rule.Action == DnsAction.Block && target.BlockAddress is { } address)
            {
                file.Append(CultureInfo.InvariantCulture, $"address=/{rule.Host}/{address}\n");
            }
        }

        return file;
    }

    private static StringBuilder Hosts(EnforcementTargetConfig target, EnforcementFacts facts)
    {
        var file = new StringBuilder(TargetText.Head("#", target.Name));
        var catalogue = facts.Access.Catalogue;
        var names = facts.Blocks.All.Select(h => h.Host)
            .Concat(facts.Blocks.All.Select(h => $"www.{h.Host}").Where(h => h.Length <= Catalogue.HostName.MaxLength && catalogue.Match(h) is { Found: true } m && BlockList.IsBlocked(m.Role)))
            .Concat(BypassHost.All.Where(b => !b.IsSignal && !catalogue.Match(b.Host).IsSchoolService).Select(b => b.Host))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        string[] addresses = target.BlockAddress is { } given ? [given, Other(given)] : ["0.0.0.0", "::"];
        foreach (var name in names)
        {
            foreach (var address in addresses)
            {
                file.Append(address).Append(' ').Append(name).Append('\n');
            }
        }

        return file;
    }

    /// <summary>The other family's nowhere: without it that family's question would be asked further up.</summary>
    private static string Other(string address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6 ? "0.0.0.0" : "::";
}
