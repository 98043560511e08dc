using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.MerakiUrls;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.MerakiUrls;

/// <summary>
/// As in Cisco Meraki's "Syslog Event Types and Log Samples" (MX).
/// Epoch → Time; src → SourceAddress; dst, server → DestinationAddress; mac, client_mac → Device; request, url → Url, Host; category0 → Category.
/// </summary>
public sealed class MerakiUrlsFormatTests : LogFormatTests
{
    private const string Head = "1 1795510801.342705328 MX84 ";

    private protected override LogFormat Format { get; } = new MerakiUrlsFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("address fetched", Head + "urls src=10.20.1.5:63735 dst=157.240.225.35:80 mac=58:1F:AA:CE:61:F2 request: GET http://www.facebook.com/groups/1", "Time=2026-11-24T09:00:01.342 User= SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=http://www.facebook.com/groups/1 Action=Allowed Device=58:1F:AA:CE:61:F2 Category="),
        new("encrypted: method unknown", Head + "urls src=10.20.1.5:63735 dst=157.240.225.35:443 mac=58:1F:AA:CE:61:F2 request: UNKNOWN https://www.facebook.com/...", "Host=www.facebook.com Action=Allowed"),
        new("agent", Head + "urls src=10.20.1.5:63735 dst=157.240.225.35:80 mac=58:1F:AA:CE:61:F2 agent='Mozilla/5.0 (X11; Linux) it's' request: POST http://www.tiktok.com/", "Host=www.tiktok.com Url=http://www.tiktok.com/"),
        new("IPv6 without brackets", Head + "urls src=2001:db8::5:63735 dst=2a03:2880:f12d::35:443 mac=58:1F:AA:CE:61:F2 request: UNKNOWN https://www.facebook.com/...", "SourceAddress=2001:db8::5 DestinationAddress=2a03:2880:f12d::35"),
        new("IPv6 with brackets", Head + "urls src=[2001:db8::5]:63735 dst=[2a03:2880:f12d::35]:443 mac=58:1F:AA:CE:61:F2 request: UNKNOWN https://www.facebook.com/...", "SourceAddress=2001:db8::5"),
        new("no hardware address", Head + "urls src=10.20.1.5:63735 dst=157.240.225.35:80 request: GET http://www.facebook.com/", "Device="),
        new("without the version that a relay took away", Head["1 ".Length..] + "urls src=10.20.1.5:63735 dst=157.240.225.35:80 mac=58:1F:AA:CE:61:F2 request: GET http://www.facebook.com/", "Host=www.facebook.com"),
        new("another name", "1 1795510801.3 Rosewood_MX_appliance urls src=10.20.1.5:63735 dst=157.240.225.35:80 mac=58:1F:AA:CE:61:F2 request: GET http://www.facebook.com/", "Time=2026-11-24T09:00:01.300"),
        new("block gives a hardware address only", Head + "events content_filtering_block url='https://www.facebook.com/...' category0='Social Networking' server='157.240.225.35:443' client_mac='0C:4D:E9:BE:F4:B2'", "User= SourceAddress= DestinationAddress=157.240.225.35 Host=www.facebook.com Url=https://www.facebook.com/... Action=Blocked Category=Social Networking Device=0C:4D:E9:BE:F4:B2"),
        new("block of several categories: the first", Head + "events content_filtering_block url='https://www.tiktok.com/...' category0='Social Networking' category1='Online Video' server='157.240.225.35:443' client_mac='0C:4D:E9:BE:F4:B2'", "Category=Social Networking"),
        new("block without category", Head + "events content_filtering_block url='https://www.tiktok.com/...' server='157.240.225.35:443' client_mac='0C:4D:E9:BE:F4:B2'", "Category= Action=Blocked Host=www.tiktok.com"),
        new("block of an address with a quote", Head + "events content_filtering_block url='http://www.tiktok.com/it's' server='157.240.225.35:80' client_mac='0C:4D:E9:BE:F4:B2'", "Url=http://www.tiktok.com/it's"),
        new("other events", Head + "events dhcp lease of ip 10.20.1.68 from server mac E0:CB:BC:0F:AA:BB for client mac 8C:16:45:AA:BB:CC", "Note"),
        new("flows show no host", Head + "flows src=10.20.1.5 dst=8.8.8.8 mac=58:1F:AA:CE:61:F2 protocol=udp sport=55719 dport=53 pattern: allow all", "Note"),
        new("firewall, its later name", Head + "firewall src=10.20.1.5 dst=8.8.8.8 protocol=udp sport=55719 dport=53 pattern: 0 all", "Note"),
        new("layer 7 firewall", Head + "l7_firewall src=10.20.1.5 dst=104.21.4.210 protocol=tcp sport=59526 dport=443 decision=blocked", "Note"),
        new("intrusion", Head + "security_event ids_alerted signature=1:28423:1 priority=1 timestamp=1795510801.1 direction=ingress protocol=tcp/ip src=192.0.2.1:80", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Head,
        Head + "urls src=10.20.1.5:63735 dst=157.240.225.35:80",
        Head + "urls dst=157.240.225.35:80 request: GET http://www.facebook.com/",
        Head + "pages src=10.20.1.5:63735 dst=157.240.225.35:80 request: GET http://www.facebook.com/",
        Head + "events content_filtering_block server='157.240.225.35:443'",
        "1 95510801.342705328 MX84 urls src=10.20.1.5:63735 dst=157.240.225.35:80 request: GET http://www.facebook.com/",
        Head + "urls src=10.20.1.5:63735 dst=157.240.225.35:80 request: GET http://" + new string('a', 254) + "/",
        "1795510801.123    250 10.20.1.5 TCP_MISS/200 1 GET http://www.facebook.com/ u HIER_NONE/- text/html",
    ];

    /// <summary>No line names a user.</summary>
    private protected override string? LineAbout(string user) => null;
}
