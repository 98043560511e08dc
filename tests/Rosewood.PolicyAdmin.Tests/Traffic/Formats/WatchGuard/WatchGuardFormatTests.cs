using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.WatchGuard;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.WatchGuard;

/// <summary>
/// As in WatchGuard's "Fireware Log Catalog" (11.12 to 12.x; messages 1AFF-… of the HTTP proxy, 2CFF-… of the HTTPS proxy) and "Read a Log
/// Message". Time in brackets, UTC → Time; src_user → User; the two addresses → ours; dstname, sni, cn → Host; arg → Url;
/// cats → Category; app_name → Application; rcvd_bytes → Bytes; elapsed_time → Duration; verdict, msg, action → Action.
/// </summary>
public sealed class WatchGuardFormatTests : LogFormatTests
{
    private const string Time = "(2026-11-24T09:00:01) ";
    private const string Head = "80DA02A1B1E4A ROSEWOOD-FB " + Time;
    private const string Ends = "1-Trusted 0-External tcp 10.20.1.5 157.240.225.35 50234 443 ";
    private const string Request = "msg=\"ProxyAllow: HTTP Request categories\" proxy_act=\"HTTP-Client.Standard\" cats=\"Social Networking\" op=\"GET\" dstname=\"www.facebook.com\" arg=\"/groups/1\" action=\"allow\" reputation=\"-1\" src_user=\"rosewood\\nell\" (HTTP-proxy-00)";

    private protected override LogFormat Format { get; } = new WatchGuardFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("HTTP, category allowed", Head + "http-proxy[2345]: msg_id=\"1AFF-0030\" Allow " + Ends + Request, "Time=2026-11-24T09:00:01.000 User=rosewood\\nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=www.facebook.com/groups/1 Action=Allowed Category=Social Networking"),
        new("HTTP, request done", Head + "http-proxy[2345]: msg_id=\"1AFF-0024\" Allow " + Ends + "msg=\"HTTP Request\" proxy_act=\"HTTP-Client.1\" op=\"GET\" dstname=\"www.tiktok.com\" arg=\"/\" sent_bytes=\"542\" rcvd_bytes=\"1212\" elapsed_time=\"0.250 sec(s)\" app_id=\"9\" app_name=\"TikTok\" app_cat_name=\"Social networks\" src_user=\"nell@Firebox-DB\" (HTTP-proxy-00)", "Host=www.tiktok.com User=nell@Firebox-DB Bytes=1212 Duration=250 Application=TikTok Action=Allowed"),
        new("the time in brackets, not the header's, and in summer", "80DA02A1B1E4A ROSEWOOD-FB (2026-06-24T08:00:01) http-proxy[2345]: msg_id=\"1AFF-0030\" Allow " + Ends + Request, "Time=2026-06-24T08:00:01.000"),
        new("without serial number and name", Time + "http-proxy[2345]: msg_id=\"1AFF-0030\" Allow " + Ends + Request, "Host=www.facebook.com"),
        new("tabs as a relay writes them", Head + "http-proxy[2345]:#011msg_id=\"1AFF-0030\"#011Allow#0111-Trusted#0110-External#011tcp#01110.20.1.5#011157.240.225.35#01150234#011443#011msg=\"ProxyDeny: HTTP Request categories\"#011cats=\"Social Networking\"#011dstname=\"www.facebook.com\"#011arg=\"/\"", "Host=www.facebook.com Action=Blocked SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35"),
        new("tabs", Head + "http-proxy[2345]:\tmsg_id=\"1AFF-0030\"\tAllow\t1-Trusted\t0-External\ttcp\t10.20.1.5\t157.240.225.35\t50234\t443\tmsg=\"ProxyAllow: HTTP Request categories\"\tdstname=\"www.facebook.com\"\targ=\"/\"", "Host=www.facebook.com Action=Allowed"),
        new("denied by the policy", Head + "http-proxy[2345]: msg_id=\"1AFF-0021\" Deny " + Ends + "msg=\"ProxyDeny: HTTP Request categories\" cats=\"Social Networking\" op=\"GET\" dstname=\"www.facebook.com\" arg=\"/\" (HTTP-proxy-00)", "Action=Blocked Host=www.facebook.com User="),
        new("the proxy's word overrules", Head + "http-proxy[2345]: msg_id=\"1AFF-0021\" Allow " + Ends + "msg=\"ProxyDrop: HTTP Request URL match\" dstname=\"www.facebook.com\" arg=\"/\"", "Action=Blocked"),
        new("a header taken out refuses nothing", Head + "http-proxy[2345]: msg_id=\"1AFF-0015\" Allow " + Ends + "msg=\"ProxyStrip: HTTP Header match\" dstname=\"www.facebook.com\" arg=\"/\"", "Action=Allowed"),
        new("HTTPS by SNI", Head + "https-proxy[3056]: msg_id=\"2CFF-0000\" Allow " + Ends + "msg=\"HTTPS Request\" proxy_act=\"HTTPS-Client.Standard\" tls_version=\"TLS_V13\" sni=\"www.facebook.com\" cn=\"*.facebook.com\" cert_issuer=\"CN=x,O=y\" action=\"allow\" sent_bytes=\"82401\" rcvd_bytes=\"900\" src_user=\"nell\" (HTTPS-00)", "Host=www.facebook.com Action=Allowed Bytes=900 User=nell"),
        new("HTTPS by certificate", Head + "https-proxy[3056]: msg_id=\"2CFF-0000\" Allow " + Ends + "msg=\"HTTPS Request\" sni=\"\" cn=\"*.facebook.com\" action=\"allow\"", "Host=facebook.com"),
        new("HTTPS dropped", Head + "https-proxy[3056]: msg_id=\"2CFF-0003\" Allow " + Ends + "msg=\"ProxyAllow: HTTPS domain name match\" sni=\"www.facebook.com\" action=\"drop\"", "Action=Blocked"),
        new("HTTPS inspected", Head + "https-proxy[3056]: msg_id=\"2CFF-0004\" Allow " + Ends + "msg=\"ProxyInspect: HTTPS content inspection\" sni=\"www.facebook.com\"", "Action=Allowed"),
        new("IPv6", Head + "http-proxy[2345]: msg_id=\"1AFF-0030\" Allow 1-Trusted 0-External tcp 2001:db8::5 2a03:2880::1 50234 443 " + Request, "SourceAddress=2001:db8::5 DestinationAddress=2a03:2880::1"),
        new("addresses as keys", Time + "https-proxy[1234]: msg_id=\"2CFF-0000\" action=\"allow\" src_ip=\"10.20.1.5\" dst_ip=\"157.240.225.35\" proto=\"tcp\" dstname=\"www.facebook.com\"", "SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Action=Allowed"),
        new("application recognised by the packet filter", Head + "firewall: msg_id=\"3000-0150\" Allow 1-Trusted 0-External 52 tcp 20 127 10.20.1.5 157.240.225.35 50234 443 app_name=\"Facebook\" app_cat_name=\"Social networks\" src_user=\"nell\" (Outgoing-00)", "Application=Facebook Host= SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Action=Allowed User=nell"),
        new("packet filter", Head + "firewall: msg_id=\"3000-0148\" Deny 1-Trusted 0-External 52 tcp 20 127 10.20.1.5 192.0.2.9 50234 23 offset 8 S 1 win 1 (Unhandled Internal Packet-00)", "Note"),
        new("login", Head + "sessiond[2345]: msg_id=\"3E00-0002\" Firewall user nell from 10.20.1.5 logged in", "Note"),
        new("Traffic Monitor", "2026-11-24 09:00:01 Deny 10.20.1.5 157.240.225.35 https/tcp 50234 443 1-Trusted 0-External ProxyDeny: HTTPS Request categories (HTTPS-proxy-00) HTTPS-Client.1 proc_id=\"https-proxy\" rc=\"594\" msg_id=\"2CFF-0009\" proxy_act=\"HTTPS-Client.1\" cats=\"Social Networking\" sni=\"www.facebook.com\" src_user=\"nell\"", "Time=2026-11-24T09:00:01.000 Action=Blocked Host=www.facebook.com User=nell SourceAddress=10.20.1.5 Category=Social Networking"),
        new("Traffic Monitor, member named, in summer", "2026-06-24 09:00:01 Member1 Allow 10.20.1.5 157.240.225.35 http/tcp 50234 80 1-Trusted 0-External ProxyAllow: HTTP Request categories (HTTP-proxy-00) proc_id=\"http-proxy\" msg_id=\"1AFF-0030\" dstname=\"www.tiktok.com\" arg=\"/\"", "Time=2026-06-24T08:00:01.000 Action=Allowed Host=www.tiktok.com"),
        new("Traffic Monitor, denied by the proxy's word alone", "2026-11-24 09:00:01 Allow 10.20.1.5 157.240.225.35 http/tcp 50234 80 1-Trusted 0-External ProxyDrop: HTTP Request categories (HTTP-proxy-00) proc_id=\"http-proxy\" msg_id=\"1AFF-0030\" dstname=\"www.tiktok.com\" arg=\"/\"", "Action=Blocked"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "80DA02A1B1E4A ROSEWOOD-FB http-proxy[2345]: msg_id=\"1AFF-0030\" Allow " + Ends + Request,
        "80DA02A1B1E4A ROSEWOOD-FB (2026-13-24T09:00:01) http-proxy[2345]: msg_id=\"1AFF-0030\" Allow " + Ends + Request,
        Head + "no process",
        Head + "http-proxy[2345]: msg_id=\"1AFF-0030\" Allow " + Ends + "dstname=\"" + new string('a', 254) + "\"",
        "2026-11-24 09:00:01 Deny 10.20.1.5 157.240.225.35 https/tcp 50234 443",
        "2026-11-24 09:00:01 44 10.20.1.5 407 TCP_DENIED 2251 492 GET http www.facebook.com 80 / - - -",
    ];

    private protected override string? LineAbout(string user) => user.EndsWith('\\') ? null : Head + "http-proxy[2345]: msg_id=\"1AFF-0030\" Allow " + Ends + Request.Replace("rosewood\\nell", user, StringComparison.Ordinal);
}
