using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaProxy;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.UmbrellaProxy;

/// <summary>Cisco's "Log Formats and Versioning" and "Web Log Formats" (versions 1 to 13).</summary>
public sealed class UmbrellaProxyFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new UmbrellaProxyFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("a person", Line("Nell Ames (n.ames@rosewood.example)", "AD Users"), "Time=2026-07-14T09:00:01.000 User=n.ames@rosewood.example SourceAddress=10.20.1.5 DestinationAddress=192.0.2.35 Host=www.facebook.com Url=https://www.facebook.com/groups/1?x=1,2 Referrer=https://news.example/p Action=Allowed Bytes=1489 Category=Chat,Social Networking"),
        new("a device and its person", Line("PC-07", "Roaming Computers", "PC-07,n.ames", "Roaming Computers,AD Users"), "User=n.ames Device=PC-07"),
        new("a network is no person", Line("Rosewood", "Networks"), "User= Device=Rosewood"),
        new("blocked", Line("n.ames", "AD Users").Replace("\"ALLOWED\"", "\"BLOCKED\"", StringComparison.Ordinal), "Action=Blocked Category=Social Networking"),
        new("blocked, in other case", Line("n.ames", "AD Users").Replace("\"ALLOWED\"", "\"Blocked\"", StringComparison.Ordinal), "Action=Blocked"),
        new("warned", Line("n.ames", "AD Users").Replace("\"ALLOWED\"", "\"WARNED\"", StringComparison.Ordinal), "Action=Allowed"),
        new("a word not known", Line("n.ames", "AD Users").Replace("\"ALLOWED\"", "\"PONDERED\"", StringComparison.Ordinal), "Action=Other"),
        new("no internal address: the external one", Line("n.ames", "AD Users").Replace("10.20.1.5", "", StringComparison.Ordinal), "SourceAddress=192.0.2.10"),
        new("allowed, whatever the far end says", Line("n.ames", "AD Users").Replace("\"200\"", "\"403\"", StringComparison.Ordinal), "Action=Allowed"),
        new("no status, no sizes", Line("n.ames", "AD Users").Replace("\"200\",\"562\",\"1489\",\"1200\"", "\"\",\"\",\"\",\"\"", StringComparison.Ordinal), "Bytes=0"),
        new("port and trailing dot", Line("n.ames", "AD Users").Replace("https://www.facebook.com/", "https://WWW.Facebook.com.:8443/", StringComparison.Ordinal), "Host=www.facebook.com"),
        new("doubled quotes", Line("n.ames", "AD Users").Replace("x=1,2", "x=\"\"1\"\"", StringComparison.Ordinal), "Url=https://www.facebook.com/groups/1?x=\"1\""),
        new("version 1: nothing tells a person from a site", "\"2026-11-24 09:00:01\",\"n.ames\",\"10.20.1.5\",\"192.0.2.10\", \"192.0.2.35\",\"\",\"ALLOWED\",\"http://www.facebook.com/\",\"\",\"Mozilla/5.0 (X11, y)\",\"200\",\"562\",\"1489\",\"\",\"\",\"Social Networking\",\"\",\"\",\"\",\"\",\"\"", "User= Device=n.ames Host=www.facebook.com DestinationAddress=192.0.2.35"),
        new("later versions have more", Line("n.ames", "AD Users") + string.Concat(Enumerable.Repeat(",\"\"", 20)), "User=n.ames"),
        new("optional header", "\"Timestamp\",\"Policy Identity Label\",\"Internal Client IP\",\"External Client IP\",\"Destination IP\",\"Content Type\",\"Action\",\"URL\",\"Referer\",\"User Agent\",\"Status Code\",\"Request Size\",\"Response Size\",\"Response Body Size\",\"SHA-SHA256\",\"Categories\",\"AV Detections\",\"PUAs\",\"AMP Disposition\",\"AMP Malware Name\",\"AMP Score\"", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "\"2026-11-24 09:00:01\",\"n.ames\",\"10.20.1.5\",\"192.0.2.10\",\"192.0.2.35\",\"\",\"ALLOWED\",\"http://www.facebook.com/\"",
        Line("n.ames", "AD Users").Replace("\"200\"", "\"OK\"", StringComparison.Ordinal),
        Line("n.ames", "AD Users").Replace("2026-07-14 ", "2026-07-14T", StringComparison.Ordinal),
        Line("n.ames", "AD Users").Replace("\"ALLOWED\"", "\"\"", StringComparison.Ordinal),
        Line("n.ames", "AD Users").Replace("www.facebook.com", new string('a', 254), StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) => Line(user.Replace("\"", "\"\"", StringComparison.Ordinal), "AD Users");

    private static string Line(string identity, string type, string? identities = null, string? types = null) =>
        $"\"2026-07-14 09:00:01\",\"{identity}\",\"10.20.1.5\",\"192.0.2.10\",\"192.0.2.35\",\"text/html\",\"ALLOWED\",\"https://www.facebook.com/groups/1?x=1,2\",\"https://news.example/p\",\"Mozilla/5.0 (Windows NT 10.0, x)\",\"200\",\"562\",\"1489\",\"1200\",\"\",\"Chat,Social Networking\",\"\",\"\",\"\",\"\",\"\",\"{type}\",\"Social Networking\",\"{identities ?? identity}\",\"{types ?? type}\",\"GET\",\"\",\"\",\"\",\"13671956\",\"\",\"\"";
}
