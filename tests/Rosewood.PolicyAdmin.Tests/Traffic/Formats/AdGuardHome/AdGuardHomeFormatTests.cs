using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.AdGuardHome;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.AdGuardHome;

/// <summary>AdGuard Home's <c>querylog.json</c>: fields of its <c>internal/querylog</c> and reasons of <c>internal/filtering</c>, as its OpenAPI description names them.</summary>
public sealed class AdGuardHomeFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new AdGuardHomeFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("a query", Line("{}"), "Time=2026-11-24T09:00:01.123 Host=www.facebook.com SourceAddress=10.20.1.5 Action=Allowed User= Device= Duration=12.5"),
        new("an earlier order of fields", """{"T":"2026-11-24T09:00:01.123456789Z","QH":"WWW.TikTok.com","QT":"AAAA","QC":"IN","CP":"","Answer":"AAAA","Result":{},"Elapsed":1,"Upstream":"https://dns.example/dns-query","IP":"2001:DB8::5"}""", "Host=www.tiktok.com SourceAddress=2001:db8::5 Action=Allowed"),
        new("another zone", Line("{}").Replace("09:00:01.123456789Z", "10:00:01.123456789+01:00", StringComparison.Ordinal), "Time=2026-11-24T09:00:01.123"),
        new("a client by name", Line("{}").Replace("\"QC\"", "\"CID\":\"lab-pc-07\",\"QC\"", StringComparison.Ordinal), "Device=lab-pc-07"),
        new("a trailing dot", Line("{}").Replace("facebook.com", "facebook.com.", StringComparison.Ordinal), "Host=www.facebook.com"),
        new("from the cache", Line("{}").Replace("\"Elapsed\"", "\"Cached\":true,\"Elapsed\"", StringComparison.Ordinal), "Action=Allowed"),
        new("a list", Line("""{"IsFiltered":true,"Reason":3,"Rules":[{"FilterListID":1,"Text":"||facebook.com^"}]}"""), "Host=www.facebook.com Action=Blocked"),
        new("a list, as written until 2020", Line("""{"IsFiltered":true,"Reason":3,"Rule":"||facebook.com^","FilterID":1}"""), "Action=Blocked"),
        new("safe browsing", Line("""{"IsFiltered":true,"Reason":4}"""), "Action=Blocked"),
        new("parental", Line("""{"IsFiltered":true,"Reason":5}"""), "Action=Blocked"),
        new("a blocked service", Line("""{"IsFiltered":true,"Reason":8,"ServiceName":"facebook","Rules":[{"Text":"||facebook.com^"}]}"""), "Action=Blocked Application=facebook"),
        new("safe search lets the site through", Line("""{"IsFiltered":true,"Reason":7,"Rules":[{"IP":"216.239.38.120"}]}""").Replace("facebook", "youtube", StringComparison.Ordinal), "Host=www.youtube.com Action=Allowed"),
        new("on the list of what is allowed", Line("""{"Reason":1,"Rules":[{"Text":"@@||facebook.com^"}]}"""), "Action=Allowed"),
        new("rewritten to nowhere", Line("""{"Reason":9,"IPList":["0.0.0.0"]}"""), "Action=Blocked"),
        new("rewritten to a server", Line("""{"Reason":9,"IPList":["192.0.2.35"]}"""), "Action=Allowed"),
        new("rewritten by a rule to nowhere", Line("""{"Reason":11,"DNSRewriteResult":{"RCode":0,"Response":{"1":["0.0.0.0"]}}}"""), "Action=Blocked"),
        new("rewritten by a rule to nowhere, IPv6", Line("""{"Reason":11,"DNSRewriteResult":{"RCode":0,"Response":{"28":["::"]}}}"""), "Action=Blocked"),
        new("rewritten by a rule to somewhere", Line("""{"Reason":11,"DNSRewriteResult":{"RCode":0,"Response":{"1":["192.0.2.9"]}}}"""), "Action=Allowed"),
        new("rewritten by a rule to an error", Line("""{"Reason":11,"DNSRewriteResult":{"RCode":5,"Response":{}}}"""), "Action=Blocked"),
        new("escapes in a rule", Line("""{"IsFiltered":true,"Reason":3,"Rules":[{"Text":"/\"QH\":\"evil.example\"/"}]}"""), "Host=www.facebook.com"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        """{"IP":"10.20.1.5","T":"2026-11-24T09:00:01Z","QH":"www.facebook.com","QT":"A" """,
        """{"IP":"10.20.1.5","T":"yesterday","QH":"www.facebook.com","QT":"A","Result":{}}""",
        """{"IP":"10.20.1.5","QH":"www.facebook.com","QT":"A","Result":{}}""",
        """{"T":"2026-11-24T09:00:01Z","IP":"10.20.1.5","Result":{}}""",
        Line("{}").Replace("www.facebook.com", new string('a', 254), StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) => null;

    private static string Line(string result) =>
        """{"IP":"10.20.1.5","T":"2026-11-24T09:00:01.123456789Z","QH":"www.facebook.com","QT":"A","QC":"IN","CP":"","Answer":"AAAA","Result":""" + result + ",\"Elapsed\":12500000}";
}
