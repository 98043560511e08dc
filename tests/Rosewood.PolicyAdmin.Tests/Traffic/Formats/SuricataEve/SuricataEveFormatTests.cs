using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SuricataEve;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SuricataEve;

/// <summary>Suricata User Guide (5 to 8), "Eve JSON Format": common section, HTTP, TLS, DNS (versions 1, 2 and 3), QUIC, Alert.</summary>
public sealed class SuricataEveFormatTests : LogFormatTests
{
    private const string Flow = "{\"timestamp\":\"2026-11-24T09:00:01.123456+0000\",\"flow_id\":1234567890,\"in_iface\":\"eth0\",\"src_ip\":\"10.20.1.5\",\"src_port\":51234,\"dest_ip\":\"192.0.2.35\",\"dest_port\":443,\"proto\":\"TCP\",";
    private const string Dns = "{\"timestamp\":\"2026-11-24T09:00:01.123456+0000\",\"flow_id\":1,\"src_ip\":\"10.20.1.5\",\"src_port\":51234,\"dest_ip\":\"10.20.0.53\",\"dest_port\":53,\"proto\":\"UDP\",\"event_type\":\"dns\",\"dns\":";
    private const string Reply = "{\"timestamp\":\"2026-11-24T09:00:01.123456+0000\",\"flow_id\":1,\"src_ip\":\"10.20.0.53\",\"src_port\":53,\"dest_ip\":\"10.20.1.5\",\"dest_port\":51234,\"proto\":\"UDP\",\"event_type\":\"dns\",\"dns\":";

    private protected override LogFormat Format { get; } = new SuricataEveFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("http", Flow + "\"event_type\":\"http\",\"tx_id\":0,\"http\":{\"hostname\":\"www.facebook.com\",\"http_port\":80,\"url\":\"\\/groups\\/1\",\"http_user_agent\":\"x\",\"http_refer\":\"https://news.example/p\",\"http_method\":\"GET\",\"protocol\":\"HTTP/1.1\",\"status\":200,\"length\":1234}}", "Time=2026-11-24T09:00:01.123 SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=/groups/1 Referrer=https://news.example/p Bytes=1234 Action=Allowed User="),
        new("http through a proxy", Flow + "\"event_type\":\"http\",\"http\":{\"url\":\"http://www.facebook.com/\",\"length\":1}}", "Host=www.facebook.com"),
        new("http with a port", Flow + "\"event_type\":\"http\",\"http\":{\"hostname\":\"WWW.Facebook.com:8080\",\"url\":\"/\"}}", "Host=www.facebook.com"),
        new("another zone", Flow.Replace("09:00:01.123456+0000", "10:00:01.123456+0100", StringComparison.Ordinal) + "\"event_type\":\"tls\",\"tls\":{\"sni\":\"www.facebook.com\"}}", "Time=2026-11-24T09:00:01.123"),
        new("tls", Flow + "\"event_type\":\"tls\",\"tls\":{\"subject\":\"CN=*.facebook.com\",\"issuerdn\":\"x\",\"sni\":\"www.facebook.com\",\"version\":\"TLS 1.2\"}}", "Host=www.facebook.com Action=Allowed"),
        new("tls that shows no name", Flow + "\"event_type\":\"tls\",\"tls\":{\"version\":\"TLS 1.3\"}}", "Host= DestinationAddress=192.0.2.35"),
        new("quic", Flow.Replace("TCP", "UDP", StringComparison.Ordinal) + "\"event_type\":\"quic\",\"quic\":{\"version\":\"1\",\"sni\":\"www.tiktok.com\",\"extensions\":[]}}", "Host=www.tiktok.com Action=Allowed"),
        new("dns, versions 1 and 2: a query", Dns + "{\"type\":\"query\",\"id\":1,\"rrname\":\"www.facebook.com\",\"rrtype\":\"A\",\"tx_id\":0}}", "Host=www.facebook.com SourceAddress=10.20.1.5 DestinationAddress=10.20.0.53 Action=Allowed"),
        new("dns, version 3: a request", Dns + "{\"version\":3,\"type\":\"request\",\"tx_id\":0,\"id\":1,\"flags\":\"100\",\"rd\":true,\"opcode\":0,\"rcode\":\"NOERROR\",\"queries\":[{\"rrname\":\"www.facebook.com\",\"rrtype\":\"A\"}]}}", "Host=www.facebook.com Action=Allowed"),
        new("dns, version 1: sent nowhere", Reply + "{\"type\":\"answer\",\"id\":1,\"rcode\":\"NOERROR\",\"rrname\":\"www.facebook.com\",\"rrtype\":\"A\",\"ttl\":2,\"rdata\":\"0.0.0.0\"}}", "Host=www.facebook.com SourceAddress=10.20.1.5 DestinationAddress=10.20.0.53 Action=Blocked"),
        new("dns, version 2: refused", Dns + "{\"version\":2,\"type\":\"answer\",\"id\":1,\"flags\":\"8185\",\"qr\":true,\"rrname\":\"www.facebook.com\",\"rrtype\":\"A\",\"rcode\":\"REFUSED\"}}", "Host=www.facebook.com SourceAddress=10.20.1.5 Action=Blocked"),
        new("dns, version 2: grouped", Reply + "{\"version\":2,\"type\":\"answer\",\"id\":1,\"rrname\":\"www.facebook.com\",\"rrtype\":\"AAAA\",\"rcode\":\"NOERROR\",\"grouped\":{\"AAAA\":[\"::\"]}}}", "Action=Blocked SourceAddress=10.20.1.5"),
        new("dns, version 3: sent nowhere", Reply + "{\"version\":3,\"type\":\"response\",\"rcode\":\"NOERROR\",\"queries\":[{\"rrname\":\"www.facebook.com\",\"rrtype\":\"A\"}],\"answers\":[{\"rrname\":\"www.facebook.com\",\"rrtype\":\"A\",\"ttl\":2,\"rdata\":\"0.0.0.0\"}]}}", "Host=www.facebook.com Action=Blocked"),
        new("an alert that blocked", Flow + "\"event_type\":\"alert\",\"alert\":{\"action\":\"blocked\",\"gid\":1,\"signature_id\":7,\"signature\":\"School: Facebook\",\"severity\":3},\"tls\":{\"sni\":\"www.facebook.com\"},\"app_proto\":\"tls\"}", "Host=www.facebook.com Action=Blocked"),
        new("an alert that blocked a server's packet", Flow.Replace("10.20.1.5", "x", StringComparison.Ordinal).Replace("192.0.2.35", "10.20.1.5", StringComparison.Ordinal).Replace("\"x\"", "\"192.0.2.35\"", StringComparison.Ordinal) + "\"event_type\":\"alert\",\"direction\":\"to_client\",\"alert\":{\"action\":\"blocked\"},\"http\":{\"hostname\":\"www.facebook.com\",\"url\":\"/\"}}", "SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Action=Blocked"),
        new("an alert that blocked, with its flow", Flow.Replace("10.20.1.5", "192.0.2.99", StringComparison.Ordinal) + "\"event_type\":\"alert\",\"alert\":{\"action\":\"blocked\"},\"quic\":{\"sni\":\"www.tiktok.com\"},\"flow\":{\"src_ip\":\"10.20.1.5\",\"dest_ip\":\"192.0.2.35\"}}", "Host=www.tiktok.com SourceAddress=10.20.1.5"),
        new("an alert about a query that was blocked", Dns.Replace("\"dns\",\"dns\"", "\"alert\",\"alert\":{\"action\":\"blocked\"},\"dns\"", StringComparison.Ordinal) + "{\"query\":[{\"type\":\"query\",\"rrname\":\"www.facebook.com\",\"rrtype\":\"A\"}]}}", "Host=www.facebook.com Action=Blocked"),
        new("an alert that only tells", Flow + "\"event_type\":\"alert\",\"alert\":{\"action\":\"allowed\",\"signature\":\"School: Facebook\"},\"tls\":{\"sni\":\"www.facebook.com\"}}", "Note"),
        new("an alert about no host", Flow + "\"event_type\":\"alert\",\"alert\":{\"action\":\"blocked\",\"signature\":\"scan\"}}", "Note"),
        new("dns: an answer", Reply + "{\"version\":2,\"type\":\"answer\",\"rrname\":\"www.facebook.com\",\"rcode\":\"NOERROR\",\"answers\":[{\"rdata\":\"157.240.1.35\"}]}}", "Note"),
        new("dns: no such name", Reply + "{\"version\":2,\"type\":\"answer\",\"rrname\":\"www.facebook.example\",\"rcode\":\"NXDOMAIN\"}}", "Note"),
        new("a flow", Flow + "\"event_type\":\"flow\",\"app_proto\":\"tls\",\"flow\":{\"bytes_toclient\":1}}", "Note"),
        new("counters", "{\"timestamp\":\"2026-11-24T09:00:01.123456+0000\",\"event_type\":\"stats\",\"stats\":{\"uptime\":7}}", "Note"),
        new("a cookie before JSON", "@cee: " + Flow + "\"event_type\":\"tls\",\"tls\":{\"sni\":\"www.facebook.com\"}}", "Host=www.facebook.com"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Flow + "\"event_type\":\"tls\",\"tls\":{\"sni\":\"www.facebook.com\"}",
        Flow + "\"tls\":{\"sni\":\"www.facebook.com\"}}",
        "{\"event_type\":\"tls\",\"tls\":{\"sni\":\"www.facebook.com\"}}",
        Flow.Replace("2026-11-24T", "24 Nov ", StringComparison.Ordinal) + "\"event_type\":\"tls\",\"tls\":{\"sni\":\"www.facebook.com\"}}",
        Flow + "\"event_type\":\"tls\",\"tls\":{\"sni\":\"" + new string('a', 254) + "\"}}",
    ];

    private protected override string? LineAbout(string user) => null;

    [Fact]
    public void Quic_is_told_apart_and_a_refusal_refers_to_its_query()
    {
        var glance = default(LineGlance);
        Reader().Glance(Encoding.UTF8.GetBytes(Flow + "\"event_type\":\"quic\",\"quic\":{\"sni\":\"www.tiktok.com\"}}"), ref glance).ShouldBeTrue();
        (glance.IsQuic, glance.IsAnswer).ShouldBe((true, false));
        Reader().Glance(Encoding.UTF8.GetBytes(Reply + "{\"type\":\"answer\",\"rrname\":\"www.facebook.com\",\"rdata\":\"0.0.0.0\"}}"), ref glance).ShouldBeTrue();
        (glance.IsQuic, glance.IsAnswer).ShouldBe((false, true));
    }
}
