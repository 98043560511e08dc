using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SophosFirewall;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SophosFirewall;

/// <summary>
/// Keys as in "Syslog descriptions" of Sophos Firewall 17 to 21.5 (Web filter), with the old names and those of the central reporting format.
/// timestamp, or date+time+timezone → Time; user_name → User; src_ip, dst_ip → addresses; url, domain → Url, Host;
/// category/http_category → Category; log_subtype → Action; recv_bytes/bytes_received → Bytes; application/app_name → Application.
/// </summary>
public sealed class SophosFirewallFormatTests : LogFormatTests
{
    private const string Old = "device=\"SFW\" date=2026-11-24 time=09:00:01 timezone=\"GMT\" device_name=\"XG430\" device_id=C4207AY8QXPYJ2E log_id=050901616001 log_type=\"Content Filtering\" log_component=\"HTTP\" ";

    private const string New = "device_name=\"SFW\" timestamp=\"2026-11-24T09:00:01+0000\" device_model=\"XGS126\" device_serial_id=\"X12304RK3JGC408\" log_id=\"050901616001\" log_type=\"Content Filtering\" log_component=\"HTTP\" ";

    private const string OldTail = " contenttype=\"text/html\" override_token=\"\" httpresponsecode=\"\" src_ip=10.20.1.5 dst_ip=157.240.225.35 protocol=\"TCP\" src_port=58562 dst_port=443 sent_bytes=591 recv_bytes=4428 domain=www.facebook.com exceptions= activityname=\"\" reason=\"\" user_agent=\"Mozilla/5.0 user_name=\"x\"\" status_code=\"200\" transactionid= referer=\"https://news.example/p\" download_file_name=\"\" con_id=2491244032 application=\"Facebook Website\" app_is_cloud=0 used_quota=\"0\"";

    private protected override LogFormat Format { get; } = new SophosFirewallFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("old names", Old + Web("Allowed"), "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=https://www.facebook.com/ Referrer=https://news.example/p Action=Allowed Bytes=4428 Application=Facebook Website Category=Social Networking Device="),
        new("new names", New + "log_subtype=\"Allowed\" log_version=1 severity=\"Information\" fw_rule_id=\"3\" fw_rule_name=\"Traffic to WAN\" web_policy_id=14 user_name=\"nell\" http_category=\"Social Networking\" http_category_type=\"Unproductive\" url=\"https://www.facebook.com\" src_ip=\"10.20.1.5\" dst_ip=\"157.240.225.35\" protocol=\"TCP\" src_port=48488 dst_port=443 bytes_sent=6703 bytes_received=79867 domain=\"www.facebook.com\" http_status=\"0\" con_id=2186886336 app_name=\"Facebook Website\" app_is_cloud=\"FALSE\"", "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Action=Allowed Bytes=79867 Application=Facebook Website Category=Social Networking"),
        new("offset in the timestamp", New.Replace("+0000", "+0545", StringComparison.Ordinal) + "log_subtype=\"Allowed\" url=\"https://www.tiktok.com/\" src_ip=\"10.20.1.5\" domain=\"www.tiktok.com\"", "Time=2026-11-24T03:15:01.000 Host=www.tiktok.com"),
        new("timezone as an offset", Old.Replace("\"GMT\"", "\"+11\"", StringComparison.Ordinal) + Web("Allowed"), "Time=2026-11-23T22:00:01.000"),
        new("timezone as an abbreviation means the log's", Old.Replace("\"GMT\"", "\"BST\"", StringComparison.Ordinal).Replace("2026-11-24", "2026-06-24", StringComparison.Ordinal) + Web("Allowed"), "Time=2026-06-24T08:00:01.000"),
        new("GMT in summer is GMT", Old.Replace("2026-11-24", "2026-06-24", StringComparison.Ordinal) + Web("Allowed"), "Time=2026-06-24T09:00:01.000"),
        new("denied", Old + Web("Denied"), "Action=Blocked"),
        new("warned is let through as far as the log tells", Old + Web("Warned"), "Action=Allowed"),
        new("a new word is not guessed", Old + Web("Pondered"), "Action=Other"),
        new("no user", Old + Web("Allowed").Replace("\"nell\"", "\"\"", StringComparison.Ordinal), "User="),
        new("no address but a domain with a space in it", Old + Web("Allowed").Replace("url=\"https://www.facebook.com/\"", "url=\"\"", StringComparison.Ordinal).Replace("domain=www.facebook.com", "domain=www.face book.com", StringComparison.Ordinal), "Host=www.facebook.com Url="),
        new("space before the domain", Old + Web("Allowed").Replace("url=\"https://www.facebook.com/\"", "url=\"\"", StringComparison.Ordinal).Replace("domain=www.facebook.com", "domain= www.facebook.com", StringComparison.Ordinal), "Host=www.facebook.com"),
        new("the address, not the domain, where both are there", Old + Web("Allowed").Replace("domain=www.facebook.com", "domain=www.example.org", StringComparison.Ordinal), "Host=www.facebook.com"),
        new("HTTPS", Old.Replace("\"HTTP\"", "\"HTTPS\"", StringComparison.Ordinal) + Web("Denied"), "Action=Blocked Host=www.facebook.com"),
        new("quotes within quotes", Old + Web("Allowed").Replace("https://www.facebook.com/", "https://www.facebook.com/?q=\"a\"", StringComparison.Ordinal), "Url=https://www.facebook.com/?q=\"a\" User=nell"),
        new("application filter", New.Replace("\"HTTP\"", "\"Application\"", StringComparison.Ordinal) + "log_subtype=\"Denied\" user_name=\"nell\" app_name=\"TikTok\" src_ip=\"10.20.1.5\" dst_ip=\"157.240.225.35\"", "Action=Blocked Application=TikTok Host= User=nell"),
        new("traffic is no event", "device=\"SFW\" date=2026-11-24 time=09:00:01 timezone=\"GMT\" device_name=\"XG430\" device_id=C4 log_id=010101600001 log_type=\"Firewall\" log_component=\"Firewall Rule\" log_subtype=\"Allowed\" src_ip=10.20.1.5", "Note"),
        new("logins are no events", New.Replace("Content Filtering", "Event", StringComparison.Ordinal).Replace("\"HTTP\"", "\"GUI\"", StringComparison.Ordinal) + "log_subtype=\"Admin\"", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "device=\"SFW\"",
        Old,
        Old.Replace("time=09:00:01", "time=25:00:01", StringComparison.Ordinal) + Web("Allowed"),
        Old.Replace("log_id=050901616001", "", StringComparison.Ordinal) + Web("Allowed"),
        "date=2026-11-24 time=09:00:01 devname=\"FGT\" logid=\"0316013056\" type=\"utm\" subtype=\"webfilter\" hostname=\"www.facebook.com\" action=\"blocked\"",
        Old + Web("Allowed").Replace("https://www.facebook.com/", "https://" + new string('a', 254) + "/", StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) => user.EndsWith('\\') ? null : Old + Web("Allowed").Replace("\"nell\"", $"\"{user}\"", StringComparison.Ordinal);

    private static string Web(string outcome) => $"log_subtype=\"{outcome}\" status=\"\" priority=Information fw_rule_id=2 user_name=\"nell\" user_gp=\"Pupils\" iap=15 category=\"Social Networking\" category_type=\"Unproductive\" url=\"https://www.facebook.com/\"" + OldTail;
}
