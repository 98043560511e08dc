using System.Text;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>A way by which traffic escapes the log.</summary>
public enum HiddenTrafficKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>Names resolved over HTTPS or TLS by an outside resolver, past the school's DNS.</summary>
    EncryptedDns,

    /// <summary>A VPN or web proxy service: what goes through it shows as nothing but that service.</summary>
    Vpn,

    /// <summary>QUIC, which a proxy can't look into.</summary>
    Quic,
}

/// <summary>Hosts through which traffic escapes the log. A short list of what schools meet; it proves presence, never absence.</summary>
internal static class HiddenTraffic
{
    private static readonly Dictionary<string, HiddenTrafficKind>.AlternateLookup<ReadOnlySpan<char>> Hosts = Create();

    /// <summary>What a host is; allocates nothing.</summary>
    public static HiddenTrafficKind Of(ReadOnlySpan<byte> host)
    {
        if (host.Length > UrlHost.Longest)
        {
            return HiddenTrafficKind.None;
        }

        Span<char> text = stackalloc char[UrlHost.Longest];
        ReadOnlySpan<char> rest = text[..Encoding.Latin1.GetChars(host, text)];
        while (!rest.IsEmpty)
        {
            if (Hosts.TryGetValue(rest, out var kind))
            {
                return kind;
            }

            var dot = rest.IndexOf('.');
            rest = dot < 0 ? [] : rest[(dot + 1)..];
        }

        return HiddenTrafficKind.None;
    }

    private static Dictionary<string, HiddenTrafficKind>.AlternateLookup<ReadOnlySpan<char>> Create()
    {
        string[] resolvers =
        [
            "dns.google", "dns.google.com", "cloudflare-dns.com", "one.one.one.one", "1dot1dot1dot1.cloudflare-dns.com", "dns.quad9.net", "dns9.quad9.net",
            "dns10.quad9.net", "dns11.quad9.net", "doh.opendns.com", "dns.nextdns.io", "dns.adguard.com", "dns.adguard-dns.com", "dns-unfiltered.adguard.com",
            "doh.cleanbrowsing.org", "doh.dns.sb", "doh.mullvad.net", "dns.mullvad.net", "freedns.controld.com", "dns.controld.com", "doh.xfinity.com",
            "dns.alidns.com", "doh.pub", "dns0.eu", "dns.switch.ch", "doh.libredns.gr", "odoh.cloudflare-dns.com", "doh.dns.apple.com",
        ];
        string[] vpns =
        [
            "nordvpn.com", "expressvpn.com", "surfshark.com", "protonvpn.com", "protonvpn.ch", "privateinternetaccess.com", "cyberghostvpn.com", "windscribe.com",
            "tunnelbear.com", "hotspotshield.com", "hola.org", "mullvad.net", "ipvanish.com", "vyprvpn.com", "psiphon.ca", "psiphon3.com", "torproject.org",
            "urban-vpn.com", "zenmate.com", "hidemyass.com", "hide.me", "browsec.com", "setupvpn.com", "veepn.com", "ultrasurf.us", "getlantern.org",
            "mask.icloud.com", "mask-h2.icloud.com", "croxyproxy.com", "proxysite.com", "kproxy.com", "cloudflareclient.com",
        ];
        var hosts = new Dictionary<string, HiddenTrafficKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var host in vpns)
        {
            hosts[host] = HiddenTrafficKind.Vpn;
        }

        foreach (var host in resolvers)
        {
            hosts[host] = HiddenTrafficKind.EncryptedDns;
        }

        return hosts.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
