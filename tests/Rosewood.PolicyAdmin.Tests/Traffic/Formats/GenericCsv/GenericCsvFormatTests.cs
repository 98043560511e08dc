using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.GenericCsv;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.GenericCsv;

/// <summary>A file whose columns the configuration names (<c>logs.csvFormats</c>, docs/logs/own.md).</summary>
public sealed class GenericCsvFormatTests : LogFormatTests
{
    private static readonly CsvFormatConfig Config = new(
        "filter",
        new CsvColumnsConfig { Time = "Date", User = "User", SourceAddress = "Source", DestinationAddress = "Destination", Host = "Host", Url = "URL", Action = "Action", Bytes = "Bytes", Application = "App", Category = "Category", Device = "#11" },
        "dd/MM/yyyy HH:mm:ss")
    {
        Delimiter = ';',
        AllowedWords = ["allow", "Erlaubt für alle"],
        BlockedWords = ["deny"],
    };

    private protected override LogFormat Format { get; } = new GenericCsvFormat(Config);

    private protected override LogFormatSet Formats { get; } = LogFormats.For(new LogsConfig { CsvFormats = [Config] });

    private protected override string? Header => "Date;User;Source;Destination;Host;URL;Action;Bytes;App;Category;whatever";

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("every column", "24/11/2026 09:00:01;nell;10.20.1.5;192.0.2.1;www.facebook.com;https://www.facebook.com/a;allow;5120;Facebook;Social;pc-07", "Time=2026-11-24T09:00:01.000 User=nell SourceAddress=10.20.1.5 DestinationAddress=192.0.2.1 Host=www.facebook.com Url=https://www.facebook.com/a Action=Allowed Bytes=5120 Application=Facebook Category=Social Device=pc-07"),
        new("summer time", "24/06/2026 10:00:01;nell;10.20.1.5;;www.facebook.com;;allow;;;;", "Time=2026-06-24T09:00:01.000 Url= DestinationAddress= Device="),
        new("day first", "01/02/2026 10:00:01;nell;10.20.1.5;;www.facebook.com;;allow;;;;", "Time=2026-02-01T10:00:01.000"),
        new("refused, whatever the case", "24/11/2026 09:00:01;nell;10.20.1.5;;www.facebook.com;;Deny;;;;", "Action=Blocked"),
        new("a word beyond ASCII", "24/11/2026 09:00:01;nell;10.20.1.5;;www.facebook.com;;ERLAUBT FÜR ALLE;;;;", "Action=Allowed"),
        new("a word in neither list is not guessed", "24/11/2026 09:00:01;nell;10.20.1.5;;www.facebook.com;;warn;;;;", "Action=Other"),
        new("no word", "24/11/2026 09:00:01;nell;10.20.1.5;;www.facebook.com;;;;;;", "Action=Other"),
        new("the host from the address", "24/11/2026 09:00:01;-;10.20.1.5:51234;;;https://www.instagram.com:443/x;allow;;;;", "Host=www.instagram.com User= SourceAddress=10.20.1.5"),
        new("an address without scheme", "24/11/2026 09:00:01;N/A;10.20.1.5;;;www.instagram.com/x;allow;;;;", "Host=www.instagram.com User="),
        new("a path, and the host beside it", "24/11/2026 09:00:01;nell;10.20.1.5;;WWW.Instagram.com.;/x;allow;;;;", "Host=www.instagram.com Url=/x"),
        new("quotes, doubled inside", "24/11/2026 09:00:01;\"a; \"\"b\"\"\";10.20.1.5;;www.facebook.com;;allow;;;;", "User=a; \"b\""),
        new("a short row", "24/11/2026 09:00:01;nell;10.20.1.5;;www.facebook.com;;allow", "User=nell Bytes=0 Category="),
        new("the header again", "date;user;source;destination;host;url;action;bytes;app;category;x", "Note"),
        new("the header with its columns elsewhere", "X;User;Source;Destination;Host;URL;Action;Bytes;App;Category;y;Date", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "2026-11-24 09:00:01;nell;10.20.1.5;;www.facebook.com;;allow;;;;",
        "11/24/2026 09:00:01;nell;10.20.1.5;;www.facebook.com;;allow;;;;",
        "Date;User;Source;Destination;URL;Action;Bytes;App;Category;x",
        "24/11/2026 09:00:01;\"nell;10.20.1.5;;www.facebook.com;;allow;;;;",
        ";nell;10.20.1.5;;www.facebook.com;;allow;;;;",
        "24/11/2026 09:00:01;nell;10.20.1.5;;" + new string('a', 254) + ";;allow;;;;",
    ];

    [Theory]
    [InlineData("UnixSeconds", "1795510801", "2026-11-24T09:00:01.000")]
    [InlineData("UnixSeconds", "1795510801.25", "2026-11-24T09:00:01.250")]
    [InlineData("UnixSeconds", "1795510801123", null)]
    [InlineData("UnixMilliseconds", "1795510801123", "2026-11-24T09:00:01.123")]
    [InlineData("UnixMilliseconds", "-1", null)]
    [InlineData("MM/dd/yyyy h:mm tt", "06/24/2026 2:05 PM", "2026-06-24T18:05:00.000")]
    [InlineData("yyyy-MM-ddTHH:mm:ssK", "2026-06-24T09:00:01Z", "2026-06-24T09:00:01.000")]
    [InlineData("yyyy-MM-ddTHH:mm:ssK", "2026-06-24T09:00:01+01:00", "2026-06-24T08:00:01.000")]
    [InlineData("yyyy-MM-ddTHH:mm:ssK", "2026-06-24T09:00:01", "2026-06-24T13:00:01.000")]
    [InlineData("yyyy-MM-dd HH:mm:ss zzz", "2026-06-24 09:00:01 +02:00", "2026-06-24T07:00:01.000")]
    [InlineData("d MMM yyyy HH:mm:ss.fff", "4 Jun 2026 09:00:01.500", "2026-06-04T13:00:01.500")]
    public void Times_are_read_by_their_pattern_in_the_formats_zone(string pattern, string time, string? expected)
    {
        var format = new GenericCsvFormat(new CsvFormatConfig("x", new CsvColumnsConfig { Time = "#2", Host = "#1" }, pattern) { HasHeader = false, TimeZone = "America/New_York" });
        format.CreateReader(Options).TryParse(Encoding.UTF8.GetBytes("www.facebook.com," + time), 1, out var parsed).ShouldBe(expected is not null);
        parsed?.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);

        // No column says what the filter did.
        (parsed?.Action ?? LogAction.Allowed).ShouldBe(LogAction.Allowed);
    }

    [Fact]
    public void A_header_whose_columns_go_by_number_is_passed_over()
    {
        var reader = new GenericCsvFormat(new CsvFormatConfig("x", new CsvColumnsConfig { Time = "#1", Host = "#2" }, "UnixSeconds")).CreateReader(Options);
        reader.TryParse("Time,Site"u8, 1, out var header).ShouldBeTrue();
        header.ShouldBeNull();
        reader.TryParse("1795510801,www.facebook.com"u8, 2, out var row).ShouldBeTrue();
        row!.Host.ShouldBe("www.facebook.com");
    }

    /// <summary>Every line would be Other, and none of it a visit: that is a fault, not an empty result.</summary>
    [Fact]
    public void A_file_without_a_known_word_is_in_no_known_format()
    {
        var detection = Formats.Detect(Encoding.UTF8.GetBytes(Header + "\n24/11/2026 09:00:01;nell;10.20.1.5;;www.facebook.com;;warn;;;;\n")).Single(static d => d.Format.Name.Equals("filter", StringComparison.Ordinal)).Detection;
        detection.Certainty.ShouldBe(0);
        detection.Why.ShouldContain("known words");
    }

    /// <summary>A row that begins with an ISO time looks like a syslog header at first sight.</summary>
    [Fact]
    public void An_iso_time_in_the_first_column_is_no_syslog_header()
    {
        var config = new CsvFormatConfig("iso", new CsvColumnsConfig { Time = "Time", User = "User", Host = "Host" }, "yyyy-MM-ddTHH:mm:ssZ");
        var best = LogFormats.For(new LogsConfig { CsvFormats = [config] }).Detect("Time,User,Host\n2026-11-24T09:00:01Z,nell ames,www.facebook.com,a: b c\n"u8.ToArray())[0];
        best.Format.Name.ShouldBe("iso");
        best.Detection.Certainty.ShouldBe(1);
    }

    private protected override string? LineAbout(string user) =>
        $"24/11/2026 09:00:01;\"{user.Replace("\"", "\"\"", StringComparison.Ordinal)}\";10.20.1.5;;www.facebook.com;;allow;;;;";
}
