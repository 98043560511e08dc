using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SonicWall;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SonicWall;

/// <summary>
/// Keys and message numbers as in SonicWall's "SonicOS Log Events Reference Guide" (6.x) and the list of SonicOS 7 log events.
/// time → Time; usr → User; src, srcV6 → SourceAddress; dst → DestinationAddress; dstname and arg → Host, Url; Category → Category; rcvd → Bytes;
/// m and fw_action → Action; srcMac or the name behind the interface → Device; appName or the message's text → Application.
/// </summary>
public sealed class SonicWallFormatTests : LogFormatTests
{
    private const string Head = "id=firewall sn=C0EAE484E43E time=\"2026-11-24 09:00:01\" fw=192.0.2.1 pri=6 ";
    private const string Ends = "n=5086 usr=\"ROSEWOOD\\nell\" src=10.20.1.5:50682:X2-V3023 dst=157.240.225.35:443:X1 srcMac=00:50:56:8e:55:8e dstMac=c0:ea:e4:84:e4:40 proto=tcp/https ";
    private const string Site = "dstname=www.facebook.com arg=/groups/1 code=64 Category=\"Social Networking\" ";

    private protected override LogFormat Format { get; } = new SonicWallFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("site hit", Head + "c=1024 m=97 app=48 sess=\"Auto\" " + Ends + "op=1 sent=456 rcvd=789 result=200 dpi=0 " + Site + "note=\"Policy: CFS Default Policy, Info: 6148 \" rule=\"9 (LAN->WAN)\" fw_action=\"NA\"", "Time=2026-11-24T09:00:01.000 User=ROSEWOOD\\nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=www.facebook.com/groups/1 Action=Allowed Bytes=789 Category=Social Networking Device=00:50:56:8e:55:8e"),
        new("site allowed", Head + "c=4 m=16 msg=\"Web site access allowed\" app=11 " + Ends + Site + "fw_action=\"process\"", "Action=Allowed Host=www.facebook.com User=ROSEWOOD\\nell"),
        new("site denied", Head + "c=4 m=14 msg=\"Web site access denied\" app=9 " + Ends + Site + "rule=\"9 (LAN->WAN)\" fw_action=\"drop\"", "Action=Blocked Host=www.facebook.com Category=Social Networking"),
        new("hit that was dropped", Head + "c=1024 m=97 " + Ends + Site + "fw_action=\"drop\"", "Action=Blocked"),
        new("UTC said", Head.Replace("09:00:01\"", "09:00:01 UTC\"", StringComparison.Ordinal).Replace("2026-11-24", "2026-06-24", StringComparison.Ordinal) + "m=97 " + Ends + Site, "Time=2026-06-24T09:00:01.000"),
        new("local time, in summer", Head.Replace("2026-11-24", "2026-06-24", StringComparison.Ordinal) + "m=97 " + Ends + Site, "Time=2026-06-24T08:00:01.000"),
        new("single sign-on failed: no user", Head + "m=97 " + Ends.Replace("ROSEWOOD\\nell", "Unknown (SSO failed)", StringComparison.Ordinal) + Site, "User="),
        new("single sign-on bypassed: no user", Head + "m=97 " + Ends.Replace("ROSEWOOD\\nell", "Unknown (SSO bypassed)", StringComparison.Ordinal) + Site, "User="),
        new("unknown user", Head + "m=97 " + Ends.Replace("ROSEWOOD\\nell", "Unknown", StringComparison.Ordinal) + Site, "User="),
        new("address, port, interface and name", Head + "m=97 " + Ends.Replace(":X2-V3023", ":X2:PC-07", StringComparison.Ordinal) + Site, "SourceAddress=10.20.1.5 Device=PC-07"),
        new("IPv6", Head + "m=97 n=1 usr=\"nell\" srcV6=2001:db8::5 src=:49702:X0-V514 dstV6=2a03:2880::1 dst=:443:X1 proto=tcp/https " + Site, "SourceAddress=2001:db8::5 DestinationAddress=2a03:2880::1"),
        new("no path", Head + "m=97 " + Ends + "dstname=www.tiktok.com arg= code=64 Category=\"Social Networking\"", "Host=www.tiktok.com Url=www.tiktok.com"),
        new("no name", Head + "m=97 " + Ends + "arg=/x", "Host= Url=/x"),
        new("a name of the administrator's in id", Head.Replace("id=firewall", "id=NSA3600 ", StringComparison.Ordinal) + "m=97 " + Ends + Site, "Host=www.facebook.com"),
        new("leading spaces", "  " + Head + "m=97 " + Ends + Site, "Host=www.facebook.com"),
        new("application seen in the server's packet", Head + "c=0 m=1154 msg=\"Application Control Detection Alert: SOCIAL-NETWORKING Facebook -- Like\" sid=9 n=1 src=157.240.225.35:443:X1 dst=10.20.1.5:51234:X0:PC-07 proto=tcp/https", "SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Device=PC-07"),
        new("application seen", Head + "c=0 m=1154 msg=\"Application Control Detection Alert: SOCIAL-NETWORKING Facebook -- HTTP Activity 1\" sid=9 appcat=\"SOCIAL-NETWORKING Facebook -- HTTP Activity 1\" appid=5 " + Ends, "Action=Allowed Application=Facebook Category=SOCIAL-NETWORKING Host="),
        new("application stopped", Head + "c=0 m=1155 msg=\"Application Control Prevention Alert: SOCIAL-NETWORKING TikTok -- HTTPS\" sid=9 " + Ends, "Action=Blocked Application=TikTok"),
        new("connection closed", Head + "c=1024 m=537 msg=\"Connection Closed\" " + Ends + "sent=456 rcvd=789", "Note"),
        new("connection opened", Head + "c=262144 m=98 msg=\"Connection Opened\" " + Ends, "Note"),
        new("login", Head + "c=16 m=31 msg=\"User login successful\" " + Ends, "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "id=firewall",
        Head + "c=4 msg=\"no number\" " + Ends + Site,
        Head.Replace("sn=C0EAE484E43E ", "", StringComparison.Ordinal) + "m=97 " + Ends + Site,
        Head.Replace("2026-11-24 ", "", StringComparison.Ordinal) + "m=97 " + Ends + Site,
        Head + "m=97 " + Ends + "dstname=" + new string('a', 254),
        "sn=C0EAE484E43E time=\"2026-11-24 09:00:01\" m=97 dstname=www.facebook.com",
    ];

    private protected override string? LineAbout(string user) => user.EndsWith('\\') ? null : Head + "m=97 " + Ends.Replace("ROSEWOOD\\nell", user, StringComparison.Ordinal) + Site;
}
