using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SkyhighMwg;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SkyhighMwg;

/// <summary>
/// The default access log of McAfee/Skyhigh Web Gateway 7 to 12 ("Access Log", its header's names) and its list of block reason IDs.
/// time_stamp → Time; auth_user → User; src_ip → SourceAddress; req_line → Url, Host; categories → Category; bytes_to_client → Bytes;
/// status_code, block_res → Action; application_name → Application.
/// </summary>
public sealed class SkyhighMwgFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new SkyhighMwgFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("allowed", Line(), "Time=2026-11-24T09:00:01.000 User=ROSEWOOD\\nell SourceAddress=10.20.1.5 Host=www.facebook.com Url=https://www.facebook.com/groups/1 Action=Allowed Bytes=512 Category=Social Networking Application=Facebook"),
        new("offset", Line(zone: "+0100"), "Time=2026-11-24T08:00:01.000"),
        new("without bytes from the client", Line(from: ""), "Bytes=512 Application=Facebook Host=www.facebook.com"),
        new("without application", Line(end: "\"\" \"0\""), "Application= Action=Allowed"),
        new("blocked by category", Line(status: "403", end: "\"\" \"10\" \"\""), "Action=Blocked"),
        new("blocked for a virus", Line(status: "403", end: "\"EICAR\" \"80\" \"\""), "Action=Blocked"),
        new("the gateway's own error", Line(status: "500", end: "\"\" \"1\" \"\""), "Action=Other"),
        new("a request to log in", Line(status: "407", user: "", end: "\"\" \"81\" \"\""), "Action=Other User="),
        new("the far end's refusal", Line(status: "403"), "Action=Allowed"),
        new("no number for the block: not guessed", Line(end: "\"\" \"\" \"\""), "Action=Other"),
        new("tunnel", Line(request: "CONNECT www.tiktok.com:443 HTTP/1.1"), "Host=www.tiktok.com Url=www.tiktok.com:443 Action=Allowed"),
        new("looking at a certificate is the gateway's doing", Line(request: "CERTVERIFY https://www.tiktok.com:443 HTTP/1.1"), "Action=Other"),
        new("several categories", Line(categories: "Social Networking, Media Sharing"), "Category=Social Networking, Media Sharing"),
        new("no category", Line(categories: ""), "Category="),
        new("quotes in the agent", Line().Replace("Mozilla/5.0 (X11)", "Mozilla \"x\"y", StringComparison.Ordinal), "Host=www.facebook.com Action=Allowed"),
        new("IPv6", Line().Replace("10.20.1.5", "2001:db8::5", StringComparison.Ordinal), "SourceAddress=2001:db8::5"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "[24/Nov/2026:09:00:01 +0000] \"nell\" 10.20.1.5",
        Line().Replace("24/Nov/2026", "24/Nvo/2026", StringComparison.Ordinal),
        Line(status: "4033"),
        Line(request: "").Replace("\"\" \"Social", "- \"Social", StringComparison.Ordinal),
        Line(request: "GET http://" + new string('a', 254) + "/ HTTP/1.1"),
        "10.20.1.5 - nell [24/Nov/2026:08:00:00 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_NONE",
        "#Fields: date time c-ip cs-host",
    ];

    private protected override string? LineAbout(string user) => Line(user: user);

    [Fact]
    public void Columns_in_another_order_are_found_by_the_header()
    {
        var reader = Format.CreateReader(Options);
        reader.Begin(Encoding.UTF8.GetBytes("#time_stamp src_ip \"auth_user\" \"url\" status_code \"block_res\""));
        reader.TryParse("[24/Nov/2026:09:00:01 +0000] 10.20.1.5 \"nell\" \"http://www.tiktok.com/x\" 403 \"10\""u8, 1, out var parsed).ShouldBeTrue();
        parsed!.Host.ShouldBe("www.tiktok.com");
        parsed.User.ShouldBe("nell");
        parsed.Action.ShouldBe(LogAction.Blocked);
    }

    private static string Line(string zone = "+0000", string user = "ROSEWOOD\\nell", string status = "200", string request = "GET https://www.facebook.com/groups/1 HTTP/1.1", string categories = "Social Networking", string from = "77 ", string end = "\"\" \"0\" \"Facebook\"") =>
        $"[24/Nov/2026:09:00:01 {zone}] \"{user}\" 10.20.1.5 {status} \"{request}\" \"{categories}\" \"Minimal Risk\" \"text/html\" 512 {from}\"Mozilla/5.0 (X11)\" {end}";
}
