using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Bind;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Bind;

/// <summary>BIND 9 Administrator Reference Manual of ISC: "logging Block Grammar", categories <c>queries</c>, <c>rpz</c>, <c>security</c>, <c>query-errors</c>, <c>responses</c>; <c>print-time</c>, <c>print-category</c>, <c>print-severity</c>.</summary>
public sealed class BindFormatTests : LogFormatTests
{
    private const string Head = "24-Nov-2026 09:00:01.123 ";
    private const string Client = "client @0x7f2c9c0a1b28 10.20.1.5#51234 (www.facebook.com): ";

    private protected override LogFormat Format { get; } = new BindFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("a query", Head + Client + "query: www.facebook.com IN A +E(0)K (192.0.2.53)", "Time=2026-11-24T09:00:01.123 Host=www.facebook.com SourceAddress=10.20.1.5 Action=Allowed User="),
        new("print-severity", Head + "info: " + Client + "query: www.facebook.com IN AAAA + (192.0.2.53)", "Host=www.facebook.com"),
        new("print-category", Head + "queries: " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Host=www.facebook.com"),
        new("print-category and print-severity", Head + "queries: info: " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Host=www.facebook.com"),
        new("the log's zone", "14-Jul-2026 09:00:01.123 queries: info: " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Time=2026-07-14T08:00:01.123"),
        new("a view", Head + "queries: info: " + Client + "view internal: query: www.facebook.com IN A +E(0)T (192.0.2.53)", "Host=www.facebook.com SourceAddress=10.20.1.5"),
        new("not recursive", Head + Client + "query: www.rosewood.example IN A -E(0)DC (192.0.2.53)", "Host=www.rosewood.example"),
        new("before 9.11: no pointer", Head + "client 10.20.1.5#51234 (www.facebook.com): query: www.facebook.com IN A + (192.0.2.53)", "Host=www.facebook.com SourceAddress=10.20.1.5"),
        new("before 9.9: no name and no address of its own", Head + "client 10.20.1.5#51234: query: WWW.facebook.com IN A +", "Host=www.facebook.com"),
        new("IPv6", Head + "client @0x7f2c 2001:DB8::5#51234 (www.facebook.com): query: www.facebook.com IN HTTPS +E(0)K (2001:db8::53)", "SourceAddress=2001:db8::5"),
        new("signed", Head + "client @0x7f2c 10.20.1.5#51234/key school (www.facebook.com): query: www.facebook.com IN A +S (192.0.2.53)", "Host=www.facebook.com SourceAddress=10.20.1.5"),
        new("iso8601", "2026-11-24T09:00:01.123 queries: info: " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Time=2026-11-24T09:00:01.123 Host=www.facebook.com"),
        new("iso8601 in summer", "2026-07-14T09:00:01.123 " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Time=2026-07-14T08:00:01.123"),
        new("iso8601-utc", "2026-07-14T09:00:01.123Z queries: " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Time=2026-07-14T09:00:01.123 Host=www.facebook.com"),
        new("syslog", "Nov 24 09:00:01 ns1 named[123]: " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Time=2026-11-24T09:00:01.000 Host=www.facebook.com"),
        new("syslog, with category and severity", "Nov 24 09:00:01 ns1 named[123]: queries: info: " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Host=www.facebook.com"),
        new("RFC 5424", "1 2026-11-24T09:00:01.5+01:00 ns1 named 123 - - " + Client + "query: www.facebook.com IN A + (192.0.2.53)", "Time=2026-11-24T08:00:01.500 Host=www.facebook.com"),
        new("policy zone", Head + "rpz: info: " + Client + "rpz QNAME NXDOMAIN rewrite www.facebook.com/A/IN via www.facebook.com.rpz.rosewood.example", "Host=www.facebook.com SourceAddress=10.20.1.5 Action=Blocked"),
        new("policy zone in a view", Head + "rpz: info: " + Client + "view internal: rpz QNAME NODATA rewrite www.facebook.com/A/IN via www.facebook.com.rpz", "Host=www.facebook.com Action=Blocked"),
        new("policy zone, before 9.14", Head + "rpz: info: client 10.20.1.5#51234 (www.facebook.com): rpz QNAME DROP rewrite www.facebook.com via www.facebook.com.rpz", "Host=www.facebook.com Action=Blocked"),
        new("policy zone, sent elsewhere", Head + "rpz: info: " + Client + "rpz QNAME CNAME rewrite www.facebook.com/A/IN via www.facebook.com.rpz", "Host=www.facebook.com Action=Blocked"),
        new("policy zone, answered itself", Head + "rpz: info: " + Client + "rpz QNAME Local-Data rewrite www.facebook.com/A/IN via www.facebook.com.rpz", "Action=Blocked"),
        new("policy zone, by the answer's address", Head + "rpz: info: " + Client + "rpz IP NXDOMAIN rewrite www.facebook.com/A/IN via 32.35.1.240.157.rpz-ip.rpz", "Action=Blocked"),
        new("denied", Head + "security: info: " + Client + "query (cache) 'www.facebook.com/A/IN' denied (allow-query-cache did not match)", "Host=www.facebook.com SourceAddress=10.20.1.5 Action=Blocked"),
        new("restricted mode is no refusal", Head + "rpz: info: client @0x7f2c 10.20.1.5#51234 (www.youtube.com): rpz QNAME CNAME rewrite www.youtube.com/A/IN via www.youtube.com.rpz", "Note"),
        new("policy zone, let through", Head + "rpz: info: " + Client + "rpz QNAME PASSTHRU rewrite www.facebook.com/A/IN via www.facebook.com.rpz", "Note"),
        new("policy zone that only logs", Head + "rpz: info: " + Client + "disabled rpz QNAME NXDOMAIN rewrite www.facebook.com/A/IN via www.facebook.com.rpz", "Note"),
        new("a response (9.20)", Head + "responses: info: " + Client + "response: www.facebook.com IN A NOERROR + 1 0 1", "Note"),
        new("a query that failed", Head + "query-errors: info: " + Client + "query failed (SERVFAIL) for www.facebook.com/IN/A at query.c:7104", "Note"),
        new("what it says of itself", Head + "general: notice: running", "Note"),
        new("of a zone", Head + "zone rosewood.example/IN: loaded serial 7", "Note"),
        new("of another server", "2026-11-24T09:00:01.123Z lame-servers: info: connection refused resolving 'www.facebook.com/A/IN': 192.0.2.1#53", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Client + "query: www.facebook.com IN A + (192.0.2.53)",
        Head + Client + "query: www.facebook.com IN",
        Head + Client + "query: www.facebook.com IN A",
        "24-Nov-2026 09:00:01 " + Client + "query: www.facebook.com IN A + (192.0.2.53)",
        "24-Xyz-2026 09:00:01.123 " + Client + "query: www.facebook.com IN A + (192.0.2.53)",
        "2026-11-24T09:00:01.123Z something else: here",
        "Nov 24 09:00:01 ns1 dnsmasq[123]: " + Client + "query: www.facebook.com IN A + (192.0.2.53)",
        Head + Client + "query: " + new string('a', 254) + " IN A + (192.0.2.53)",
    ];

    private protected override string? LineAbout(string user) => null;

    [Theory]
    [InlineData("rpz QNAME NXDOMAIN rewrite www.facebook.com/A/IN via www.facebook.com.rpz", true)]
    [InlineData("query (cache) 'www.facebook.com/A/IN' denied", true)]
    [InlineData("query: www.facebook.com IN A + (192.0.2.53)", false)]
    public void A_refusal_refers_to_the_query_before_it(string message, bool isAnswer)
    {
        var glance = default(LineGlance);
        Reader().Glance(Encoding.UTF8.GetBytes(Head + Client + message), ref glance).ShouldBeTrue();
        glance.IsNote.ShouldBeFalse();
        glance.IsAnswer.ShouldBe(isAnswer);
    }
}
