using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>
/// BIND: a view for everybody, in which addresses that are let through come before the block; and a view for each set of services that
/// only some addresses have, since BIND's policy zones know no rule for a name and a client together. Where views are, all zones must
/// be in views: the school's own come from files beside the entry.
/// </summary>
internal static class BindFiles
{
    /// <summary>The file in the target's folder that holds the school's own zones.</summary>
    public const string OwnZones = "zones.conf";

    /// <summary>The file that names them again for the further views: a zone that BIND writes can be in one view only, and is lent to others by <c>in-view</c>.</summary>
    public const string OwnZonesAgain = "zones-again.conf";

    public static TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        var clients = DnsClients.Of(facts, force);
        var narrow = clients.Narrow;
        var partsFolder = Path.Combine(target.Path!, DnsFormats.Parts);
        var parts = new List<PlannedFile>();
        var entry = new StringBuilder(TargetText.Head("#", target.Name));
        for (var i = 0; i < narrow.Count; i++)
        {
            entry.Append(CultureInfo.InvariantCulture, $"acl \"{Name(i)}\" {{ {string.Concat(narrow[i].Prefixes.Select(p => $"{p}; "))}}};\n");
        }

        var rules = DnsRules.For(facts, OpenServices.Where(facts.Access.Catalogue.Services.Count, static _ => false), isWhole: true);
        var others = string.Concat(Enumerable.Range(0, narrow.Count).Select(i => $"!\"{Name(i)}\"; "));
        AddView("rosewood", $"{others}any;", OwnZones, [("open", RpzZone.OfClients(target.Name, clients.Free)), ("block", RpzZone.OfRules(target.Name, rules, target.BlockAddress))]);
        for (var i = 0; i < narrow.Count; i++)
        {
            var own = DnsRules.For(facts, narrow[i].Open, isWhole: true);
            AddView(Name(i), $"\"{Name(i)}\";", OwnZonesAgain, [(string.Create(CultureInfo.InvariantCulture, $"part-{i + 1}"), RpzZone.OfRules(target.Name, own, target.BlockAddress))]);
        }

        return new TargetPlan(TargetText.File(DnsFormats.EntryOf(target), entry))
        {
            Parts = [.. parts.DistinctBy(p => p.Path, StringComparer.Ordinal)],
            PartsFolder = partsFolder,
            Openings = clients.Openings,
            Widenings = clients.Widenings,
            Notes = [.. clients.Notes, .. RpzZone.Notes(rules)],
            NextChange = clients.NextChange,
        };

        void AddView(string name, string matches, string ownZones, IReadOnlyList<(string Name, StringBuilder Content)> zones)
        {
            // qname-wait-recurse no: blocked without asking anybody first. break-dnssec yes: also for those who ask for signatures.
            var list = string.Concat(zones.Select(z => $"zone \"{z.Name}.rosewood.rpz\"; "));
            entry.Append(CultureInfo.InvariantCulture, $"view \"{name}\" {{\n    match-clients {{ {matches} }};\n");
            entry.Append(CultureInfo.InvariantCulture, $"    response-policy {{ {list}}} qname-wait-recurse no break-dnssec yes max-policy-ttl {DnsText.Ttl} min-update-interval 0;\n");
            foreach (var (zone, content) in zones)
            {
                var part = TargetText.Part(partsFolder, zone, ".zone", content);
                parts.Add(part);
                entry.Append(CultureInfo.InvariantCulture, $"    zone \"{zone}.rosewood.rpz\" {{ type primary; file {DnsText.Quoted(part.Path)}; allow-query {{ none; }}; allow-transfer {{ none; }}; notify no; }};\n");
            }

            entry.Append(CultureInfo.InvariantCulture, $"    include {DnsText.Quoted(Path.Combine(target.Path!, ownZones))};\n}};\n");
        }
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"rosewood-{index + 1}");
}
