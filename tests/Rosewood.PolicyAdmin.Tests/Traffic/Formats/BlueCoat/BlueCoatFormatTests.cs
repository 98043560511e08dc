using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.BlueCoat;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.BlueCoat;

/// <summary>
/// Names of columns as Broadcom's "Access Log Formats/ELFF" for SGOS 6.x and 7.x lists them, in the W3C's extended log file format.
/// date, time (UTC) → Time; time-taken → Duration; c-ip → SourceAddress; r-ip, s-supplier-ip → DestinationAddress; cs-username → User;
/// cs-host, cs-uri… → Host, Url; cs-categories → Category; sc-filter-result, s-action, x-exception-id → Action; sc-bytes → Bytes.
/// </summary>
public sealed class BlueCoatFormatTests : LogFormatTests
{
    private const string Fields = "#Fields: date time time-taken c-ip cs-username sc-filter-result cs-categories sc-status s-action sc-bytes cs-method cs-uri-scheme cs-host cs-uri-path cs-uri-query r-ip x-bluecoat-application-name cs(Referer)";

    private protected override LogFormat Format { get; } = new BlueCoatFormat();

    private protected override string Header => Fields;

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("all columns", Row(), "Time=2026-11-24T09:00:01.000 Duration=250 User=nell SourceAddress=10.20.1.5 DestinationAddress=157.240.225.35 Host=www.facebook.com Url=https://www.facebook.com/groups/1?a=b Referrer=https://news.example/p Action=Allowed Bytes=900 Application=Facebook Category=Social Networking"),
        new("UTC in summer too", Row().Replace("2026-11-24", "2026-06-24", StringComparison.Ordinal), "Time=2026-06-24T09:00:01.000"),
        new("denied", Row().Replace("OBSERVED", "DENIED", StringComparison.Ordinal), "Action=Blocked"),
        new("a new word is not guessed", Row().Replace("OBSERVED", "PONDERED", StringComparison.Ordinal), "Action=Other"),
        new("no result but the action", Row().Replace("OBSERVED", "-", StringComparison.Ordinal).Replace("TCP_NC_MISS", "TCP_DENIED", StringComparison.Ordinal), "Action=Blocked"),
        new("no user", Row().Replace(" nell ", " - ", StringComparison.Ordinal), "User="),
        new("a request to log in", Row().Replace(" 200 TCP_NC_MISS", " 407 TCP_DENIED", StringComparison.Ordinal), "Action=Other"),
        new("IPv6", Row().Replace("10.20.1.5", "2001:db8::5", StringComparison.Ordinal), "SourceAddress=2001:db8::5"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Row() + " more",
        Row()[..^30],
        Row().Replace("2026-11-24", "24/11/2026", StringComparison.Ordinal),
        "#Fields: date time s-ip cs-method cs-uri-stem sc-status",
        "#Fields: timestamp x-elapsed-time c-ip x-resultcode-httpstatus sc-bytes cs-method cs-url cs-username x-acltag",
    ];

    [Fact]
    public void Lines_about_the_log_are_notes()
    {
        var reader = Reader();
        foreach (var line in new[] { "#Software: SGOS 6.7.4.3", "#Version: 1.0", Fields, "#Remark: 2315151004 \"proxy01\" \"192.0.2.1\" \"main\"" })
        {
            reader.TryParse(Encoding.UTF8.GetBytes(line), 1, out var parsed).ShouldBeTrue(line);
            parsed.ShouldBeNull(line);
        }
    }

    private protected override string? LineAbout(string user) => Row().Replace(" nell ", " \"" + user.Replace("\"", "\"\"", StringComparison.Ordinal) + "\" ", StringComparison.Ordinal);

    [Fact]
    public void Other_columns_are_found_by_their_names()
    {
        var reader = Format.CreateReader(Options);
        reader.Begin(Encoding.UTF8.GetBytes("#Fields: localtime c-ip cs-uri cs-userdn x-exception-id"));
        reader.TryParse("[24/Nov/2026:09:00:01 +0000] 10.20.1.5 http://www.tiktok.com/x nell policy_denied"u8, 1, out var parsed).ShouldBeTrue();
        parsed!.Host.ShouldBe("www.tiktok.com");
        parsed.User.ShouldBe("nell");
        parsed.Action.ShouldBe(LogAction.Blocked);
        parsed.Time.ShouldBe(new DateTimeOffset(2026, 11, 24, 9, 0, 1, TimeSpan.Zero));
    }

    private static string Row() => "2026-11-24 09:00:01 250 10.20.1.5 nell OBSERVED \"Social Networking\" 200 TCP_NC_MISS 900 GET https www.facebook.com /groups/1 ?a=b 157.240.225.35 \"Facebook\" https://news.example/p";
}
