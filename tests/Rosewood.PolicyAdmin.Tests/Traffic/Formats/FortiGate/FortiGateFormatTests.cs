using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.FortiGate;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.FortiGate;

/// <summary>
/// Fields by Fortinet's "FortiOS Log Message Reference" (5.0, 5.6, 6.0, 6.2, 7.0 to 7.6) and "FortiOS to CEF log field mapping guidelines";
/// FortiAnalyzer's own fields by its administration guide.
/// </summary>
public sealed class FortiGateFormatTests : LogFormatTests
{
    private const string Start = "date=2026-11-24 time=09:00:01 devname=\"FG-01\" devid=\"FG100FTK20000001\" eventtime=1795510801123456789 tz=\"+0000\" logid=\"0316013056\" ";
    private const string Web = Start + "type=\"utm\" subtype=\"webfilter\" eventtype=\"ftgd_blk\" level=\"warning\" vd=\"root\" policyid=1 sessionid=123456 ";
    private const string Client = "srcip=10.20.1.5 srcport=51234 srcintf=\"lan\" srcintfrole=\"lan\" dstip=192.0.2.35 dstport=443 dstintf=\"wan1\" proto=6 service=\"HTTPS\" ";
    private const string Dns = "date=2026-11-24 time=09:00:01 eventtime=1795510801123456789 tz=\"+0000\" logid=\"1501054802\" type=\"utm\" subtype=\"dns\" ";
    private const string Traffic = "date=2026-11-24 time=09:00:01 eventtime=1795510801123456789 tz=\"+0000\" logid=\"0000000013\" type=\"traffic\" subtype=\"forward\" level=\"notice\" vd=\"root\" ";
    private const string Cef = "CEF:0|Fortinet|Fortigate|v7.4.1|13056|utm:webfilter ftgd_blk blocked|4|deviceExternalId=FG100FTK20000001 FTNTFGTeventtime=1795510801123456789 FTNTFGTtz=+0000 FTNTFGTlogid=0316013056 cat=utm:webfilter FTNTFGTsubtype=webfilter FTNTFGTeventtype=ftgd_blk FTNTFGTlevel=warning FTNTFGTvd=root ";

    private protected override LogFormat Format { get; } = new FortiGateFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("webfilter, blocked, 7.x", Web + "user=\"N.OBRIEN\" group=\"Staff\" " + Client + "hostname=\"www.facebook.com\" profile=\"School\" action=\"blocked\" reqtype=\"direct\" url=\"https://www.facebook.com/\" sentbyte=517 rcvdbyte=2048 direction=\"outgoing\" msg=\"URL belongs to a denied category in policy\" cat=37 catdesc=\"Social Networking\"",
            "Time=2026-11-24T09:00:01.123 User=N.OBRIEN SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=https://www.facebook.com/ Action=Blocked Bytes=2048 Category=Social Networking Format=FortiGate"),
        new("webfilter, passthrough", Web + Client + "hostname=\"www.facebook.com\" action=\"passthrough\" url=\"https://www.facebook.com/\"", "Action=Allowed User="),
        new("webfilter, exempted", Web + Client + "hostname=\"www.facebook.com\" action=\"exempted\" url=\"/\"", "Action=Allowed"),
        new("webfilter, filtered content", Web + Client + "hostname=\"a.example\" action=\"filtered\" url=\"/\"", "Action=Blocked"),
        new("a verdict not known is nobody's act", Web + Client + "hostname=\"a.example\" action=\"pondered\" url=\"/\"", "Action=Other"),
        new("url is a path", Web + Client + "hostname=\"www.facebook.com\" action=\"passthrough\" url=\"/groups/1?x=1\"", "Host=www.facebook.com Url=/groups/1?x=1"),
        new("url is whole and there is no host name", Web + Client + "action=\"passthrough\" url=\"https://m.facebook.com:443/groups/1\"", "Host=m.facebook.com"),
        new("host name with a port", Web + Client + "hostname=\"www.facebook.com:443\" action=\"passthrough\" url=\"/\"", "Host=www.facebook.com"),
        new("host name in upper case and with a dot", Web + Client + "hostname=\"WWW.Facebook.COM.\" action=\"passthrough\" url=\"/\"", "Host=www.facebook.com"),
        new("eventtime in seconds (6.0)", "date=2026-11-24 time=10:00:01 logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" eventtype=\"ftgd_allow\" level=\"notice\" vd=\"root\" eventtime=1795510801 hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "Time=2026-11-24T09:00:01.000"),
        new("eventtime in milliseconds", "date=2026-11-24 time=10:00:01 logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" level=\"notice\" eventtime=1795510801123 hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "Time=2026-11-24T09:00:01.123"),
        new("no eventtime, with zone", "date=2026-11-24 time=04:00:01 tz=\"-0500\" logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "Time=2026-11-24T09:00:01.000"),
        new("no eventtime, no zone: the school's (summer)", "date=2026-07-24 time=10:00:01 logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "Time=2026-07-24T09:00:01.000"),
        new("5.x, unquoted", "date=2026-11-24 time=09:00:01 devname=FG100D devid=FG100D3G00000001 logid=0316013056 type=utm subtype=webfilter eventtype=ftgd_blk level=warning vd=\"root\" policyid=12 identidx=0 sessionid=61254 user=\"n.obrien\" srcip=10.20.1.5 srcport=51234 srcintf=\"port10\" dstip=192.0.2.35 dstport=80 dstintf=\"port9\" proto=6 service=HTTP hostname=\"www.facebook.com\" profiletype=\"Webfilter_Profile\" profile=\"default\" action=blocked reqtype=direct url=\"/\" sentbyte=325 rcvdbyte=0 direction=outgoing msg=\"URL belongs to a denied category in policy\" method=domain cat=37 catdesc=\"Social Networking\" crscore=10 crlevel=medium",
            "Time=2026-11-24T09:00:01.000 User=n.obrien Action=Blocked Category=Social Networking"),
        new("4.x, with its own names", "date=2026-11-24 time=09:00:01 devname=FG100C device_id=FG100C3G00000001 log_id=0316013056 type=webfilter subtype=ftgd_blk pri=warning vd=\"root\" user=\"n.obrien\" src=10.20.1.5 sport=51234 dst=192.0.2.35 dport=80 service=\"http\" hostname=\"www.facebook.com\" status=\"blocked\" url=\"/\" cat=37 cat_desc=\"Social Networking\"",
            "User=n.obrien SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Action=Blocked Category=Social Networking"),
        new("FortiAnalyzer: its timestamp is local and not used", "itime=1795510999 date=2026-11-24 time=09:00:01 devid=\"FG100FTK20000001\" vd=\"root\" dtime=1795510801 itime_t=1795510999 timestamp=1795496401 logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" eventtype=\"ftgd_allow\" hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "Time=2026-11-24T09:00:01.000"),
        new("a quote that is escaped", Web + "user=\"n.o\\\"brien\" " + Client + "hostname=\"a.example\" action=\"passthrough\" url=\"/?q=\\\"x\\\" hostname=evil.example\"", "User=n.o\"brien Host=a.example"),
        new("a quote that is not escaped", Web + Client + "hostname=\"a.example\" action=\"passthrough\" url=\"/?q=\"x\"y\" msg=\"z\"", "Host=a.example Url=/?q=\"x\"y"),
        new("device's name", Web + Client + "srcname=\"PC-07\" srcmac=\"0a:1b:2c:3d:4e:5f\" hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "Device=PC-07"),
        new("device's MAC", Web + Client + "srcmac=\"0a:1b:2c:3d:4e:5f\" hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "Device=0a:1b:2c:3d:4e:5f"),
        new("referrer", Web + Client + "hostname=\"www.facebook.com\" action=\"passthrough\" url=\"/\" referralurl=\"https://news.example/p\"", "Referrer=https://news.example/p"),
        new("user N/A", Web + "user=\"N/A\" " + Client + "hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "User="),
        new("IPv6", Web + "srcip=2001:db8::5 dstip=2001:db8::1 hostname=\"a.example\" action=\"passthrough\" url=\"/\"", "SourceAddress=2001:db8::5 DestinationAddress=2001:db8::1"),
        new("app-ctrl: the application where no host is", Start + "type=\"utm\" subtype=\"app-ctrl\" eventtype=\"signature\" level=\"information\" vd=\"root\" appid=15832 user=\"n.obrien\" " + Client + "app=\"Facebook\" appcat=\"Social.Media\" action=\"pass\" msg=\"Social.Media: Facebook\" apprisk=\"medium\"", "Application=Facebook Host= Action=Allowed User=n.obrien"),
        new("app-ctrl: blocked, with host", Start + "type=\"utm\" subtype=\"app-ctrl\" eventtype=\"signature\" level=\"warning\" " + Client + "hostname=\"www.tiktok.com\" app=\"TikTok\" appcat=\"Social.Media\" action=\"block\" url=\"/\"", "Application=TikTok Host=www.tiktok.com Action=Blocked"),
        new("dns: a query", Dns + "eventtype=\"dns-query\" level=\"information\" user=\"n.obrien\" srcip=10.20.1.5 dstip=192.0.2.53 dstport=53 proto=17 qname=\"www.facebook.com\" qtype=\"A\" qtypeval=1 action=\"pass\"", "Host=www.facebook.com Action=Allowed User=n.obrien"),
        new("dns: a query as 7.x writes it, without a verdict", Dns + "eventtype=\"dns-query\" level=\"information\" user=\"n.obrien\" srcip=10.20.1.5 dstip=192.0.2.53 dstport=53 proto=17 qname=\"www.facebook.com\" qtype=\"A\" qtypeval=1 qclass=\"IN\"", "Host=www.facebook.com Action=Allowed User=n.obrien"),
        new("dns: a query of 5.6", "date=2026-11-24 time=09:00:01 logid=\"1500054000\" type=\"dns\" subtype=\"dns-query\" level=\"information\" vd=\"root\" srcip=10.20.1.5 qname=\"www.facebook.com\" qtype=\"A\"", "Host=www.facebook.com Action=Allowed"),
        new("dns: a response of 5.6 that was refused", "date=2026-11-24 time=09:00:01 logid=\"1501054802\" type=\"dns\" subtype=\"dns-response\" level=\"warning\" vd=\"root\" srcip=10.20.1.5 qname=\"www.facebook.com\" qtype=\"A\" action=\"block\"", "Host=www.facebook.com Action=Blocked"),
        new("dns: a response that was let through may be all that is logged", Dns + "eventtype=\"dns-response\" level=\"notice\" srcip=10.20.1.5 qname=\"www.facebook.com\" qtype=\"A\" ipaddr=\"192.0.2.35\" action=\"pass\" catdesc=\"Social Networking\"", "Host=www.facebook.com Action=Allowed Category=Social Networking"),
        new("dns: a response without a verdict", Dns + "eventtype=\"dns-response\" level=\"notice\" srcip=10.20.1.5 qname=\"www.facebook.com\" qtype=\"A\" ipaddr=\"192.0.2.35\"", "Note"),
        new("dns: a response that was refused", Dns + "eventtype=\"dns-response\" level=\"warning\" srcip=10.20.1.5 qname=\"www.facebook.com\" qtype=\"A\" action=\"block\" catdesc=\"Social Networking\"", "Host=www.facebook.com Action=Blocked SourceAddress=10.20.1.5"),
        new("dns: redirected to the block portal", Dns + "eventtype=\"dns-response\" level=\"warning\" srcip=10.20.1.5 qname=\"www.facebook.com\" action=\"redirect\"", "Action=Blocked"),
        new("traffic: a session's end", Traffic + "srcip=10.20.1.5 srcname=\"PC-07\" dstip=192.0.2.35 dstport=443 proto=6 action=\"close\" policyid=1 user=\"n.obrien\" service=\"HTTPS\" app=\"Facebook\" appcat=\"Social.Media\" duration=61 sentbyte=100 rcvdbyte=5000 hostname=\"www.facebook.com\"",
            "Duration=61000 Action=Allowed Bytes=5000 Host=www.facebook.com Application=Facebook Device=PC-07"),
        new("traffic: ended by the filter", Traffic + "srcip=10.20.1.5 dstip=192.0.2.35 action=\"client-rst\" utmaction=\"block\" app=\"Facebook\" duration=1", "Action=Blocked"),
        new("traffic: denied by policy", Traffic + "srcip=10.20.1.5 dstip=192.0.2.35 action=\"deny\" policyid=0", "Action=Blocked Host="),
        new("traffic: a session's start counts for nothing", Traffic + "srcip=10.20.1.5 dstip=192.0.2.35 action=\"start\" hostname=\"www.facebook.com\"", "Action=Other"),
        new("traffic: a failed connection counts for nothing", Traffic + "srcip=10.20.1.5 dstip=192.0.2.35 action=\"ip-conn\"", "Action=Other"),
        new("traffic of the firewall itself", "date=2026-11-24 time=09:00:01 logid=\"0001000014\" type=\"traffic\" subtype=\"local\" level=\"notice\" srcip=10.20.1.5 dstip=10.20.0.1 action=\"deny\"", "Note"),
        new("a system event", "date=2026-11-24 time=09:00:01 logid=\"0100032001\" type=\"event\" subtype=\"system\" level=\"information\" vd=\"root\" logdesc=\"Admin login successful\" user=\"admin\"", "Note"),
        new("antivirus", "date=2026-11-24 time=09:00:01 logid=\"0211008192\" type=\"utm\" subtype=\"virus\" eventtype=\"infected\" level=\"warning\" action=\"blocked\"", "Note"),
        new("CEF, webfilter", Cef + "externalId=123 suser=n.obrien src=10.20.1.5 spt=51234 dst=192.0.2.35 dpt=443 proto=6 app=HTTPS dhost=www.facebook.com act=blocked request=https://www.facebook.com/a b?x\\=1 out=517 in=2048 msg=URL belongs to a denied category in policy requestContext=Social Networking FTNTFGTcrscore=30",
            "Time=2026-11-24T09:00:01.123 User=n.obrien SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Action=Blocked Bytes=2048 Category=Social Networking"),
        new("CEF, the user as the destination's", Cef + "duser=n.obrien src=10.20.1.5 dhost=a.example act=passthrough request=/", "User=n.obrien Action=Allowed"),
        new("CEF, seconds", "CEF:0|Fortinet|Fortigate|v6.0.3|13312|utm:webfilter ftgd_allow passthrough|2|deviceExternalId=FG1 FTNTFGTlogid=0317013312 cat=utm:webfilter FTNTFGTsubtype=webfilter start=1795510801 src=10.20.1.5 dhost=a.example act=passthrough request=/", "Time=2026-11-24T09:00:01.000"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "",
        "date=2026-11-24 time=09:00:01",
        "date=2026-11-24 time=09:00:01 type=\"utm\" subtype=\"webfilter\" hostname=\"a.example\" action=\"passthrough\" url=\"/\"",
        "date=2026-11-31 time=09:00:01 logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" hostname=\"a.example\" action=\"blocked\"",
        "date=2026-11-24 time=29:00:01 logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" hostname=\"a.example\" action=\"blocked\"",
        "date=2026-11-24 time=09:00:01 eventtime=17 logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" hostname=\"a.example\" action=\"blocked\"",
        "CEF:0|Fortinet|FortiMail|7|1|utm:webfilter|4|FTNTFGTeventtime=1795510801123456789 FTNTFGTsubtype=webfilter",
        Web + Client + "hostname=\"" + new string('a', 254) + "\" action=\"blocked\"",
    ];

    [Fact]
    public void Quic_is_told() => Reads(Traffic + "srcip=10.20.1.5 dstip=192.0.2.35 dstport=443 proto=17 action=\"accept\"").ShouldBeTrue();

    [Fact]
    public void Http_is_not_quic() => Reads(Traffic + "srcip=10.20.1.5 dstip=192.0.2.35 dstport=443 proto=6 action=\"accept\"").ShouldBeFalse();

    [Fact]
    public void The_vectorised_split_finds_what_the_plain_one_finds()
    {
        var random = new Random(6);
        var agreed = 0;
        foreach (var row in Rows)
        {
            for (var i = 0; i < 200; i++)
            {
                var line = System.Text.Encoding.UTF8.GetBytes(row.Line + " x=" + new string('y', random.Next(70)));
                for (var k = i == 0 ? 0 : random.Next(4); k > 0; k--)
                {
                    line[random.Next(line.Length)] = (byte)"\" =x\\"[random.Next(5)];
                }

                var fast = default(FortiGateRecord);
                if (FortiGatePairs.TrySplitFast(line, ref fast))
                {
                    var slow = default(FortiGateRecord);
                    FortiGatePairs.SplitSlow(line, ref slow);
                    Shown(fast).ShouldBe(Shown(slow), System.Text.Encoding.UTF8.GetString(line));
                    agreed++;
                }
            }
        }

        agreed.ShouldBeGreaterThan(2000);
    }

    private protected override string? LineAbout(string user) =>
        Web + $"user=\"{user.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" " + Client + "hostname=\"www.facebook.com\" action=\"blocked\" url=\"/\"";

    private static string Shown(scoped in FortiGateRecord r)
    {
        var text = new System.Text.StringBuilder();
        Add(r.Date, text);
        Add(r.Time, text);
        Add(r.EventTime, text);
        Add(r.Zone, text);
        Add(r.LogId, text);
        Add(r.Type, text);
        Add(r.Subtype, text);
        Add(r.EventType, text);
        Add(r.Action, text);
        Add(r.User, text);
        Add(r.Source, text);
        Add(r.Destination, text);
        Add(r.HostName, text);
        Add(r.Url, text);
        Add(r.Query, text);
        Add(r.Application, text);
        Add(r.Category, text);
        Add(r.Received, text);
        return text.ToString();

        static void Add(ReadOnlySpan<byte> value, System.Text.StringBuilder to) => to.Append(System.Text.Encoding.Latin1.GetString(value)).Append('\n');
    }

    private bool Reads(string line)
    {
        var glance = default(LineGlance);
        Reader().Glance(System.Text.Encoding.UTF8.GetBytes(line), ref glance).ShouldBeTrue();
        return glance.IsQuic;
    }
}
