using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Dnsmasq;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Dnsmasq;

/// <summary>dnsmasq(8), <c>log-queries</c>; Pi-hole FTL's <c>pihole.log</c> as its documentation shows it ("Query Log", "Understanding the log").</summary>
public sealed class DnsmasqFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new DnsmasqFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("a query", "Nov 24 09:00:01 dnsmasq[1234]: query[A] www.facebook.com from 10.20.1.5", "Time=2026-11-24T09:00:01.000 Duration=0 Host=www.facebook.com SourceAddress=10.20.1.5 Action=Allowed User= Url= Bytes=0"),
        new("a day with one digit", "Nov  4 09:00:01 dnsmasq[1234]: query[AAAA] www.tiktok.com from 10.20.1.5", "Time=2026-11-04T09:00:01.000 Host=www.tiktok.com"),
        new("no zone: the log's", "Jul 14 09:00:01 dnsmasq[1234]: query[HTTPS] www.instagram.com from 10.20.1.5", "Time=2026-07-14T08:00:01.000 Host=www.instagram.com"),
        new("no year: the latest that is past", "Dec 24 09:00:01 dnsmasq[1234]: query[A] www.facebook.com from 10.20.1.5", "Time=2025-12-24T09:00:01.000"),
        new("type as a number", "Nov 24 09:00:02 dnsmasq[1234]: query[type=65] Edge.SnapChat.com from 10.20.1.6", "Host=edge.snapchat.com SourceAddress=10.20.1.6"),
        new("IPv6 client", "Nov 24 09:00:02 dnsmasq[1234]: query[A] www.facebook.com from 2001:DB8::5", "SourceAddress=2001:db8::5"),
        new("log-queries=extra", "Nov 24 09:00:02 dnsmasq[1234]: 77 10.20.1.7/51234 query[A] www.facebook.com from 10.20.1.7", "Host=www.facebook.com SourceAddress=10.20.1.7 Action=Allowed"),
        new("extra, IPv6", "Nov 24 09:00:02 dnsmasq[1234]: 78 fe80::1%br0/51234 query[A] www.facebook.com from fe80::1%br0", "SourceAddress=fe80::1"),
        new("authoritative", "Nov 24 09:00:02 dnsmasq[1234]: auth[A] www.rosewood.example from 10.20.1.7", "Host=www.rosewood.example Action=Allowed"),
        new("the root", "Nov 24 09:00:02 dnsmasq[1234]: query[NS] . from 10.20.1.7", "Host= Action=Allowed"),
        new("behind a host", "Nov 24 09:00:03 pihole dnsmasq[1234]: query[A] www.facebook.com from 10.20.1.5", "Time=2026-11-24T09:00:03.000 Host=www.facebook.com"),
        new("rsyslog's time", "2026-11-24T09:00:03.123456+01:00 pihole dnsmasq[1234]: query[A] www.facebook.com from 10.20.1.5", "Time=2026-11-24T08:00:03.123 Host=www.facebook.com"),
        new("RFC 5424", "1 2026-11-24T09:00:03.5Z pihole dnsmasq 1234 - - query[A] www.facebook.com from 10.20.1.5", "Time=2026-11-24T09:00:03.500 Host=www.facebook.com"),
        new("OpenWrt's logread", "Tue Nov 24 09:00:03 2026 daemon.info dnsmasq[1]: 12 10.20.1.5/51234 query[A] www.facebook.com from 10.20.1.5", "Time=2026-11-24T09:00:03.000 Host=www.facebook.com SourceAddress=10.20.1.5"),
        new("Pi-hole: a list", "Nov 24 09:00:04 dnsmasq[1234]: gravity blocked www.facebook.com is 0.0.0.0", "Host=www.facebook.com Action=Blocked SourceAddress="),
        new("Pi-hole: a list, with extra", "Nov 24 09:00:04 dnsmasq[1234]: 77 10.20.1.7/51234 gravity blocked www.facebook.com is ::", "Host=www.facebook.com Action=Blocked SourceAddress=10.20.1.7"),
        new("Pi-hole: a list, answering NODATA", "Nov 24 09:00:04 dnsmasq[1234]: gravity blocked www.facebook.com is NODATA", "Action=Blocked"),
        new("Pi-hole: a domain", "Nov 24 09:00:04 dnsmasq[1234]: exactly denied www.tiktok.com is 0.0.0.0", "Host=www.tiktok.com Action=Blocked"),
        new("Pi-hole: a pattern", "Nov 24 09:00:04 dnsmasq[1234]: regex denied www.tiktok.com is NXDOMAIN", "Host=www.tiktok.com Action=Blocked"),
        new("Pi-hole 5.0 to 5.2", "Nov 24 09:00:04 dnsmasq[1234]: regex blacklisted www.tiktok.com is 0.0.0.0", "Host=www.tiktok.com Action=Blocked"),
        new("Pi-hole 4", "Nov 24 09:00:04 dnsmasq[1234]: /etc/pihole/gravity.list www.tiktok.com is 0.0.0.0", "Host=www.tiktok.com Action=Blocked"),
        new("address=/facebook.com/0.0.0.0", "Nov 24 09:00:04 dnsmasq[1234]: config www.facebook.com is 0.0.0.0", "Host=www.facebook.com Action=Blocked"),
        new("address=/facebook.com/", "Nov 24 09:00:04 dnsmasq[1234]: config www.facebook.com is NXDOMAIN", "Host=www.facebook.com Action=Blocked"),
        new("a page of the school's", "Nov 24 09:00:04 dnsmasq[1234]: config www.facebook.com is 10.20.0.10", "Host=www.facebook.com Action=Blocked"),
        new("refused further up", "Nov 24 09:00:04 dnsmasq[1234]: reply www.facebook.com is 0.0.0.0", "Host=www.facebook.com Action=Blocked"),
        new("restricted mode is no refusal", "Nov 24 09:00:05 dnsmasq[1234]: config www.youtube.com is 216.239.38.120", "Note"),
        new("nor is its missing IPv6", "Nov 24 09:00:05 dnsmasq[1234]: config www.youtube.com is NODATA-IPv6", "Note"),
        new("a forward", "Nov 24 09:00:05 dnsmasq[1234]: forwarded www.facebook.com to 192.0.2.53", "Note"),
        new("a forward, with extra", "Nov 24 09:00:05 dnsmasq[1234]: 77 10.20.1.7/51234 forwarded www.facebook.com to 192.0.2.53", "Note"),
        new("a reply", "Nov 24 09:00:05 dnsmasq[1234]: reply www.facebook.com is 157.240.1.35", "Note"),
        new("a reply that there is no such name: nobody gets there", "Nov 24 09:00:05 dnsmasq[1234]: reply www.facebook.com is NXDOMAIN", "Host=www.facebook.com Action=Blocked"),
        new("address=/facebook.com/0.0.0.0, asked for IPv6", "Nov 24 09:00:05 dnsmasq[1234]: config www.facebook.com is NODATA-IPv6", "Host=www.facebook.com Action=Blocked"),
        new("the same, asked for HTTPS", "Nov 24 09:00:05 dnsmasq[1234]: config www.facebook.com is NODATA", "Host=www.facebook.com Action=Blocked"),
        new("a reply that has nothing of that kind", "Nov 24 09:00:05 dnsmasq[1234]: reply www.facebook.com is NODATA-IPv6", "Note"),
        new("a reply by another name", "Nov 24 09:00:05 dnsmasq[1234]: reply www.facebook.com is <CNAME>", "Note"),
        new("the cache", "Nov 24 09:00:05 dnsmasq[1234]: cached www.facebook.com is 157.240.1.35", "Note"),
        new("its own DNSSEC", "Nov 24 09:00:05 dnsmasq[1234]: dnssec-query[DS] facebook.com to 192.0.2.53", "Note"),
        new("what it says of itself", "Nov 24 09:00:05 dnsmasq[1234]: started, version 2.90 cachesize 10000", "Note"),
        new("DHCP", "Nov 24 09:00:05 dnsmasq-dhcp[1234]: DHCPACK(eth0) 10.20.1.5 aa:bb:cc:dd:ee:ff PC-07", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "query[A] www.facebook.com from 10.20.1.5",
        "Nov 24 09:00:01 dnsmasq[1234]: query[A] www.facebook.com",
        "Nov 24 09:00:01 dnsmasq[1234]: query[A] www.facebook.com from PC-07",
        "Nov 24 09:00:01 dnsmasq[1234]: query[A www.facebook.com from 10.20.1.5",
        "Nov 24 09:00:01 named[1234]: query[A] www.facebook.com from 10.20.1.5",
        "Nov 34 09:00:01 dnsmasq[1234]: query[A] www.facebook.com from 10.20.1.5",
        "Nov 24 09:00:01 dnsmasq[1234]: query[A] " + new string('a', 254) + " from 10.20.1.5",
    ];

    private protected override string? LineAbout(string user) => null;

    [Theory]
    [InlineData("Nov 24 09:00:04 dnsmasq[1]: gravity blocked www.facebook.com is 0.0.0.0", true)]
    [InlineData("Nov 24 09:00:04 dnsmasq[1]: query[A] www.facebook.com from 10.20.1.5", false)]
    public void A_refusal_refers_to_the_query_before_it(string line, bool isAnswer)
    {
        var glance = default(LineGlance);
        Reader().Glance(Encoding.UTF8.GetBytes(line), ref glance).ShouldBeTrue();
        glance.IsAnswer.ShouldBe(isAnswer);
    }
}
