using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Netsweeper;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Netsweeper;

/// <summary>Lenovo NetFilter's help (the same product), "Request Logs": the columns of a request log.</summary>
public sealed class NetsweeperFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new NetsweeperFormat();

    private protected override string? Header => "Server,Timestamp,URL,Client IP,Client Name,Group,Event Type,Event Data,Category Numbers,All Categories,Destination IP,Interceptor IP,Logger,HTTP Method,User Agent,Referrer";

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("every column", "ps1,2026-11-24 09:00:01,https://www.facebook.com/a,10.20.1.5,nell,Staff,Allowed,,55,\"Social Networking, Chat\",192.0.2.1,10.20.0.1,nslogger,GET,\"Mozilla/5.0 (X11, x)\",http://news.example/", "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=192.0.2.1 Host=www.facebook.com Url=https://www.facebook.com/a Action=Allowed Category=Social Networking, Chat Referrer=http://news.example/ Device="),
        new("denied", "ps1,2026-11-24 09:00:01,http://www.facebook.com/,10.20.1.5,nell,Staff,Denied,,55,Social Networking,,,,GET,,", "Action=Blocked Referrer="),
        new("a new word is not guessed", "ps1,2026-11-24 09:00:01,http://www.facebook.com/,10.20.1.5,nell,Staff,Quarantined,,55,Social Networking,,,,GET,,", "Action=Other"),
        new("epoch", "ps1,1795510801,http://www.facebook.com/,10.20.1.5,nell,Staff,Allowed,,55,Social Networking,,,,GET,,", "Time=2026-11-24T09:00:01.000"),
        new("no client name", "ps1,2026-11-24 09:00:01,http://www.facebook.com/,10.20.1.5,,Default,Allowed,,55,Social Networking,,,,GET,,", "User= SourceAddress=10.20.1.5"),
        new("the client's name is its address", "ps1,2026-11-24 09:00:01,http://www.facebook.com/,10.20.1.5,10.20.1.5,Default,Allowed,,55,Social Networking,,,,GET,,", "User="),
        new("tunnel", "ps1,2026-11-24 09:00:01,https://www.facebook.com:443,10.20.1.5,nell,Staff,Allowed,,55,Social Networking,192.0.2.1:443,,,CONNECT,,", "Host=www.facebook.com DestinationAddress=192.0.2.1"),
        new("without scheme", "ps1,2026-11-24 09:00:01,www.facebook.com,10.20.1.5,nell,Staff,Allowed,,55,Social Networking,,,,GET,,", "Host=www.facebook.com"),
        new("domain and user", "ps1,2026-11-24 09:00:01,www.facebook.com,10.20.1.5,ROSEWOOD\\nell,Staff,Allowed,,55,,,,,GET,,", "User=ROSEWOOD\\nell Category="),
        new("IPv6", "ps1,2026-11-24T09:00:01.500Z,www.facebook.com,2001:DB8:0::5,nell,Staff,Allowed,,55,,,,,GET,,", "SourceAddress=2001:db8::5 Time=2026-11-24T09:00:01.500"),
        new("the header again", "Server,Timestamp,URL,Client IP,Client Name,Group,Event Type,Event Data,Category Numbers,All Categories", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "ps1,now,https://www.facebook.com/a,10.20.1.5,nell,Staff,Allowed,,55,x,,,,GET,,",
        "ps1,05/06/2026 09:00:01,https://www.facebook.com/a,10.20.1.5,nell,Staff,Allowed,,55,x,,,,GET,,",
        "ps1,\"2026-11-24 09:00:01,https://www.facebook.com/a",
        "Server,Timestamp,URL,Client IP",
    ];

    [Fact]
    public void An_export_that_does_not_say_what_was_done_is_not_read()
    {
        var text = "Timestamp,URL,Client IP,Client Name,Category\n2026-11-24 09:00:01,http://www.facebook.com/,10.20.1.5,nell,Social Networking\n"u8.ToArray();
        LogFormats.Recognise(text).ShouldBeNull();
    }

    private protected override string? LineAbout(string user) =>
        $"ps1,2026-11-24 09:00:01,https://www.facebook.com/a,10.20.1.5,\"{user.Replace("\"", "\"\"", StringComparison.Ordinal)}\",Staff,Allowed,,55,Social Networking,,,,GET,,";
}
