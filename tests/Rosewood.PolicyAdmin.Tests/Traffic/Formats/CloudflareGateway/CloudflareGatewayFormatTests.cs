using System.Text.Json;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.CloudflareGateway;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.CloudflareGateway;

/// <summary>Cloudflare's Logpush documentation, datasets <c>gateway_dns</c>, <c>gateway_http</c>, <c>gateway_network</c>; actions by its "Gateway policies".</summary>
public sealed class CloudflareGatewayFormatTests : LogFormatTests
{
    private const string Dns = """{"ApplicationID":0,"ColoCode":"LHR","Datetime":"2026-07-14T09:00:01Z","DeviceID":"d","DeviceName":"PC-07","DstIP":"192.0.2.53","Email":"n.ames@rosewood.example","Location":"School","MatchedCategoryNames":["Social Networks"],"PolicyID":"1","Protocol":"https","QueryCategoryNames":["Social Networks","Photo \u0026 Video"],"QueryName":"www.facebook.com","QueryTypeName":"A","RCode":0,"ResolvedIPs":["192.0.2.35"],"ResolverDecision":"allowedOnNoPolicyMatch","SrcIP":"10.20.1.5","SrcPort":0}""";
    private const string Http = """{"AccountID":"a","Action":"allow","Datetime":"2026-07-14T09:00:01Z","DestinationIP":"192.0.2.35","DestinationPort":443,"DeviceName":"PC-07","Email":"n.ames@rosewood.example","HTTPHost":"www.facebook.com","HTTPMethod":"GET","HTTPStatusCode":200,"HTTPVersion":"HTTP/2","IsIsolated":false,"CategoryNames":["Social Networks"],"ApplicationNames":["Facebook"],"Referer":"https://news.example/p","SourceInternalIP":"10.20.1.5","SourceIP":"192.0.2.10","SourcePort":47924,"URL":"https://www.facebook.com/groups/1","UserID":"u"}""";
    private const string Network = """{"AccountID":"a","Action":"allow","Datetime":"2026-07-14T09:00:01Z","DestinationIP":"192.0.2.35","DestinationPort":443,"DeviceName":"PC-07","Email":"n.ames@rosewood.example","SNI":"www.facebook.com","SessionID":"s","SourceIP":"192.0.2.10","SourceInternalIP":"","SourcePort":47924,"Transport":"tcp","UserID":"u"}""";

    private protected override LogFormat Format { get; } = new CloudflareGatewayFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("dns", Dns, "Time=2026-07-14T09:00:01.000 User=n.ames@rosewood.example Device=PC-07 SourceAddress=10.20.1.5 Host=www.facebook.com Action=Allowed Category=Social Networks;Photo & Video"),
        new("dns, time in seconds", Dns.Replace("\"2026-07-14T09:00:01Z\"", "1784019601", StringComparison.Ordinal), "Time=2026-07-14T09:00:01.000"),
        new("dns, time in nanoseconds", Dns.Replace("2026-07-14T09:00:01Z", "1784019601000000000", StringComparison.Ordinal), "Time=2026-07-14T09:00:01.000"),
        new("dns, a trailing dot", Dns.Replace("facebook.com", "facebook.com.", StringComparison.Ordinal), "Host=www.facebook.com"),
        new("dns, blocked by category", Decided("blockedByCategory"), "Action=Blocked Category=Social Networks"),
        new("dns, blocked by rule", Decided("blockedRule"), "Action=Blocked"),
        new("dns, allowed by rule", Decided("allowedRule"), "Action=Allowed"),
        new("dns, safe search", Decided("overrideForSafeSearch"), "Action=Allowed"),
        new("dns, overridden", Decided("overrideApplied"), "Action=Blocked"),
        new("dns, overridden for restricted mode", Decided("overrideApplied").Replace("facebook", "youtube", StringComparison.Ordinal), "Action=Allowed"),
        new("dns, a word not known", Decided("pondered"), "Action=Other"),
        new("dns, a device without a person", Dns.Replace("n.ames@rosewood.example", "non_identity@rosewood.cloudflareaccess.com", StringComparison.Ordinal), "User= Device=PC-07"),
        new("dns, from a location", Dns.Replace("n.ames@rosewood.example", "", StringComparison.Ordinal).Replace("PC-07", "", StringComparison.Ordinal), "User= Device="),
        new("http", Http, "User=n.ames@rosewood.example Device=PC-07 SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=https://www.facebook.com/groups/1 Referrer=https://news.example/p Category=Social Networks Application=Facebook Action=Allowed"),
        new("http, blocked", Acted(Http, "block"), "Action=Blocked"),
        new("http, not inspected", Acted(Http, "bypass"), "Action=Allowed"),
        new("http, isolated", Acted(Http, "isolate"), "Action=Allowed"),
        new("http, no rule", Acted(Http, "allowedOnNoRuleMatch"), "Action=Allowed"),
        new("http, sent elsewhere", Acted(Http, "redirect"), "Action=Blocked"),
        new("http, a word not known", Acted(Http, "pondered"), "Action=Other"),
        new("network", Network, "Host=www.facebook.com SourceAddress=192.0.2.10 DestinationAddress=192.0.2.35 Action=Allowed"),
        new("network, blocked", Acted(Network, "block"), "Action=Blocked"),
        new("network, no rule", Acted(Network, "allowedOnNoRuleMatch"), "Action=Allowed"),
        new("network without a name", Network.Replace("www.facebook.com", "", StringComparison.Ordinal), "Host= DestinationAddress=192.0.2.35"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Dns[..^1],
        Dns.Replace("ResolverDecision", "Resolver", StringComparison.Ordinal),
        Dns.Replace("2026-07-14T09:00:01Z", "yesterday", StringComparison.Ordinal),
        """{"Datetime":"2026-07-14T09:00:01Z","Action":"allow","SourceIP":"10.20.1.5"}""",
        Dns.Replace("www.facebook.com", new string('a', 254), StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) => Http.Replace("\"n.ames@rosewood.example\"", JsonSerializer.Serialize(user), StringComparison.Ordinal);

    private static string Decided(string word) => Dns.Replace("allowedOnNoPolicyMatch", word, StringComparison.Ordinal);

    private static string Acted(string line, string word) => line.Replace("\"Action\":\"allow\"", $"\"Action\":\"{word}\"", StringComparison.Ordinal);
}
