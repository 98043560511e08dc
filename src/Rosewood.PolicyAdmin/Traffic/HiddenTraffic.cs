using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>A way by which traffic escapes the log.</summary>
internal enum HiddenTrafficKind
{
    /// <summary>Names resolved over HTTPS or TLS by an outside resolver, past the school's DNS.</summary>
    EncryptedDns,

    /// <summary>A VPN or web proxy service: what goes through it shows as nothing but that service.</summary>
    Vpn,

    /// <summary>None.</summary>
    None = -1,
}

/// <summary>Hosts through which traffic escapes the log. A short list of what schools meet; it proves presence, never absence.</summary>
internal static class HiddenTraffic
{
    private static readonly ServiceCatalogue Hosts = ServiceCatalogue.Of(
    [
        Service(nameof(HiddenTrafficKind.EncryptedDns), [.. BypassHost.All.Where(static b => !b.IsSignal).Select(static b => b.Host)]),
        Service(
            nameof(HiddenTrafficKind.Vpn),
            "nordvpn.com", "expressvpn.com", "surfshark.com", "protonvpn.com", "protonvpn.ch", "privateinternetaccess.com", "cyberghostvpn.com", "windscribe.com",
            "tunnelbear.com", "hotspotshield.com", "hola.org", "mullvad.net", "ipvanish.com", "vyprvpn.com", "psiphon.ca", "psiphon3.com", "torproject.org",
            "urban-vpn.com", "zenmate.com", "hidemyass.com", "hide.me", "browsec.com", "setupvpn.com", "veepn.com", "ultrasurf.us", "getlantern.org",
            "mask.icloud.com", "mask-h2.icloud.com", "croxyproxy.com", "proxysite.com", "kproxy.com", "cloudflareclient.com"),
    ]);

    /// <summary>What a host is; allocates nothing.</summary>
    public static HiddenTrafficKind Of(ReadOnlySpan<byte> host) => Hosts.Match(host) is { Found: true } match ? (HiddenTrafficKind)match.ServiceIndex : HiddenTrafficKind.None;

    private static SocialMediaService Service(string name, params string[] hosts) =>
        new(name, ServiceKind.Other, [.. hosts.Select(h => new ServiceHost(h, HostRole.Primary))], NamedInPolicy: false, [], default, ServiceSource.BuiltIn);
}
