using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Zeek;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Zeek;

/// <summary>The Book of Zeek, "Zeek Log Formats and Inspection", and its references of <c>HTTP::Info</c>, <c>DNS::Info</c>, <c>SSL::Info</c>, <c>QUIC::Info</c>.</summary>
public sealed class ZeekFormatTests : LogFormatTests
{
    private const string Json = "{\"ts\":1764028800.123456,\"uid\":\"CTo78A11g7CYbbOHvj\",\"id.orig_h\":\"10.20.1.5\",\"id.orig_p\":51234,\"id.resp_h\":\"192.0.2.35\",\"id.resp_p\":80,";

    private protected override LogFormat Format { get; } = new ZeekFormat();

    private protected override string Header => "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\ttrans_depth\tmethod\thost\turi\treferrer\tversion\tuser_agent\torigin\trequest_body_len\tresponse_body_len\tstatus_code\tusername\tpassword";

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("http, a row", Row("www.facebook.com", "/groups/1"), "Time=2025-11-25T00:00:00.123 SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=/groups/1 Referrer=https://news.example/p Bytes=1234 Action=Allowed User="),
        new("http, nothing known", "1764028800.123456\tC1\t10.20.1.5\t51234\t192.0.2.35\t80\t1\t-\t-\t-\t-\t-\t-\t-\t0\t0\t-\t-\t-", "Host= Url= Bytes=0 Action=Allowed"),
        new("http through a proxy", Row("-", "http://www.facebook.com/"), "Host=www.facebook.com"),
        new("http, a port in the name", Row("WWW.Facebook.com:8080", "/"), "Host=www.facebook.com"),
        new("http, quotes mean nothing", Row("www.facebook.com", "/?q=\"x"), "Host=www.facebook.com Url=/?q=\"x"),
        new("http, a tab in an address", Row("www.facebook.com", "/?q=a\\x09b"), "Url=/?q=a\tb"),
        new("http, what a browser logs in with is not used", Row("www.facebook.com", "/").Replace("200\t-", "200\tn.ames", StringComparison.Ordinal), "User="),
        new("http, JSON", Json + "\"trans_depth\":1,\"method\":\"GET\",\"host\":\"www.facebook.com\",\"uri\":\"/groups/1\",\"referrer\":\"https://news.example/p\",\"request_body_len\":0,\"response_body_len\":1234,\"status_code\":200}", "Time=2025-11-25T00:00:00.123 SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=/groups/1 Bytes=1234 Referrer=https://news.example/p Action=Allowed"),
        new("dns, JSON", Json + "\"proto\":\"udp\",\"trans_id\":1,\"rtt\":0.01,\"query\":\"www.facebook.com\",\"qclass\":1,\"qtype_name\":\"A\",\"rcode\":0,\"rcode_name\":\"NOERROR\",\"AA\":false,\"answers\":[\"star-mini.c10r.facebook.com\",\"157.240.1.35\"],\"rejected\":false}", "Host=www.facebook.com Action=Allowed"),
        new("dns, sent nowhere", Json + "\"trans_id\":1,\"query\":\"www.facebook.com\",\"rcode_name\":\"NOERROR\",\"answers\":[\"0.0.0.0\"]}", "Action=Blocked"),
        new("dns, refused", Json + "\"trans_id\":1,\"query\":\"www.facebook.com\",\"rcode_name\":\"REFUSED\",\"rejected\":true}", "Action=Blocked"),
        new("dns, no such name", Json + "\"trans_id\":1,\"query\":\"www.facebook.example\",\"rcode_name\":\"NXDOMAIN\",\"rejected\":true}", "Action=Allowed"),
        new("ssl, JSON", Json + "\"version\":\"TLSv13\",\"cipher\":\"x\",\"server_name\":\"www.facebook.com\",\"resumed\":false,\"established\":true}", "Host=www.facebook.com Action=Allowed"),
        new("ssl that shows no name", Json + "\"version\":\"TLSv13\",\"established\":false}", "Host= DestinationAddress=192.0.2.35"),
        new("quic, JSON", Json + "\"version\":\"1\",\"client_initial_dcid\":\"aa\",\"client_scid\":\"bb\",\"server_name\":\"www.tiktok.com\"}", "Host=www.tiktok.com Action=Allowed"),
        new("JSON with ISO times", Json.Replace("1764028800.123456", "\"2026-11-24T09:00:01.123456Z\"", StringComparison.Ordinal) + "\"established\":true,\"server_name\":\"www.facebook.com\"}", "Time=2026-11-24T09:00:01.123"),
        new("JSON with milliseconds", Json.Replace("1764028800.123456", "1764028800123", StringComparison.Ordinal) + "\"established\":true,\"server_name\":\"www.facebook.com\"}", "Time=2025-11-25T00:00:00.123"),
        new("JSON with nested addresses", "{\"_path\":\"ssl\",\"ts\":1764028800.1,\"uid\":\"C1\",\"id\":{\"orig_h\":\"2001:DB8::5\",\"orig_p\":1,\"resp_h\":\"2001:db8::1\",\"resp_p\":443},\"established\":true,\"server_name\":\"www.facebook.com\"}", "SourceAddress=2001:db8::5 DestinationAddress=2001:db8::1 Host=www.facebook.com"),
        new("another log's record", Json + "\"proto\":\"tcp\",\"service\":\"ssl\",\"duration\":1.5,\"orig_bytes\":1,\"resp_bytes\":2,\"conn_state\":\"SF\"}", "Note"),
        new("dns: a reply without its query", Json + "\"trans_id\":1,\"rcode_name\":\"NOERROR\"}", "Note"),
        new("the separator", "#separator \\x09", "Note"),
        new("the log's name", "#path\thttp", "Note"),
        new("the end", "#close\t2026-11-24-10-00-00", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "1764028800.123456\tC1\t10.20.1.5\t51234\t192.0.2.35\t80",
        Row("www.facebook.com", "/") + "\tmore",
        Row("www.facebook.com", "/").Replace("1764028800.123456", "yesterday", StringComparison.Ordinal),
        "#a comment of another kind",
        "{\"ts\":1764028800.123456,\"host\":\"www.facebook.com\"}",
        Json + "\"established\":true",
        Row(new string('a', 254), "/"),
    ];

    private protected override string? LineAbout(string user) => null;

    [Fact]
    public void Rows_without_a_header_before_them_are_refused()
    {
        Format.CreateReader(Options).TryParse(Encoding.UTF8.GetBytes(Row("www.facebook.com", "/")), 1, out _).ShouldBeFalse();
    }

    [Fact]
    public void Quic_is_told_apart()
    {
        var glance = default(LineGlance);
        Reader().Glance(Encoding.UTF8.GetBytes(Json + "\"version\":\"1\",\"client_initial_dcid\":\"aa\",\"server_name\":\"www.tiktok.com\"}"), ref glance).ShouldBeTrue();
        glance.IsQuic.ShouldBeTrue();
    }

    private static string Row(string host, string uri) =>
        $"1764028800.123456\tCTo78A11g7CYbbOHvj\t10.20.1.5\t51234\t192.0.2.35\t80\t1\tGET\t{host}\t{uri}\thttps://news.example/p\t1.1\tMozilla/5.0\t-\t0\t1234\t200\t-\t-";
}
