using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.CheckPoint;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.CheckPoint;

/// <summary>
/// As in Check Point's sk122323 (Log Exporter) and sk144192 (log fields), R80.20 to R81.20; CEF and LEEF as its mapping files have them.
/// time, rt → Time; src_user_name, user → User; src, dst → addresses; resource → Url, Host; appi_name → Application; matched_category → Category;
/// action → Action; received_bytes → Bytes; src_machine_name → Device.
/// </summary>
public sealed class CheckPointFormatTests : LogFormatTests
{
    private const string Head = "1 2026-11-24T09:00:02Z gw-rosewood CheckPoint 26144 - [";
    private const string Base = "flags:\"411908\"; ifdir:\"outbound\"; ifname:\"eth1\"; logid:\"0\"; loguid:\"{0x6a0d8b39,0x2a,0xdf2242d5,0x61ebba39}\"; origin:\"192.0.2.1\"; originsicname:\"CN=gw-rosewood,O=mgmt.x1\"; sequencenum:\"1\"; time:\"1795510801\"; version:\"5\"; __policy_id_tag:\"product=VPN-1 & FireWall-1[db_tag={B2E6};mgmt=mgmt;date=1779148800;policy_name=Corp\\]\"; ";
    private const string Site = "app_category:\"Social Networking\"; appi_name:\"Facebook\"; dst:\"157.240.225.35\"; layer_name:\"Network\"; layer_name:\"Web Control\"; matched_category:\"Social Networking\"; product:\"URL Filtering\"; proto:\"6\"; resource:\"https://www.facebook.com/groups/1\"; rule_action:\"Inline\"; s_port:\"51204\"; service:\"443\"; src:\"10.20.1.5\"; src_machine_name:\"PC-07\"; src_user_name:\"Nell Ames (nell)\"; received_bytes:\"900\"";
    private const string Cef = "CEF:0|Check Point|URL Filtering|Check Point|Log|URL Filtering|Unknown|";

    private protected override LogFormat Format { get; } = new CheckPointFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("syslog", Record("Accept"), "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=https://www.facebook.com/groups/1 Action=Allowed Bytes=900 Application=Facebook Category=Social Networking Device=PC-07"),
        new("header of R80.10, with a space in the time", Record("Accept").Replace("2026-11-24T09:00:02Z", "2026-11-24 09:00:02", StringComparison.Ordinal), "Time=2026-11-24T09:00:01.000 Host=www.facebook.com"),
        new("the record alone", Record("Accept")[(Head.Length - 1)..], "Host=www.facebook.com"),
        new("block", Record("Block"), "Action=Blocked"),
        new("drop", Record("Drop"), "Action=Blocked"),
        new("reject", Record("Reject"), "Action=Blocked"),
        new("prevent", Record("Prevent"), "Action=Blocked"),
        new("told the user, let through", Record("Inform User"), "Action=Allowed"),
        new("asked the user: going on has a line of its own", Record("Ask User"), "Action=Blocked"),
        new("detect only", Record("Detect"), "Action=Allowed"),
        new("redirect may be a login", Record("Redirect"), "Action=Other"),
        new("user without display name", Record("Accept").Replace("Nell Ames (nell)", "nell", StringComparison.Ordinal), "User=nell"),
        new("user with a mark", Record("Accept").Replace("Nell Ames (nell)", "Nell Ames (nell)(+)", StringComparison.Ordinal), "User=nell"),
        new("two users behind one address", Record("Accept").Replace("Nell Ames (nell)", "Nell Ames (nell)(+)Jo Doe (jo)", StringComparison.Ordinal), "User="),
        new("the other user key", Record("Accept").Replace("src_user_name", "user", StringComparison.Ordinal), "User=nell"),
        new("no user", Record("Accept").Replace("Nell Ames (nell)", "", StringComparison.Ordinal), "User="),
        new("escapes", Record("Accept").Replace("/groups/1", "/a\\\"b\\]c", StringComparison.Ordinal), "Url=https://www.facebook.com/a\"b]c User=nell"),
        new("no address but SNI", Record("Accept").Replace("resource:\"https://www.facebook.com/groups/1\"", "tls_server_host_name:\"www.tiktok.com\"", StringComparison.Ordinal), "Host=www.tiktok.com Url="),
        new("a site for an application", Record("Accept").Replace("resource:\"https://www.facebook.com/groups/1\"; ", "", StringComparison.Ordinal).Replace("appi_name:\"Facebook\"", "appi_name:\"www.tiktok.com\"", StringComparison.Ordinal), "Host=www.tiktok.com"),
        new("an application and no host", Record("Accept").Replace("resource:\"https://www.facebook.com/groups/1\"; ", "", StringComparison.Ordinal).Replace("URL Filtering", "Application Control", StringComparison.Ordinal), "Host= Application=Facebook"),
        new("first line of a record that has several", Record("Accept").Replace("; received_bytes:\"900\"]", "; content_risk:\"line", StringComparison.Ordinal), "Host=www.facebook.com User=nell Bytes=0"),
        new("firewall with an application", Record("Accept").Replace("\"URL Filtering\"", "\"VPN-1 & FireWall-1\"", StringComparison.Ordinal), "Application=Facebook"),
        new("firewall", Head + "action:\"Accept\"; " + Base + "product:\"VPN-1 & FireWall-1\"; src:\"10.20.1.5\"; dst:\"192.0.2.7\"; service:\"53\"]", "Note"),
        new("another blade", Record("Prevent").Replace("\"URL Filtering\"", "\"Anti-Bot\"", StringComparison.Ordinal), "Note"),
        new("CEF, time in milliseconds", Cef + "act=Block deviceDirection=1 rt=1795510801123 spt=51204 dpt=443 cs2Label=Rule Name cs2=Social media matched_category=Social Networking src=10.20.1.5 dst=157.240.225.35 suser=Nell Ames (nell) shost=PC-07 request=https://www.facebook.com/?a\\=b destinationServiceName=Facebook in=900 out=40 loguid={0x1} origin=192.0.2.1 product=URL Filtering", "Time=2026-11-24T09:00:01.123 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=https://www.facebook.com/?a=b Action=Blocked Bytes=900 Application=Facebook Category=Social Networking Device=PC-07"),
        new("CEF, an update's blade is in its pairs", Cef.Replace("|URL Filtering|Check", "|Log Update|Check", StringComparison.Ordinal) + "act=Accept rt=1795510801000 src=10.20.1.5 request=https://www.tiktok.com/ product=URL Filtering", "Host=www.tiktok.com Action=Allowed"),
        new("CEF, the user at the other end is not the person", Cef + "act=Accept rt=1795510801000 src=10.20.1.5 duser=somebody request=https://www.tiktok.com/", "User="),
        new("CEF of the firewall", "CEF:0|Check Point|VPN-1 & FireWall-1|Check Point|Log|https|Unknown|act=Accept rt=1795510801000 src=10.20.1.5 dst=157.240.225.35", "Note"),
        new("LEEF", "LEEF:2.0|Check Point|Application Control|1.0|Block|cat=Application Control\tdevTime=1795510801\tsrcPort=51204\taction=Block\tsrc=10.20.1.5\tdst=157.240.225.35\tusrName=rosewood\\nell\tresource=https://www.facebook.com/\tappi_name=Facebook\tmatched_category=Social Networking\torigin=192.0.2.1", "Time=2026-11-24T09:00:01.000 User=rosewood\\nell Host=www.facebook.com Action=Blocked Application=Facebook Category=Social Networking"),
        new("LEEF with its separator named", "LEEF:2.0|Check Point|URL Filtering|1.0|Accept|x09|cat=URL Filtering\tdevTime=1795510801000\taction=Accept\tsrc=10.20.1.5\tresource=https://www.facebook.com/", "Time=2026-11-24T09:00:01.000 Action=Allowed Host=www.facebook.com"),
        new("generic, Splunk", "time=1795510801|hostname=gw-rosewood|severity=Low|confidence_level=0|product=URL Filtering|action=Accept|ifdir=outbound|loguid={0x1}|origin=192.0.2.1|appi_name=TikTok|dst=157.240.225.35|src=10.20.1.5|resource=https://www.tiktok.com/|matched_category=Social Networking|src_user_name=nell", "Time=2026-11-24T09:00:01.000 User=nell Host=www.tiktok.com Action=Allowed Application=TikTok Category=Social Networking"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Head,
        Record("Accept").Replace("time:\"1795510801\"", "time:\"x\"", StringComparison.Ordinal),
        Record("Accept").Replace("product:\"URL Filtering\"; ", "", StringComparison.Ordinal),
        "second line\"; service:\"443\"; src:\"10.20.1.5\"]",
        Record(""),
        Cef + "act=Block src=10.20.1.5 request=https://www.facebook.com/",
        Record("Accept").Replace("www.facebook.com", new string('a', 254), StringComparison.Ordinal),
        "CEF:0|Forcepoint|Security|8.5.4|194|Transaction blocked|7|act=blocked rt=1795510801000 request=https://www.facebook.com/",
    ];

    private protected override string? LineAbout(string user) =>
        Record("Accept").Replace("Nell Ames (nell)", user.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal), StringComparison.Ordinal);

    private static string Record(string action) => Head + $"action:\"{action}\"; " + Base + Site + "]";
}
