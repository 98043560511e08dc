using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaDns;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.UmbrellaDns;

/// <summary>Cisco's "Log Formats and Versioning" and "DNS Log Formats" (versions 1 to 13).</summary>
public sealed class UmbrellaDnsFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new UmbrellaDnsFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("a person", Line("Nell Ames (n.ames@rosewood.example)", "AD Users"), "Time=2026-07-14T09:00:01.000 User=n.ames@rosewood.example SourceAddress=10.20.1.5 Host=www.facebook.com Action=Allowed Category=Chat,Social Networking Device="),
        new("a person and the device", Line("n.ames", "AD Users", "n.ames,PC-07", "AD Users,Anyconnect Roaming Client"), "User=n.ames Device=PC-07"),
        new("a name with a comma", Line("Ames, Nell (n.ames@rosewood.example)", "AD Users", "Ames, Nell (n.ames@rosewood.example),PC-07", "AD Users,Anyconnect Roaming Client"), "User=n.ames@rosewood.example Device=PC-07"),
        new("the device's policy, and the person on it", Line("PC-07", "Roaming Computers", "PC-07,Ames, Nell (n.ames@rosewood.example)", "Roaming Computers,AD Users"), "User=n.ames@rosewood.example Device=PC-07"),
        new("person between device and network", Line("PC-07", "Roaming Computers", "PC-07,Ames, Nell,Rosewood", "Roaming Computers,AD Users,Networks"), "User=Ames, Nell Device=PC-07"),
        new("a site is no person", Line("Rosewood School", "Sites"), "User= Device=Rosewood School"),
        new("nor is an internal network", Line("Pupils", "Internal Networks", "Pupils,Default Site,Internet", "Internal Networks,Sites,Networks"), "User= Device=Pupils"),
        new("a device", Line("PC-07", "Roaming Computers"), "User= Device=PC-07"),
        new("Google users", Line("n.ames@rosewood.example", "G Suite Users"), "User=n.ames@rosewood.example"),
        new("blocked, with the category that did it", Line("n.ames", "AD Users").Replace("\"Allowed\"", "\"Blocked\"", StringComparison.Ordinal).Replace(",\"\"", ",\"Social Networking\"", StringComparison.Ordinal), "Action=Blocked Category=Social Networking"),
        new("blocked by a list of destinations", Line("n.ames", "AD Users").Replace("\"Allowed\"", "\"Blocked\"", StringComparison.Ordinal), "Action=Blocked Category=Chat,Social Networking"),
        new("handed to the selective proxy", Line("n.ames", "AD Users").Replace("\"Allowed\"", "\"Proxied\"", StringComparison.Ordinal), "Action=Allowed"),
        new("a word not known", Line("n.ames", "AD Users").Replace("\"Allowed\"", "\"Pondered\"", StringComparison.Ordinal), "Action=Other"),
        new("no internal address", Line("n.ames", "AD Users").Replace("10.20.1.5", "", StringComparison.Ordinal), "SourceAddress=192.0.2.10"),
        new("version 1: nothing tells a person from a site", """ "2026-11-24 09:00:01","n.ames","n.ames,Rosewood,Network","10.20.1.5","192.0.2.10","Allowed","1 (A)","NOERROR","WWW.Facebook.com.","Social Networking" """.Trim(), "Time=2026-11-24T09:00:01.000 Host=www.facebook.com User= Device=n.ames Category=Social Networking"),
        new("later versions have more", Line("n.ames", "AD Users") + ",\"1234\",\"\",\"7654321\"", "User=n.ames Action=Allowed"),
        new("IPv6", Line("n.ames", "AD Users").Replace("10.20.1.5", "2001:DB8::5", StringComparison.Ordinal).Replace("1 (A)", "28 (AAAA)", StringComparison.Ordinal), "SourceAddress=2001:db8::5"),
        new("optional header", "\"Timestamp\",\"Policy Identity\",\"Identities\",\"Internal IP\",\"External IP\",\"Action\",\"Query Type\",\"Response Code\",\"Domain\",\"Categories\",\"Policy Identity Type\",\"Identity Types\",\"Blocked Categories\"", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "\"2026-11-24 09:00:01\",\"n.ames\",\"n.ames\",\"10.20.1.5\",\"192.0.2.10\",\"Allowed\",\"1 (A)\",\"NOERROR\",\"www.facebook.com.\"",
        Line("n.ames", "AD Users").Replace("1 (A)", "GET", StringComparison.Ordinal),
        Line("n.ames", "AD Users").Replace("2026-07-14", "14/07/2026", StringComparison.Ordinal),
        Line("n.ames", "AD Users").Replace("\"Allowed\"", "\"Allowed", StringComparison.Ordinal),
        Line("n.ames", "AD Users").Replace("www.facebook.com", new string('a', 254), StringComparison.Ordinal),
    ];

    private protected override string? LineAbout(string user) => Line(user.Replace("\"", "\"\"", StringComparison.Ordinal), "AD Users");

    private static string Line(string identity, string type, string? identities = null, string? types = null) =>
        $"\"2026-07-14 09:00:01\",\"{identity}\",\"{identities ?? identity}\",\"10.20.1.5\",\"192.0.2.10\",\"Allowed\",\"1 (A)\",\"NOERROR\",\"www.facebook.com.\",\"Chat,Social Networking\",\"{type}\",\"{types ?? type}\",\"\"";
}
