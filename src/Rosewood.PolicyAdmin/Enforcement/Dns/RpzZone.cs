using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Rosewood.PolicyAdmin.Enforcement.Addresses;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Writes response policy zones: relative names, so that the zone may have any short name.</summary>
internal static class RpzZone
{
    /// <summary>Rules by host.</summary>
    /// <param name="target">The target's name, for the head.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="blockAddress">What blocked names answer, or null: no such name.</param>
    public static StringBuilder OfRules(string target, IReadOnlyList<DnsRule> rules, string? blockAddress)
    {
        var zone = Start(target);
        foreach (var rule in rules.Where(r => CanHold(r.Host)))
        {
            var data = Data(rule.Action, blockAddress);
            zone.Append(rule.Host).Append(' ').Append(data).Append('\n');
            if (rule.Host.Length + 2 <= DnsText.LongestOwner)
            {
                zone.Append("*.").Append(rule.Host).Append(' ').Append(data).Append('\n');
            }
        }

        return zone;
    }

    /// <summary>Clients for whom no rule of a later zone counts.</summary>
    public static StringBuilder OfClients(string target, IEnumerable<AddressPrefix> clients)
    {
        var zone = Start(target);
        foreach (var client in clients)
        {
            zone.Append(client.ToRpz()).Append(".rpz-client-ip CNAME rpz-passthru.\n");
        }

        return zone;
    }

    /// <summary>What a zone can't hold, in sentences.</summary>
    public static IEnumerable<string> Notes(IReadOnlyList<DnsRule> rules)
    {
        var none = rules.Where(r => !CanHold(r.Host)).Select(r => r.Host).ToList();
        if (none.Count > 0)
        {
            yield return $"These names are too long for a response policy zone, or end in one of its own words, and are not in it: {string.Join(", ", none)}.";
        }

        var alone = rules.Where(r => CanHold(r.Host) && r.Host.Length + 2 > DnsText.LongestOwner).Select(r => r.Host).ToList();
        if (alone.Count > 0)
        {
            yield return $"These names are in the response policy zone without the names under them, which would be too long: {string.Join(", ", alone)}.";
        }
    }

    /// <summary>Whether a host fits, and is none of the names by which these zones tell other triggers.</summary>
    private static bool CanHold(string host) =>
        host.Length <= DnsText.LongestOwner && !host[(host.LastIndexOf('.') + 1)..].StartsWith("rpz-", StringComparison.Ordinal);

    private static StringBuilder Start(string target)
    {
        // The serial stays: a changed content has another file's name, or is read again as a whole. Nothing is transferred from here.
        var zone = new StringBuilder(TargetText.Head(";", target));
        return zone.Append(CultureInfo.InvariantCulture, $"$TTL {DnsText.Ttl}\n@ SOA localhost. hostmaster.invalid. 1 3600 600 604800 {DnsText.Ttl}\n@ NS localhost.\n");
    }

    private static string Data(DnsAction action, string? blockAddress) => action switch
    {
        DnsAction.Open => "CNAME rpz-passthru.",
        DnsAction.NoData => "CNAME *.",
        DnsAction.Block when blockAddress is not null && IPAddress.TryParse(blockAddress, out var address) =>
            $"{(address.AddressFamily == AddressFamily.InterNetwork ? "A" : "AAAA")} {address}",
        _ => "CNAME .",
    };
}
