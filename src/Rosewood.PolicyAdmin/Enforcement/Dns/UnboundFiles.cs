using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>
/// Unbound: response policy zones in order. First who is let through, by address; then, for clients with a tag, what is open to them;
/// then what is blocked for everybody, so that an address that nobody foresaw is blocked.
/// </summary>
internal static class UnboundFiles
{
    public static TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        var clients = DnsClients.Of(facts, force);
        var folder = target.Path!;
        var partsFolder = Path.Combine(folder, DnsFormats.Parts);
        var parts = new List<PlannedFile>();
        var entry = new StringBuilder(TargetText.Head("#", target.Name));
        var narrow = clients.Narrow;
        if (narrow.Count > 0)
        {
            entry.Append("server:\n");
        }

        for (var i = 0; i < narrow.Count; i++)
        {
            entry.Append(CultureInfo.InvariantCulture, $"    define-tag: \"{Tag(i)}\"\n");
            foreach (var prefix in narrow[i].Prefixes)
            {
                entry.Append(CultureInfo.InvariantCulture, $"    access-control-tag: {prefix} \"{Tag(i)}\"\n");
            }
        }

        AddZone("open", RpzZone.OfClients(target.Name, clients.Free), tag: null);
        for (var i = 0; i < narrow.Count; i++)
        {
            AddZone(string.Create(CultureInfo.InvariantCulture, $"part-{i + 1}"), RpzZone.OfRules(target.Name, DnsRules.For(facts, narrow[i].Open, isWhole: false), target.BlockAddress), Tag(i));
        }

        var rules = DnsRules.For(facts, OpenServices.Where(facts.Access.Catalogue.Services.Count, static _ => false), isWhole: true);
        AddZone("block", RpzZone.OfRules(target.Name, rules, target.BlockAddress), tag: null);
        return new TargetPlan(TargetText.File(DnsFormats.EntryOf(target), entry))
        {
            Parts = [.. parts.DistinctBy(p => p.Path, StringComparer.Ordinal)],
            PartsFolder = partsFolder,
            Openings = clients.Openings,
            Widenings = clients.Widenings,
            Notes = [.. clients.Notes, .. RpzZone.Notes(rules)],
            NextChange = clients.NextChange,
        };

        void AddZone(string name, StringBuilder content, string? tag)
        {
            var part = TargetText.Part(partsFolder, name, ".zone", content);
            parts.Add(part);
            entry.Append(CultureInfo.InvariantCulture, $"rpz:\n    name: \"{name}.rosewood.rpz.\"\n    zonefile: {DnsText.Quoted(part.Path)}\n");
            if (tag is not null)
            {
                entry.Append(CultureInfo.InvariantCulture, $"    tags: \"{tag}\"\n");
            }
        }
    }

    private static string Tag(int index) => string.Create(CultureInfo.InvariantCulture, $"rosewood-{index + 1}");
}
