using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Lightspeed;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Lightspeed;

/// <summary>Lightspeed's documentation of Web Filter 3, "Activity Logs": its columns and the three actions.</summary>
public sealed class LightspeedFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new LightspeedFormat();

    private protected override string? Header => "Destination,Action,Reason,User,IP Address,User OU,User Groups,Computer,Category,Time";

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("every column", "https://www.facebook.com/a,Allowed,Category,nell,10.20.1.5,\"OU=Staff,DC=rosewood\",Staff,PC-07,forums.social_networking,2026-11-24 09:00:01", "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 Host=www.facebook.com Url=https://www.facebook.com/a Action=Allowed Category=forums.social_networking Device=PC-07"),
        new("blocked", "www.facebook.com,Blocked,Category,nell,10.20.1.5,,,PC-07,forums.social_networking,2026-11-24 09:00:01", "Host=www.facebook.com Action=Blocked"),
        new("redirected: not where the person wanted to go", "www.facebook.com,Redirected,Category,nell,10.20.1.5,,,PC-07,forums.social_networking,2026-11-24 09:00:01", "Action=Blocked"),
        new("a new word is not guessed", "www.facebook.com,Throttled,Category,nell,10.20.1.5,,,PC-07,forums.social_networking,2026-11-24 09:00:01", "Action=Other"),
        new("no user", "www.facebook.com,Allowed,Category,,10.20.1.5,,,PC-07,forums.social_networking,2026-11-24 09:00:01", "User= SourceAddress=10.20.1.5"),
        new("unknown user", "www.facebook.com,Allowed,Category,Unknown,10.20.1.5,,,-,forums.social_networking,2026-11-24 09:00:01", "User= Device="),
        new("the user is an address", "www.facebook.com,Allowed,Category,10.20.1.5,,,,PC-07,forums.social_networking,2026-11-24 09:00:01", "User= SourceAddress=10.20.1.5"),
        new("month's name", "www.facebook.com,Allowed,Category,nell,10.20.1.5,,,PC-07,education,\"Nov 24, 2026 9:00:01 AM\"", "Time=2026-11-24T09:00:01.000"),
        new("numbers only, unambiguous", "www.facebook.com,Allowed,Category,nell,10.20.1.5,,,PC-07,education,11/24/2026 09:00:01 PM", "Time=2026-11-24T21:00:01.000"),
        new("IPv6", "www.facebook.com,Allowed,Category,nell,2001:DB8:0::5,,,PC-07,education,2026-11-24T09:00:01Z", "SourceAddress=2001:db8::5"),
        new("port and trailing dot", "WWW.Facebook.com.:443,Allowed,Category,nell,10.20.1.5,,,PC-07,education,2026-11-24T09:00:01+01:00", "Host=www.facebook.com Time=2026-11-24T08:00:01.000"),
        new("the header again", "Destination,Action,Reason,User,IP Address,User OU,User Groups,Computer,Category,Time", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "https://www.facebook.com/a,Allowed,Category,nell,10.20.1.5,,,PC-07,education,today",
        "https://www.facebook.com/a,Allowed,Category,nell,10.20.1.5,,,PC-07,education,02/03/2026 09:00:01",
        "https://www.facebook.com/a,Allowed",
        "Destination,Action,Reason",
    ];

    [Fact]
    public void Columns_may_stand_in_any_order_and_the_date_by_itself()
    {
        var reader = Format.CreateReader(Options);
        reader.Begin("Date,Time,User Email,Rule Set,URL,Domain,Category,Status,Device Name"u8);
        reader.TryParse(Encoding.UTF8.GetBytes("2026-11-24,09:00:01,nell@rosewood.example,Staff,https://www.facebook.com/,facebook.com,social,blocked,CB-12"), 1, out var parsed).ShouldBeTrue();
        parsed!.ShouldSatisfyAllConditions(
            p => p.Time.ShouldBe(new DateTimeOffset(2026, 11, 24, 9, 0, 1, TimeSpan.Zero)),
            p => p.User.ShouldBe("nell@rosewood.example"),
            p => p.Action.ShouldBe(LogAction.Blocked),
            p => p.Device.ShouldBe("CB-12"));
    }

    private protected override string? LineAbout(string user) =>
        $"https://www.facebook.com/a,Allowed,Category,\"{user.Replace("\"", "\"\"", StringComparison.Ordinal)}\",10.20.1.5,,,PC-07,education,2026-11-24 09:00:01";
}
