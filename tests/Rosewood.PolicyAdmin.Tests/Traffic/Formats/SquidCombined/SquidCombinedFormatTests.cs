using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SquidCombined;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SquidCombined;

/// <summary>
/// Squid's manual, <c>logformat</c>: <c>combined</c> is <c>%&gt;a %[ui %[un [%tl] "%rm %ru HTTP/%rv" %&gt;Hs %&lt;st "%{Referer}&gt;h"
/// "%{User-Agent}&gt;h" %Ss:%Sh</c>, <c>common</c> the same without the two headers. Header blobs follow with <c>log_mime_hdrs on</c>.
/// </summary>
public sealed class SquidCombinedFormatTests : LogFormatTests
{
    private const string Head = "10.20.1.5 - nell [24/Nov/2026:09:00:01 +0000] ";
    private const string Agents = " \"-\" \"Mozilla/5.0 (X11; Linux x86_64)\" ";

    private protected override LogFormat Format { get; } = new SquidCombinedFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("combined: time, client, user, address, bytes, referrer, result", Head + "\"GET http://www.facebook.com/a?b=1 HTTP/1.1\" 200 5120 \"http://news.example/p\" \"Mozilla/5.0\" TCP_MISS:HIER_DIRECT", "Time=2026-11-24T09:00:01.000 Duration=0 SourceAddress=10.20.1.5 User=nell Host=www.facebook.com Url=http://www.facebook.com/a?b=1 Bytes=5120 Referrer=http://news.example/p Action=Allowed Device= DestinationAddress="),
        new("common", Head + "\"GET http://www.facebook.com/ HTTP/1.1\" 200 5120 TCP_MISS:HIER_DIRECT", "User=nell Host=www.facebook.com Referrer= Action=Allowed"),
        new("offset of the time", "10.20.1.5 - nell [24/Jun/2026:10:00:01 +0100] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT", "Time=2026-06-24T09:00:01.000"),
        new("tunnel", Head + "\"CONNECT www.instagram.com:443 HTTP/1.1\" 200 99" + Agents + "TCP_TUNNEL:HIER_DIRECT", "Host=www.instagram.com Url=www.instagram.com:443 Action=Allowed Referrer="),
        new("tunnel to IPv6", Head + "\"CONNECT [2001:db8::1]:443 HTTP/1.1\" 200 99 TCP_TUNNEL:HIER_DIRECT", "Host=2001:db8::1"),
        new("TCP_DENIED is a block", Head + "\"CONNECT www.facebook.com:443 HTTP/1.1\" 403 3900" + Agents + "TCP_DENIED:HIER_NONE", "Host=www.facebook.com Action=Blocked"),
        new("a redirector's", Head + "\"GET http://www.facebook.com/ HTTP/1.1\" 302 390 TCP_REDIRECT:HIER_NONE", "Action=Blocked"),
        new("407 is a request to log in", "10.20.1.5 - - [24/Nov/2026:09:00:01 +0000] \"CONNECT www.facebook.com:443 HTTP/1.1\" 407 4200" + Agents + "TCP_DENIED:HIER_NONE", "User= Action=Other"),
        new("a site's own 403 was let through", Head + "\"GET http://a.example/ HTTP/1.1\" 403 1 TCP_MISS:HIER_DIRECT", "Action=Allowed"),
        new("given up by the browser", Head + "\"GET http://a.example/ HTTP/1.1\" 0 0 TCP_MISS_ABORTED:HIER_DIRECT", "Action=Allowed"),
        new("error: address", "10.20.1.5 - - [24/Nov/2026:09:00:01 +0000] \"NONE error:invalid-request HTTP/0.0\" 400 3800 \"-\" \"-\" TCP_DENIED:HIER_NONE", "Host= Action=Other"),
        new("the proxy's own", "10.20.1.5 - - [24/Nov/2026:09:00:01 +0000] \"GET / HTTP/1.1\" 400 3800 \"-\" \"-\" NONE:HIER_NONE", "Action=Other"),
        new("cache manager", "127.0.0.1 - - [24/Nov/2026:09:00:01 +0000] \"GET cache_object://localhost/info HTTP/1.0\" 200 3800 TCP_MISS:HIER_NONE", "Host= Action=Other"),
        new("ident where nobody logged in", "10.20.1.5 nell.ames - [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT", "User=nell.ames"),
        new("log in beats ident", "10.20.1.5 other nell.ames [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT", "User=nell.ames"),
        new("user with a blank", "10.20.1.5 - Nell Ames [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT", "User=Nell Ames"),
        new("domain, backslash encoded", "10.20.1.5 - ROSEWOOD%5Cnell [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT", @"User=ROSEWOOD\nell"),
        new("domain, backslash doubled (before Squid 4)", @"10.20.1.5 - ROSEWOOD\\nell [24/Nov/2026:09:00:01 +0000] ""GET http://a.example/ HTTP/1.1"" 200 1 TCP_MISS:DIRECT", @"User=ROSEWOOD\nell"),
        new("blanks in an address", Head + "\"GET http://a.example/a b c HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT", "Host=a.example Url=http://a.example/a b c"),
        new("quotes in a header, which Squid writes as they came", Head + "\"GET http://a.example/ HTTP/1.1\" 200 1 \"http://b.example/\" \"a \"b\" TCP_DENIED:HIER_NONE c\" TCP_MISS:HIER_DIRECT", "Action=Allowed Referrer=http://b.example/"),
        new("a forged header does not change the result", Head + "\"GET http://www.facebook.com/ HTTP/1.1\" 200 1 \"x\" \"y\" TCP_DENIED:HIER_NONE\" \"z\" TCP_MISS:HIER_DIRECT", "Action=Allowed"),
        new("userinfo is not the host", Head + "\"GET http://www.facebook.com@evil.example/x HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT", "Host=evil.example"),
        new("port, case and trailing dot", Head + "\"GET http://WWW.Facebook.Com.:8080/x HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT", "Host=www.facebook.com"),
        new("client IPv6", "2001:DB8:0::5 - - [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_HIT:HIER_NONE", "SourceAddress=2001:db8::5 Action=Allowed"),
        new("client by name (log_fqdn)", "PC-07.rosewood.example - - [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_HIT:HIER_NONE", "SourceAddress=pc-07.rosewood.example"),
        new("log_mime_hdrs", Head + "\"GET http://a.example/ HTTP/1.1\" 200 1 \"-\" \"-\" TCP_MISS:HIER_DIRECT [Referer: http://c.example/%0D%0AHost: a.example%0D%0A] [Server: x%0D%0A]", "Referrer=http://c.example/ Action=Allowed"),
        new("log_mime_hdrs, common", Head + "\"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT [Host: a.example\\r\\n] [Server: x\\r\\n]", "Referrer= Action=Allowed"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "10.20.1.5 - nell [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1",
        "10.20.1.5 - nell [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0\"",
        "10.20.1.5 - nell [24/Nov/2026:09:00:01 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0\" \"-\"",
        "10.20.1.5 - nell [32/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT",
        "10.20.1.5 - nell [24/Nov/2026:09:00:01] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT",
        "10.20.1.5 - nell [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" x 1 TCP_MISS:HIER_DIRECT",
        "10.20.1.5 - nell [24/Nov/2026:09:00:01 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 tcp_miss:direct",
        "10.20.1.5 - nell [24/Nov/2026:09:00:01 +0000] \"GET http://" + new string('a', 254) + "/ HTTP/1.1\" 200 1 TCP_MISS:HIER_DIRECT",
        "1764028800.123    250 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html",
    ];

    private protected override string? LineAbout(string user) =>
        $"10.20.1.5 - {SquidNames.MimeBlob(user)} [24/Nov/2026:09:00:01 +0000] \"GET http://www.facebook.com/ HTTP/1.1\" 200 5120 \"-\" \"Mozilla/5.0\" TCP_MISS:HIER_DIRECT";
}
