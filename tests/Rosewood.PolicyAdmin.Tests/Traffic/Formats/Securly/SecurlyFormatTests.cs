using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Securly;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Securly;

/// <summary>Securly's support pages "How do I read Filter activity reports?" and "Understanding icons on the activities page": what a row holds.</summary>
public sealed class SecurlyFormatTests : LogFormatTests
{
    private protected override LogFormat Format { get; } = new SecurlyFormat();

    private protected override string? Header => "Date & Time,Email,Org Unit,URL,Activity Type,Category,Policy,IP";

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("every column", "2026-11-24 09:00:01,nell@rosewood.example,/Staff,https://www.facebook.com/a,Allowed,Social Networking,Staff policy,198.51.100.7", "Time=2026-11-24T09:00:01.000 User=nell@rosewood.example Host=www.facebook.com Url=https://www.facebook.com/a Action=Allowed Category=Social Networking SourceAddress=198.51.100.7 Device="),
        new("blocked", "2026-11-24 09:00:01,nell@rosewood.example,/Staff,www.facebook.com,Blocked,Social Networking,Staff policy,198.51.100.7", "Host=www.facebook.com Action=Blocked"),
        new("flagged was let through", "2026-11-24 09:00:01,nell@rosewood.example,/Staff,https://www.facebook.com/a,Flagged,Social Networking,Staff policy,198.51.100.7", "Action=Allowed"),
        new("accessed", "2026-11-24 09:00:01,nell@rosewood.example,/Staff,https://www.facebook.com/a,accessed,Social Networking,Staff policy,198.51.100.7", "Action=Allowed"),
        new("a new word is not guessed", "2026-11-24 09:00:01,nell@rosewood.example,/Staff,https://www.facebook.com/a,Paused,Social Networking,Staff policy,198.51.100.7", "Action=Other"),
        new("no user", "2026-11-24 09:00:01,,/Staff,https://www.facebook.com/a,Allowed,Uncategorized,Staff policy,", "User= SourceAddress="),
        new("a whole site", "2026-11-24 09:00:01,unknown,/Staff,https://www.facebook.com,Allowed,Social Networking,Guests,198.51.100.7", "Host=www.facebook.com User="),
        new("month's name", "\"Nov 24, 2026 9:00:01 PM\",nell@rosewood.example,/Staff,https://a.example/,Allowed,News,Staff policy,198.51.100.7", "Time=2026-11-24T21:00:01.000"),
        new("numbers only, unambiguous", "11/24/2026 09:00 AM,nell@rosewood.example,/Staff,https://a.example/,Allowed,News,Staff policy,198.51.100.7", "Time=2026-11-24T09:00:00.000"),
        new("quotes", "2026-11-24 09:00:01,\"\"\"nell\"\" ames\",/Staff,\"https://a.example/a,b\",Allowed,News,Staff policy,198.51.100.7", "User=\"nell\" ames Url=https://a.example/a,b"),
        new("the header again", "Date & Time,Email,Org Unit,URL,Activity Type,Category,Policy,IP", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "yesterday,nell@rosewood.example,/Staff,https://www.facebook.com/a,Allowed,Social Networking,Staff policy,198.51.100.7",
        "03/04/2026 09:00 AM,nell@rosewood.example,/Staff,https://www.facebook.com/a,Allowed,Social Networking,Staff policy,198.51.100.7",
        "2026-11-24 09:00:01,\"nell,/Staff,https://www.facebook.com/a,Allowed",
        "Email,URL,Policy",
    ];

    [Fact]
    public void Without_a_known_word_the_file_is_in_no_known_format()
    {
        var lines = Encoding.UTF8.GetBytes(Header + "\n2026-11-24 09:00:01,nell@rosewood.example,/Staff,https://www.facebook.com/a,Autorisé,Social Networking,Staff policy,198.51.100.7\n");
        LogFormats.Recognise(lines).ShouldBeNull();
    }

    private protected override string? LineAbout(string user) =>
        $"2026-11-24 09:00:01,\"{user.Replace("\"", "\"\"", StringComparison.Ordinal)}\",/Staff,https://www.facebook.com/a,Allowed,Social Networking,Staff policy,198.51.100.7";
}
