using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.CiscoWsa;
using Rosewood.PolicyAdmin.Traffic.Formats.Squid;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.CiscoWsa;

/// <summary>
/// As in Cisco's "Understand Secure Web Appliance Accesslogs" (document 225832) and the AsyncOS 11.8 to 15.x user guides' "Access Log Files".
/// %t → Time; %e → Duration; %a → SourceAddress; %w/%h and the ACL decision tag → Action; %s → Bytes; %2r → Url, Host; %A → User;
/// %d → DestinationAddress or Host; first of %Xr → Category, its application → Application.
/// </summary>
public sealed class CiscoWsaFormatTests : LogFormatTests
{
    private const string Details = "<\"IW_snet\",2.8,0,\"-\",0,0,0,-,\"-\",-,-,-,\"-\",-,-,\"-\",\"-\",-,-,\"IW_snet\",-,\"-\",\"-\",\"Facebook General\",\"Facebook\",\"-\",\"-\",198.34,0,-,[Local],\"-\",37,\"-\",33,0,\"-\",\"-\">";
    private const string DetailsOf15 = "<\"C_Cisc\",-,-,\"-\",-,-,-,-,\"-\",-,-,-,\"-\",-,-,\"-\",\"-\",-,-,\"-\",-,\"-\",\"-\",\"-\",\"TikTok\",\"Media\",\"-\",\"-\",11.35,0,-,\"-\",\"-\",-,\"-\",-,-,\"-\",\"-\",-,-,\"-\",-,->";

    private protected override LogFormat Format { get; } = new CiscoWsaFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("allowed by default", Line(), "Time=2026-11-24T09:00:01.250 Duration=97 User=ROSEWOOD\\nell@AD SourceAddress=10.20.1.5 DestinationAddress= Host=www.facebook.com Url=https://www.facebook.com:443/groups/1 Action=Allowed Bytes=8187 Category=IW_snet Application=Facebook General"),
        new("fields of AsyncOS 15", Line(details: DetailsOf15), "Category=C_Cisc Application=TikTok"),
        new("blocked by category", Line(tag: "BLOCK_WEBCAT_12", result: "TCP_DENIED/403"), "Action=Blocked"),
        new("blocked by application", Line(tag: "BLOCK_AVC_12", result: "TCP_DENIED/403"), "Action=Blocked"),
        new("blocked by an own category", Line(tag: "BLOCK_CUSTOMCAT_11", result: "TCP_DENIED/403"), "Action=Blocked"),
        new("warned", Line(tag: "BLOCK_CONTINUE_WEBCAT_11", result: "TCP_DENIED/403"), "Action=Blocked"),
        new("gone on after the warning", Line(tag: "MONITOR_CONTINUE_WEBCAT_11"), "Action=Allowed"),
        new("dropped without decryption", Line(tag: "DROP_WEBCAT_11", result: "TCP_DENIED/403"), "Action=Blocked"),
        new("sent elsewhere", Line(tag: "REDIRECT_CUSTOMCAT_11", result: "TCP_DENIED/307"), "Action=Blocked"),
        new("allowed by reputation", Line(tag: "ALLOW_WBRS_11"), "Action=Allowed"),
        new("decrypted", Line(tag: "DECRYPT_WEBCAT_7", result: "TCP_MISS_SSL/200", method: "CONNECT", url: "tunnel://www.tiktok.com:443/"), "Action=Allowed Host=www.tiktok.com"),
        new("passed through; the address is a number, the server has a name", Line(tag: "PASSTHRU_CUSTOMCAT_7", method: "TCP_CONNECT", url: "157.240.225.35:443", peer: "DIRECT/www.facebook.com"), "Action=Allowed Host=www.facebook.com DestinationAddress=157.240.225.35 Url=157.240.225.35:443"),
        new("server's address", Line(peer: "DIRECT/157.240.225.35"), "Host=www.facebook.com DestinationAddress=157.240.225.35"),
        new("a request to log in", Line(tag: "OTHER", result: "TCP_DENIED/407", user: "-"), "Action=Other User="),
        new("the appliance's own error", Line(result: "NONE/503"), "Action=Other"),
        new("blocked all the same", Line(tag: "BLOCK_ADMIN_11", result: "NONE/403"), "Action=Blocked"),
        new("a new tag is not guessed", Line(tag: "PONDER_WEBCAT_11"), "Action=Other"),
        new("not categorised", Line(details: Details.Replace("<\"IW_snet\"", "<nc", StringComparison.Ordinal)), "Category="),
        new("application unknown", Line(details: Details.Replace("Facebook General", "Unknown", StringComparison.Ordinal)), "Application="),
        new("further fields of the administrator's", Line() + " 795 \"Mozilla/5.0 (X11; Linux)\"", "Host=www.facebook.com User=ROSEWOOD\\nell@AD"),
        new("user without quotes", Line(user: "nell"), "User=nell"),
        new("level of the appliance's syslog", "Info: " + Line(), "Host=www.facebook.com"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "1795510801.250 97 10.20.1.5 TCP_MISS/200 8187 GET http://www.facebook.com/ nell DIRECT/192.0.2.1 text/html",
        Line(tag: "lower_case"),
        Line(details: "-"),
        Line(result: "TCP_MISS"),
        Line().Replace("1795510801.250", "95510801.250", StringComparison.Ordinal),
        Line(url: "http://" + new string('a', 254) + "/"),
    ];

    private protected override string? LineAbout(string user) => Line(user: "\"" + user + "\"");

    /// <summary>They begin with Squid's fields: read as Squid's, a piece of the scan results would be the user.</summary>
    [Fact]
    public void Squid_refuses_the_lines()
    {
        foreach (var line in Rows.Select(static r => r.Line))
        {
            new SquidReader().TryParse(System.Text.Encoding.UTF8.GetBytes(line), 1, out _).ShouldBeFalse(line);
        }
    }

    private static string Line(string tag = "DEFAULT_CASE_12", string result = "TCP_MISS/200", string method = "GET", string url = "https://www.facebook.com:443/groups/1", string user = "\"ROSEWOOD\\nell@AD\"", string peer = "DIRECT/www.facebook.com", string details = Details) =>
        $"1795510801.250 97 10.20.1.5 {result} 8187 {method} {url} {user} {peer} text/html {tag}-Pupils-Identity-OMSPolicy-DataSecurityPolicy-ExternalDLPPolicy-RoutingPolicy-NONE {details} -";
}
