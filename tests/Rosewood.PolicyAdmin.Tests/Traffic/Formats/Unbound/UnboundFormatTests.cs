using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Unbound;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Unbound;

/// <summary>unbound.conf(5) of NLnet Labs: <c>log-queries</c>, <c>log-replies</c>, <c>log-local-actions</c>, <c>rpz-log</c>, <c>log-time-ascii</c>, <c>log-time-iso</c>, <c>log-tag-queryreply</c>.</summary>
public sealed class UnboundFormatTests : LogFormatTests
{
    private const string Head = "[1764028800] unbound[123:0] ";

    private protected override LogFormat Format { get; } = new UnboundFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("a query", Head + "info: 10.20.1.5 www.facebook.com. A IN", "Time=2025-11-25T00:00:00.000 Host=www.facebook.com SourceAddress=10.20.1.5 Action=Allowed User="),
        new("another thread, IPv6", "[1764028801] unbound[123:1f] info: 2001:DB8::5 WWW.Facebook.com. AAAA IN", "Host=www.facebook.com SourceAddress=2001:db8::5"),
        new("log-identity", "[1764028801] dns1[123:2] info: 10.20.1.5 www.facebook.com. HTTPS IN", "Host=www.facebook.com"),
        new("log-tag-queryreply", Head + "query: 10.20.1.5 www.facebook.com. A IN", "Host=www.facebook.com Action=Allowed"),
        new("log-time-ascii", "Nov 24 09:00:01 unbound[123:0] info: 10.20.1.5 www.facebook.com. A IN", "Time=2026-11-24T09:00:01.000 Host=www.facebook.com"),
        new("log-time-ascii in summer", "Jul  4 09:00:01 unbound[123:0] info: 10.20.1.5 www.facebook.com. A IN", "Time=2026-07-04T08:00:01.000"),
        new("log-time-iso", "2026-11-24T09:00:01.123+00:00 unbound[123:0] info: 10.20.1.5 www.facebook.com. A IN", "Time=2026-11-24T09:00:01.123 Host=www.facebook.com"),
        new("log-time-iso and log-identity", "2026-11-24T09:00:01.123+01:00 dns1[123:0] info: 10.20.1.5 www.facebook.com. A IN", "Time=2026-11-24T08:00:01.123"),
        new("syslog", "Nov 24 09:00:01 gw unbound[123]: [123:0] info: 10.20.1.5 www.facebook.com. A IN", "Time=2026-11-24T09:00:01.000 Host=www.facebook.com SourceAddress=10.20.1.5"),
        new("syslog, no process", "Nov 24 09:00:01 gw unbound: [123:0] info: 10.20.1.5 www.facebook.com. A IN", "Host=www.facebook.com"),
        new("OPNsense: RFC 5424", "1 2026-11-24T09:00:01+00:00 gw.rosewood.example unbound 123 - [meta sequenceId=\"7\"] [123:0] info: 10.20.1.5 www.facebook.com. A IN", "Time=2026-11-24T09:00:01.000 Host=www.facebook.com"),
        new("local zone", Head + "info: facebook.com. always_nxdomain 10.20.1.5@51234 www.facebook.com. A IN", "Host=www.facebook.com SourceAddress=10.20.1.5 Action=Blocked"),
        new("local zone, null", Head + "info: tiktok.com. always_null 2001:db8::5@51234 www.tiktok.com. AAAA IN", "Host=www.tiktok.com SourceAddress=2001:db8::5 Action=Blocked"),
        new("local zone, told and denied", Head + "info: tiktok.com. inform_deny 10.20.1.5@51234 www.tiktok.com. A IN", "Action=Blocked"),
        new("local zone, sent elsewhere", Head + "info: facebook.com. redirect 10.20.1.5@51234 www.facebook.com. A IN", "Action=Blocked"),
        new("restricted mode is no refusal", Head + "info: www.youtube.com. redirect 10.20.1.5@51234 www.youtube.com. A IN", "Note"),
        new("local zone, only told", Head + "info: facebook.com. inform 10.20.1.5@51234 www.facebook.com. A IN", "Note"),
        new("local zone, let through", Head + "info: rosewood.example. transparent 10.20.1.5@51234 www.rosewood.example. A IN", "Note"),
        new("policy zone", Head + "info: rpz: applied [social media] facebook.com. rpz-nxdomain 10.20.1.5@51234 www.facebook.com. A IN", "Host=www.facebook.com SourceAddress=10.20.1.5 Action=Blocked"),
        new("policy zone without a name", Head + "info: rpz: applied *.facebook.com. rpz-nodata 10.20.1.5@51234 www.facebook.com. A IN", "Host=www.facebook.com Action=Blocked"),
        new("policy zone, by another trigger", Head + "info: rpz: applied [x] nsdname ns.facebook.com. rpz-drop 10.20.1.5@51234 www.facebook.com. A IN", "Host=www.facebook.com Action=Blocked"),
        new("policy zone that names no client", Head + "info: rpz: applied [x] facebook.com. rpz-nxdomain www.facebook.com. A IN", "Host=www.facebook.com Action=Blocked SourceAddress="),
        new("policy zone, answered itself", Head + "info: rpz: applied [x] facebook.com. rpz-local-data 10.20.1.5@51234 www.facebook.com. A IN", "Action=Blocked"),
        new("policy zone, restricted mode", Head + "info: rpz: applied [x] www.youtube.com. rpz-local-data 10.20.1.5@51234 www.youtube.com. A IN", "Note"),
        new("policy zone, let through", Head + "info: rpz: applied [x] facebook.com. rpz-passthru 10.20.1.5@51234 www.facebook.com. A IN", "Note"),
        new("a reply", Head + "info: 10.20.1.5 www.facebook.com. A IN NOERROR 0.012345 0 62", "Note"),
        new("a reply with its tag", Head + "reply: 10.20.1.5 www.facebook.com. A IN NOERROR 0.012345 0 62", "Note"),
        new("a reply with log-destaddr", Head + "reply: 10.20.1.5 www.facebook.com. A IN NOERROR 0.012345 0 62 udp 192.0.2.53 53", "Note"),
        new("its own looking up", Head + "info: resolving www.facebook.com. A IN", "Note"),
        new("its start", Head + "notice: init module 0: validator", "Note"),
        new("what it says of itself", Head + "info: start of service (unbound 1.19.2).", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "info: 10.20.1.5 www.facebook.com. A IN",
        "[1764028800] unbound info: 10.20.1.5 www.facebook.com. A IN",
        "[1764028800] unbound[123] info: 10.20.1.5 www.facebook.com. A IN",
        "[17640x8800] unbound[123:0] info: 10.20.1.5 www.facebook.com. A IN",
        Head + "info: 10.20.1.5 www.facebook.com.",
        Head + "info: 10.20.1.5 www.facebook.com A IN",
        Head + "info: rpz: applied [x] facebook.com.",
        Head + "info: 10.20.1.5 " + new string('a', 254) + ". A IN",
    ];

    private protected override string? LineAbout(string user) => null;

    [Theory]
    [InlineData("info: rpz: applied [x] facebook.com. rpz-nxdomain 10.20.1.5@51234 www.facebook.com. A IN", true)]
    [InlineData("info: facebook.com. refuse 10.20.1.5@51234 www.facebook.com. A IN", true)]
    [InlineData("info: 10.20.1.5 www.facebook.com. A IN", false)]
    public void A_refusal_refers_to_the_query_before_it(string message, bool isAnswer)
    {
        var glance = default(LineGlance);
        Reader().Glance(Encoding.UTF8.GetBytes(Head + message), ref glance).ShouldBeTrue();
        glance.IsAnswer.ShouldBe(isAnswer);
    }
}
