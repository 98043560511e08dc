using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>
/// AdGuard Home: a rule for each blocked host that leaves out what is open under it (<c>denyallow</c>) and the clients to whom its
/// service is open (<c>client=~</c>). There are no exception rules: those would undo the school's other lists as well.
/// </summary>
internal static class AdGuardFile
{
    public static TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        var clients = DnsClients.Of(facts, force);
        var catalogue = facts.Access.Catalogue;
        var file = new StringBuilder(TargetText.Head("!", target.Name));
        var owner = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var host in facts.Blocks.All)
        {
            owner.TryAdd(host.Host, catalogue.IndexOf(host.Service));
        }

        var below = Below(owner.Keys.Concat(facts.Blocks.Open));
        foreach (var (host, service) in owner)
        {
            // Under a host of the same service a rule of one's own is needed only below an open one.
            var above = HostName.Parents(host).FirstOrDefault(below.ContainsKey);
            if (above is not null && owner.TryGetValue(above, out var upper) && upper == service)
            {
                continue;
            }

            var except = Except(host, service).Order(StringComparer.Ordinal).ToList();
            var open = clients.Pieces.Where(p => p.Open.Has(service)).Select(p => p.Prefix);
            AddRule(host, except, open, target.BlockAddress is null ? "NXDOMAIN;;" : target.BlockAddress);
        }

        foreach (var bypass in BypassHost.All.Where(b => !catalogue.Match(b.Host).IsSchoolService && !owner.ContainsKey(b.Host)))
        {
            AddRule(bypass.Host, [], clients.Free, "NXDOMAIN;;");
        }

        AddRule(BypassHost.DiscoveryZone, [], clients.Free, "NOERROR;;");
        return new TargetPlan(TargetText.File(target.Path!, file))
        {
            Openings = clients.Openings,
            Widenings = clients.Widenings,
            Notes = clients.Notes,
            NextChange = clients.NextChange,
        };

        void AddRule(string host, IReadOnlyList<string> except, IEnumerable<AddressPrefix> open, string answer)
        {
            var modifiers = new List<string>();
            if (except.Count > 0)
            {
                modifiers.Add($"denyallow={string.Join('|', except)}");
            }

            var free = string.Join('|', open.Select(p => $"~{p}"));
            if (free.Length > 0)
            {
                modifiers.Add($"client={free}");
            }

            modifiers.Add($"dnsrewrite={answer}");
            file.Append(CultureInfo.InvariantCulture, $"||{host}^${string.Join(',', modifiers)}\n");
        }

        // The nearest hosts below that are open, or another service's; those of the same service are passed through.
        IEnumerable<string> Except(string host, int service) => below[host].SelectMany(b =>
            owner.TryGetValue(b, out var other) && other == service ? Except(b, service) : [b]);
    }

    /// <summary>For each host the nearest ones under it.</summary>
    private static Dictionary<string, List<string>> Below(IEnumerable<string> hosts)
    {
        var below = hosts.Distinct(StringComparer.Ordinal).ToDictionary(h => h, static _ => new List<string>(), StringComparer.Ordinal);
        foreach (var host in below.Keys)
        {
            if (HostName.Parents(host).FirstOrDefault(below.ContainsKey) is { } above)
            {
                below[above].Add(host);
            }
        }

        return below;
    }
}
