using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Smoothwall;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Smoothwall;

/// <summary>Smoothwall Filter's help, "Web filter Page" of the logs: its columns and its CSV export.</summary>
public sealed class SmoothwallFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new SmoothwallFormat();

    private protected override string? Header => "Time,Username,Source IP,Group,Code,URL,Categories,Domain";

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("every column", "2026-11-24 09:00:01,nell,10.20.1.5,Staff,200,https://www.facebook.com/a,\"Social Networking, Chat\",facebook.com", "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 Host=www.facebook.com Url=https://www.facebook.com/a Category=Social Networking, Chat Action=Allowed Device= Bytes=0"),
        new("summer time", "2026-06-24 10:00:01,nell,10.20.1.5,Staff,200,https://a.example/,News,a.example", "Time=2026-06-24T09:00:01.000"),
        new("numbers only, unambiguous", "24/11/2026 09:00:01,nell,10.20.1.5,Staff,200,https://a.example/,News,a.example", "Time=2026-11-24T09:00:01.000"),
        new("no seconds", "2026-11-24 09:00,nell,10.20.1.5,Staff,200,https://a.example/,News,a.example", "Time=2026-11-24T09:00:00.000"),
        new("403 counts as refused", "2026-11-24 09:00:01,nell,10.20.1.5,Staff,403,https://www.facebook.com/,Social Networking,facebook.com", "Action=Blocked"),
        new("a request to log in", "2026-11-24 09:00:01,,10.20.1.5,Unauthenticated IPs,407,https://www.facebook.com/,Social Networking,facebook.com", "Action=Other User="),
        new("nobody logged in", "2026-11-24 09:00:01,unauthenticated,10.20.1.5,Unauthenticated IPs,200,https://www.facebook.com/,Social Networking,facebook.com", "User= SourceAddress=10.20.1.5"),
        new("the user is an address", "2026-11-24 09:00:01,10.20.1.5,10.20.1.5,Unauthenticated IPs,200,https://www.facebook.com/,Social Networking,facebook.com", "User="),
        new("an address without scheme", "2026-11-24 09:00:01,nell,10.20.1.5,Staff,200,www.facebook.com:443,Social Networking,facebook.com", "Host=www.facebook.com"),
        new("a path, and the domain beside it", "2026-11-24 09:00:01,nell,10.20.1.5,Staff,200,/x,Social Networking,facebook.com.", "Host=facebook.com"),
        new("domain and user", "2026-11-24 09:00:01,ROSEWOOD\\nell,10.20.1.5,Staff,200,https://a.example/,,a.example", "User=ROSEWOOD\\nell Category="),
        new("the header again", "Time,Username,Source IP,Group,Code,URL,Categories,Domain", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "soon,nell,10.20.1.5,Staff,200,https://a.example/,News,a.example",
        "01/02/2026 09:00:01,nell,10.20.1.5,Staff,200,https://a.example/,News,a.example",
        "2026-11-24 09:00:01,\"nell,10.20.1.5,Staff,200,https://a.example/,News,a.example",
        "Time,Username,Source IP",
    ];

    [Theory]
    [InlineData("Allowed", "Allowed")]
    [InlineData("BLOCKED", "Blocked")]
    [InlineData("Softblocked", "Other")]
    public void A_column_for_what_the_filter_did_decides(string word, string expected)
    {
        var reader = Format.CreateReader(Options);
        reader.Begin("Date and time,Action,Username,Source IP,Groups,Code,URL"u8);
        reader.TryParse(Encoding.UTF8.GetBytes($"2026-11-24 09:00:01,{word},nell,10.20.1.5,Staff,403,https://www.facebook.com/"), 1, out var parsed).ShouldBeTrue();
        parsed!.Action.ToString().ShouldBe(expected);
    }

    private protected override string? LineAbout(string user) =>
        $"2026-11-24 09:00:01,\"{user.Replace("\"", "\"\"", StringComparison.Ordinal)}\",10.20.1.5,Staff,200,https://www.facebook.com/a,Social Networking,facebook.com";
}
