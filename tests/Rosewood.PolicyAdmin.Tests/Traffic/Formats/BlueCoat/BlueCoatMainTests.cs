using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.BlueCoat;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.BlueCoat;

/// <summary>
/// Lines without a header in the formats named main, as Broadcom's "Default Access Log Formats"/"ELFF formats" of SGOS 6.x and 7.x have them, and SGOS 5's as
/// IBM's and Juniper's sample of "Blue Coat SG" shows it.
/// </summary>
public sealed class BlueCoatMainTests : LogFormatTests
{
    internal override string SampleName => "BlueCoat-main";

    private protected override LogFormat Format { get; } = new BlueCoatFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("SGOS 6", MainLine(), "Time=2026-11-24T09:00:01.000 Duration=123 User=ROSEWOOD\\nell SourceAddress=10.20.1.5 DestinationAddress= Host=www.facebook.com Url=https://www.facebook.com/groups/1?a=b Referrer=https://news.example/p Action=Allowed Bytes=4321 Category=Social Networking Application="),
        new("SGOS 6.5 and later, with the application", MainLine() + " \"Facebook\" \"Post Messages\"", "Application=Facebook"),
        new("proxied without the filter", MainLine(result: "PROXIED"), "Action=Allowed"),
        new("denied", MainLine(exception: "content_filter_denied", result: "DENIED", status: "403", action: "TCP_DENIED"), "Action=Blocked"),
        new("a request to log in", MainLine(exception: "authentication_failed", result: "DENIED", status: "407", action: "TCP_DENIED", user: "-"), "Action=Other User="),
        new("the far end's refusal", MainLine(status: "403", action: "TCP_NC_MISS"), "Action=Allowed"),
        new("name not found", MainLine(exception: "dns_unresolved_hostname", status: "503", action: "TCP_ERR_MISS"), "Action=Allowed"),
        new("several categories", MainLine(category: "\"Social Networking;Chat (IM)/SMS\""), "Category=Social Networking;Chat (IM)/SMS"),
        new("no category", MainLine(category: "none"), "Category="),
        new("filter not to be had", MainLine(category: "unavailable"), "Category="),
        new("tunnel", MainLine(host: "www.tiktok.com", path: "/ - -", scheme: "tcp"), "Host=www.tiktok.com Url=tcp://www.tiktok.com/"),
        new("user with a space", MainLine(user: "\"Nell Ames\""), "User=Nell Ames"),
        new("with suppliers, as the reporter's format", "2026-11-24 09:00:01 123 10.20.1.5 nell Pupils www.facebook.com 157.240.225.35 \"United Kingdom\" - - OBSERVED \"Social Networking\" - 200 TCP_NC_MISS GET text/html https www.facebook.com 443 / - - \"Mozilla/5.0 (X11)\" 192.0.2.1 4321 567 - \"Facebook\" \"none\" 3", "Host=www.facebook.com User=nell DestinationAddress=157.240.225.35 Action=Allowed Bytes=4321 Application=Facebook"),
        new("SGOS 5", "2026-11-24 09:00:01 44 10.20.1.5 403 TCP_DENIED 2251 492 GET http www.facebook.com 80 / - nell - - - - \"Mozilla/5.0 (X11)\" DENIED \"Social Networking\" - 192.0.2.1", "Time=2026-11-24T09:00:01.000 User=nell Host=www.facebook.com Action=Blocked Bytes=2251 Category=Social Networking"),
        new("SGOS 5, a request to log in", "2026-11-24 09:00:01 44 10.20.1.5 407 TCP_DENIED 2251 492 GET http www.facebook.com 80 / - - - - - - \"Mozilla/5.0 (X11)\" DENIED \"Social Networking\" - 192.0.2.1", "Action=Other"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "",
        "2026-11-24 09:00:01 123 10.20.1.5",
        MainLine(result: "LOOKED"),
        MainLine().Replace("2026-11-24 ", "2026-13-24 ", StringComparison.Ordinal),
        MainLine().Replace(" 123 ", " many ", StringComparison.Ordinal),
        MainLine(host: new string('a', 254)),
        MainLine()[..^60],
        "2026-11-24 09:00:01 44 10.20.1.5 407 TCP_DENIED 2251 492 GET http www.facebook.com 80 / complete/search ?hl=de - - - - - \"Mozilla/5.0 (X11)\" DENIED \"Social Networking\" - 192.0.2.1",
        "#Fields: date time c-ip cs-method cs-uri-stem sc-status",
    ];

    private protected override string? LineAbout(string user) => MainLine(user: "\"" + user.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"");

    /// <summary>In a file of several devices another proxy's header would turn this one's lines round.</summary>
    [Fact]
    public void A_header_counts_only_where_the_reader_was_told_to_begin() =>
        Format.CreateReader(Options).TryParse(Encoding.UTF8.GetBytes("#Fields: date time c-ip cs-host sc-filter-result"), 1, out _).ShouldBeFalse();

    private static string MainLine(string user = "ROSEWOOD\\nell", string exception = "-", string result = "OBSERVED", string category = "\"Social Networking\"", string status = "200", string action = "TCP_NC_MISS", string scheme = "https", string host = "www.facebook.com", string path = "/groups/1 ?a=b -") =>
        $"2026-11-24 09:00:01 123 10.20.1.5 {user} Pupils {exception} {result} {category} https://news.example/p {status} {action} GET text/html {scheme} {host} 443 {path} \"Mozilla/5.0 (X11; \"\"x\"\")\" 192.0.2.1 4321 567 -";
}
