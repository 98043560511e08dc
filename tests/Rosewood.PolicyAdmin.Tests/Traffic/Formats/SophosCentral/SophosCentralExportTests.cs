using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SophosCentral;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SophosCentral;

/// <summary>
/// The events report (Logs &amp; Reports, Events, export as CSV), and firewall reporting's log search. The names of their columns are not published;
/// those here are what the pages show.
/// </summary>
public sealed class SophosCentralExportTests : LogFormatTests
{
    private const string Names = "Severity,When,Event,User,User group,Device,Device group";

    internal override string SampleName => "SophosCentral-export";

    private protected override LogFormat Format { get; } = new SophosCentralFormat();

    private protected override string Header => Names;

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("names", Names, "Note"),
        new("names of another export put behind", "\"Severity\",\"When\",\"Event\",\"User\",\"User group\",\"Device\",\"Device group\"", "Note"),
        new("blocked", Row("Nov 24, 2026 9:00 AM", "'https://www.facebook.com' blocked due to category 'Social Networks'"), "Time=2026-11-24T09:00:00.000 User=Nell Ames Host=www.facebook.com Action=Blocked Category=Social Networks Device=PC-07"),
        new("gone on", Row("2026-11-24T09:00:01.000Z", "User bypassed category block to 'https://www.tiktok.com'"), "Time=2026-11-24T09:00:01.000 Action=Allowed Host=www.tiktok.com"),
        new("numbers that can be read in one way", Row("24/11/2026 09:00:01", "'https://www.facebook.com' warned due to category 'Social Networks'"), "Time=2026-11-24T09:00:01.000 Action=Blocked"),
        new("local time, in summer", Row("Jun 24, 2026 9:00:01 AM", "'https://www.facebook.com' warned due to category 'Social Networks'"), "Time=2026-06-24T08:00:01.000"),
        new("another event", Row("Nov 24, 2026 9:00 AM", "Update succeeded"), "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Row("yesterday", "'https://www.facebook.com' blocked due to category 'x'"),
        Row("Nov 24, 2026 9:00 AM", "'https://www.facebook.com' blocked due to category 'x'") + ",more",
        "x",
    ];

    private protected override string? LineAbout(string user) => Row("Nov 24, 2026 9:00 AM", "'https://www.facebook.com' blocked due to category 'Social Networks'", user);

    [Fact]
    public void Which_number_is_the_day_is_never_guessed()
    {
        var line = Encoding.UTF8.GetBytes(Row("04/11/2026 09:00:01", "'https://www.facebook.com' blocked due to category 'x'"));
        Reader().TryParse(line, 1, out _).ShouldBeFalse();
        var told = Format.CreateReader(Options with { DayFirst = true });
        told.Begin(Encoding.UTF8.GetBytes(Names));
        told.TryParse(line, 1, out var parsed).ShouldBeTrue();
        parsed!.Time.ShouldBe(new DateTimeOffset(2026, 11, 4, 9, 0, 1, TimeSpan.Zero));
    }

    [Fact]
    public void Firewall_reporting_has_the_firewalls_own_words()
    {
        var reader = Format.CreateReader(Options);
        reader.Begin("Firewall,Log occurred time,Log type,Log component,Log subtype,Username,Source IP,Destination IP,URL,Domain,Category,Bytes received"u8);
        Parsed("Denied")!.Action.ShouldBe(LogAction.Blocked);
        Parsed("Pondered")!.Action.ShouldBe(LogAction.Other);
        var allowed = Parsed("Allowed")!;
        allowed.Action.ShouldBe(LogAction.Allowed);
        allowed.User.ShouldBe("nell");
        allowed.Host.ShouldBe("www.facebook.com");
        allowed.Category.ShouldBe("Social Networking");
        allowed.Bytes.ShouldBe(900);
        allowed.Time.ShouldBe(new DateTimeOffset(2026, 11, 24, 9, 0, 1, TimeSpan.Zero));

        LogEvent? Parsed(string outcome)
        {
            var line = $"XG1,2026-11-24 09:00:01,Content Filtering,HTTP,{outcome},nell,10.20.1.5,157.240.225.35,https://www.facebook.com/,www.facebook.com,Social Networking,900";
            reader.TryParse(Encoding.UTF8.GetBytes(line), 1, out var parsed).ShouldBeTrue(line);
            return parsed;
        }
    }

    private static string Row(string when, string text, string user = "Nell Ames") => $"Low,\"{when}\",\"{text}\",\"{user.Replace("\"", "\"\"", StringComparison.Ordinal)}\",Pupils,PC-07,Library";
}
