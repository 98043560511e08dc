using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.PaloAltoUrl;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.PaloAltoUrl;

/// <summary>
/// Fields as "Threat Log Fields"/"URL Filtering Log Fields" of the PAN-OS 9.1, 10.x and 11.x administrator's guides order them; CEF as in
/// "PAN-OS CEF Integration" and Strata Logging Service's "URL CEF Fields"; LEEF as in IBM's DSM guide.
/// Generated Time → Time; Source Address, Source User, Application, Action → ours; URL/Filename → Url, Host; URL Category List, else Category → Category;
/// Source Hostname / MAC Address → Device; Referer → Referrer.
/// </summary>
public sealed class PaloAltoUrlFormatTests : LogFormatTests
{
    private const int V9 = 79;
    private const int V10 = 111;

    private const string CefHead = "CEF:0|Palo Alto Networks|PAN-OS|10.2.3|url|THREAT|1|rt=Nov 24 2026 09:00:01 GMT deviceExternalId=007951000012345 src=10.20.1.5 dst=157.240.225.35 sourceTranslatedAddress=0.0.0.0 destinationTranslatedAddress=0.0.0.0 cs1Label=Rule cs1=Web out ";

    private const string LeefHead = "LEEF:2.0|Palo Alto Networks|PAN-OS Syslog Integration|10.1.5|(9999)|x7C|ReceiveTime=2026/11/24 09:00:02|SerialNumber=007951000012345|cat=THREAT|";

    private protected override LogFormat Format { get; } = new PaloAltoUrlFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("9.1, all fields", Line(V9), "Time=2026-11-24T09:00:01.000 Duration=0 User=rosewood\\nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=www.facebook.com/groups/1 Referrer=https://news.example/p Action=Allowed Bytes=0 Application=facebook-base Category=social-networking,low-risk Device="),
        new("first fields only, as old firmware", Line(42), "Host=www.facebook.com Referrer= Category=social-networking"),
        new("a category of the school's own decided: the vendor's are listed", Line(V9, (33, "Rosewood-Block"), (75, "\"Rosewood-Block,social-networking,low-risk\"")), "Category=Rosewood-Block,social-networking,low-risk"),
        new("10.0 and later: device and precise time", Line(V10, (86, "PC-07"), (87, "00:0c:29:aa:bb:cc"), (107, "2026-11-24T09:00:02.123+00:00")), "Time=2026-11-24T09:00:01.000 Device=PC-07"),
        new("the precise time's zone holds", Line(V10, (6, "2026/06/24 09:00:01"), (107, "2026-06-24T09:00:02.123-08:00")), "Time=2026-06-24T17:00:01.000"),
        new("no name, so the hardware address", Line(V10, (87, "00:0c:29:aa:bb:cc")), "Device=00:0c:29:aa:bb:cc"),
        new("no zone: the log's, in summer", Line(V9, (6, "2026/06/24 09:00:01")), "Time=2026-06-24T08:00:01.000"),
        new("generated time, not receive time", Line(V9, (1, "2026/11/24 11:30:00")), "Time=2026-11-24T09:00:01.000"),
        new("generated time as the cloud writes it", Line(V10, (6, "2026-11-24T09:00:01.000000Z")), "Time=2026-11-24T09:00:01.000"),
        new("address without scheme, with port", Line(V9, (31, "\"www.tiktok.com:443/\"")), "Host=www.tiktok.com Url=www.tiktok.com:443/"),
        new("address with scheme", Line(V9, (31, "https://www.tiktok.com/@x")), "Host=www.tiktok.com"),
        new("address with commas and quotes", Line(V9, (31, "\"www.facebook.com/a,b?c=\"\"d\"\"\"")), "Host=www.facebook.com Url=www.facebook.com/a,b?c=\"d\""),
        new("alert is allowed", Line(V9, (30, "alert")), "Action=Allowed"),
        new("allow", Line(V9, (30, "allow")), "Action=Allowed"),
        new("continued", Line(V9, (30, "continue")), "Action=Allowed"),
        new("opened by password", Line(V9, (30, "override")), "Action=Allowed"),
        new("blocked", Line(V9, (30, "block-url")), "Action=Blocked"),
        new("warned, not gone on", Line(V9, (30, "block-continue")), "Action=Blocked"),
        new("asked for a password", Line(V9, (30, "block-override")), "Action=Blocked"),
        new("too many passwords", Line(V9, (30, "override-lockout")), "Action=Blocked"),
        new("reset", Line(V9, (30, "reset-both")), "Action=Blocked"),
        new("an unknown word is not guessed", Line(V9, (30, "shrug")), "Action=Other"),
        new("X-Forwarded-For in the user's column", Line(V9, (12, "x-fwd-for: 10.30.2.9")), "User= SourceAddress=10.30.2.9"),
        new("X-Forwarded-For without address", Line(V9, (12, "x-fwd-for:")), "User= SourceAddress=10.20.1.5"),
        new("no user", Line(V9, (12, "")), "User="),
        new("unknown user", Line(V9, (12, "unknown")), "User="),
        new("user by e-mail", Line(V9, (12, "nell@rosewood.example")), "User=nell@rosewood.example"),
        new("IPv6", Line(V9, (7, "2001:db8::5"), (8, "2a03:2880::1"), (31, "\"[2a03:2880::1]/\"")), "SourceAddress=2001:db8::5 DestinationAddress=2a03:2880::1 Host=2a03:2880::1"),
        new("category not known yet", Line(42, (33, "not-resolved")), "Category="),
        new("another column in front", "PA-220," + Line(V9)["1,".Length..], "Host=www.facebook.com"),
        new("a threat of another kind", Line(V9, (4, "spyware")), "Note"),
        new("traffic", "1,2026/11/24 09:00:05,007951000012345,TRAFFIC,end,2561,2026/11/24 09:00:01,10.20.1.5,157.240.225.35,0.0.0.0,0.0.0.0,Web,,,facebook-base,vsys1", "Note"),
        new("Panorama's export has a header", "Domain,Receive Time,Serial #,Type,Threat/Content Type,Config Version,Generate Time,Source address", "Note"),
        new("CEF", CefHead + "suser=rosewood\\\\nell duser= app=tiktok-base act=alert request=www.tiktok.com/@x?a\\=b cs2Label=URL Category cs2=social-networking cat=(9999) requestContext=text/html", "Time=2026-11-24T09:00:01.000 User=rosewood\\nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.tiktok.com Url=www.tiktok.com/@x?a=b Action=Allowed Application=tiktok-base Category=social-networking Referrer="),
        new("CEF, blocked", CefHead + "suser= app=ssl act=block-url request=\"www.facebook.com/\" cs2Label=URL Category cs2=social-networking", "User= Host=www.facebook.com Url=www.facebook.com/ Action=Blocked"),
        new("CEF of the logging service", "CEF:0|Palo Alto Networks|LF|2.0|THREAT|url|1|ProfileToken=x dtz=UTC rt=Nov 24 2026 09:05:01 deviceExternalId=1 start=Nov 24 2026 09:00:01 src=10.20.1.5 dst=157.240.225.35 suser=nell app=facebook-base act=block-continue request=www.facebook.com/ PanOSURLCategory=social-networking PanOSSourceDeviceHost=PC-07", "Time=2026-11-24T09:00:01.000 User=nell Host=www.facebook.com Action=Blocked Category=social-networking Device=PC-07"),
        new("CEF of another kind", "CEF:0|Palo Alto Networks|PAN-OS|10.2.3|end|TRAFFIC|1|rt=Nov 24 2026 09:00:01 GMT src=10.20.1.5", "Note"),
        new("LEEF", LeefHead + "Subtype=url|devTime=Nov 24 2026 09:00:01 GMT|src=10.20.1.5|dst=157.240.225.35|usrName=rosewood\\nell|SourceUser=rosewood\\nell|Application=facebook-base|action=block-url|Miscellaneous=\"www.facebook.com/\"|ThreatID=(9999)|URLCategory=social-networking|sev=1", "Time=2026-11-24T09:00:01.000 User=rosewood\\nell SourceAddress=10.20.1.5 Host=www.facebook.com Action=Blocked Application=facebook-base Category=social-networking"),
        new("LEEF 1.0 with bars all the same", LeefHead.Replace("LEEF:2.0", "LEEF:1.0", StringComparison.Ordinal).Replace("x7C|", "", StringComparison.Ordinal) + "Subtype=url|devTime=Nov 24 2026 09:00:01 GMT|src=10.20.1.5|dst=157.240.225.35|usrName=|Application=ssl|action=alert|Miscellaneous=www.tiktok.com/", "Host=www.tiktok.com User= Action=Allowed"),
        new("LEEF of another kind", LeefHead + "Subtype=wildfire|devTime=Nov 24 2026 09:00:01 GMT|src=10.20.1.5", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "",
        "1,2026/11/24 09:00:05,007951000012345,THREAT,url,2561,2026/11/24 09:00:01,10.20.1.5",
        Line(33),
        Line(V9, (3, "THREATS")),
        Line(V9, (2, "")),
        Line(V9, (30, "")),
        Line(V9, (1, "2026/13/24 09:00:05"), (6, "2026/13/24 09:00:01")),
        Line(V9, (1, "24/11/2026 09:00:05")),
        Line(V9, (31, "www." + new string('a', 254) + "/")),
        Line(V9, (31, "\"www.facebook.com")),
        "CEF:0|Palo Alto Networks|PAN-OS|10.2.3|url|THREAT|1|src=10.20.1.5 act=alert request=www.facebook.com/",
        "CEF:0|Fortinet|Fortigate|v7.0|13056|utm:webfilter|4|src=10.20.1.5 act=blocked request=/ dhost=www.facebook.com",
        LeefHead + "Subtype=url|src=10.20.1.5|action=alert|Miscellaneous=www.facebook.com/".Replace("x", "x", StringComparison.Ordinal).Replace("action=alert", "action=", StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) => Line(V9, (12, "\"" + user.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));

    [Fact]
    public void A_user_in_CEF_comes_through_with_its_escapes() =>
        Parsed(CefHead + "suser=o\\=b\\|rien\\\\ duser= app=ssl act=alert request=www.facebook.com/").User.ShouldBe("o=b|rien\\");

    /// <summary>A line of so many fields, some of them other than usual.</summary>
    private static string Line(int count, params (int At, string Value)[] others)
    {
        var fields = new string[V10];
        Array.Fill(fields, "");
        string[] first =
        [
            "1", "2026/11/24 09:00:05", "007951000012345", "THREAT", "url", "2561", "2026/11/24 09:00:01", "10.20.1.5", "157.240.225.35", "0.0.0.0", "0.0.0.0", "Web out",
            "rosewood\\nell", "", "facebook-base", "vsys1", "trust", "untrust", "ethernet1/2", "ethernet1/1", "Syslog", "2026/11/24 09:00:05", "44123", "1", "51234", "443",
            "0", "0", "0x403000", "tcp", "alert", "\"www.facebook.com/groups/1\"", "(9999)", "social-networking", "informational", "client-to-server", "7648579439873684805",
            "0x8000000000000000", "10.0.0.0-10.255.255.255", "United States", "0", "text/html", "0", "", "", "1", "\"Mozilla/5.0 (X11, Linux)\"", "", "", "https://news.example/p",
        ];
        first.CopyTo(fields, 0);
        fields[75] = "\"social-networking,low-risk\"";
        foreach (var (at, value) in others)
        {
            fields[at] = value;
        }

        return string.Join(',', fields[..count]);
    }
}
