namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>
/// A name by which programs leave the school's resolver, or by which they ask whether they may: what DNS targets refuse, and what the
/// coverage of the evidence counts as outside resolvers.
/// </summary>
/// <param name="Host">The name; what is under it counts too.</param>
/// <param name="IsSignal">Whether the vendor documents the absence of an address as the way to say no; else the bootstrap name of a public resolver.</param>
/// <param name="Source">Who documents it.</param>
internal sealed record BypassHost(string Host, bool IsSignal, string Source)
{
    /// <summary>The zone of the discovery of designated resolvers: RFC 9462 wants no data for it from a resolver that designates none.</summary>
    public const string DiscoveryZone = "resolver.arpa";

    /// <summary>Firefox's question.</summary>
    public const string Canary = "use-application-dns.net";

    /// <summary>iCloud Private Relay's entrance.</summary>
    public const string Relay = "mask.icloud.com";

    /// <summary>The names, signals first.</summary>
    public static IReadOnlyList<BypassHost> All { get; } =
    [
        new(Canary, IsSignal: true, "Mozilla: canary domain; no address switches DNS over HTTPS off where it is on by default"),
        new(Relay, IsSignal: true, "Apple: prepare your network for iCloud Private Relay; no such name, or no address"),
        new("mask-h2.icloud.com", IsSignal: true, "Apple: prepare your network for iCloud Private Relay; no such name, or no address"),
        new("dns.google", IsSignal: false, "Google Public DNS"),
        new("dns64.dns.google", IsSignal: false, "Google Public DNS64"),
        new("dns.google.com", IsSignal: false, "Google Public DNS, its earlier name"),
        new("cloudflare-dns.com", IsSignal: false, "Cloudflare 1.1.1.1; with mozilla., chrome., security. and family."),
        new("one.one.one.one", IsSignal: false, "Cloudflare 1.1.1.1"),
        new("dns.quad9.net", IsSignal: false, "Quad9"),
        new("dns9.quad9.net", IsSignal: false, "Quad9"),
        new("dns10.quad9.net", IsSignal: false, "Quad9"),
        new("dns11.quad9.net", IsSignal: false, "Quad9"),
        new("doh.opendns.com", IsSignal: false, "OpenDNS"),
        new("doh.familyshield.opendns.com", IsSignal: false, "OpenDNS"),
        new("dns.nextdns.io", IsSignal: false, "NextDNS"),
        new("doh.cleanbrowsing.org", IsSignal: false, "CleanBrowsing"),
        new("dns.adguard-dns.com", IsSignal: false, "AdGuard DNS"),
        new("family.adguard-dns.com", IsSignal: false, "AdGuard DNS"),
        new("unfiltered.adguard-dns.com", IsSignal: false, "AdGuard DNS"),
        new("dns.adguard.com", IsSignal: false, "AdGuard DNS, its earlier name"),
        new("dns-unfiltered.adguard.com", IsSignal: false, "AdGuard DNS, its earlier name"),
        new("dns.mullvad.net", IsSignal: false, "Mullvad DNS"),
        new("doh.mullvad.net", IsSignal: false, "Mullvad DNS, its earlier name"),
        new("doh.dns.sb", IsSignal: false, "DNS.SB"),
        new("dns.controld.com", IsSignal: false, "Control D"),
        new("freedns.controld.com", IsSignal: false, "Control D"),
        new("dns0.eu", IsSignal: false, "dns0.eu"),
        new("dns.switch.ch", IsSignal: false, "SWITCH Public DNS"),
        new("doh.libredns.gr", IsSignal: false, "LibreDNS"),
        new("doh.xfinity.com", IsSignal: false, "Comcast Xfinity"),
        new("doh.dns.apple.com", IsSignal: false, "Apple"),
        new("dns.alidns.com", IsSignal: false, "AliDNS"),
        new("doh.pub", IsSignal: false, "DNSPod"),
    ];
}
