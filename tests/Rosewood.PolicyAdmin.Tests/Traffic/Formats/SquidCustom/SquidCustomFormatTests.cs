using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.SquidCustom;

/// <summary>A school's own <c>logformat</c>, by the codes of Squid's manual (<c>logformat</c>, versions 3.5 to 7).</summary>
public sealed class SquidCustomFormatTests : LogFormatTests
{
    private const string Definition = "%ts.%03tu %6tr %>a %>A %>eui %Ss/%03>Hs %<st %rm \"%ru\" \"%un\" %#ul %ui %Sh/%<a %ssl::>sni %ssl::bump_mode \"%{Referer}>h\" \"%{User-Agent}>h\" %{tag}note %et %ea %transport::>connection_id %mt";
    private const string Tail = " - peek \"http://news.example/\" \"Mozilla/5.0 (X11)\" - - - 17 text/html";
    private const string Head = "1795510801.123    250 10.20.1.5 ";

    private static readonly SquidFormatConfig Config = new("ours", Definition);

    private protected override LogFormat Format { get; } = new SquidCustomFormat(Config);

    private protected override LogFormatSet Formats { get; } = LogFormats.For(new LogsConfig { SquidFormats = [Config] });

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("every field", Head + "pc-07.rosewood.example 00:11:22:33:44:55 TCP_MISS/200 5120 GET \"http://www.facebook.com/a?b=1\" \"nell\" nell - HIER_DIRECT/192.0.2.1" + Tail, "Time=2026-11-24T09:00:01.123 Duration=250 SourceAddress=10.20.1.5 Device=00:11:22:33:44:55 User=nell Host=www.facebook.com Url=http://www.facebook.com/a?b=1 Bytes=5120 DestinationAddress=192.0.2.1 Referrer=http://news.example/ Action=Allowed"),
        new("the client's name where there is no MAC", Head + "pc-07 - TCP_MISS/200 1 GET \"http://a.example/\" \"-\" - - HIER_NONE/-" + Tail, "Device=pc-07 User= DestinationAddress="),
        new("an address is no name", Head + "10.20.1.5 - TCP_MISS/200 1 GET \"http://a.example/\" \"-\" - - HIER_NONE/-" + Tail, "Device="),
        new("login where %un is empty", Head + "- - TCP_MISS/200 1 GET \"http://a.example/\" \"-\" n%20ames - HIER_NONE/-" + Tail, "User=n ames"),
        new("ident", Head + "- - TCP_MISS/200 1 GET \"http://a.example/\" \"-\" - ident HIER_NONE/-" + Tail, "User=ident"),
        new("denied", Head + "- - TCP_DENIED/403 3900 CONNECT \"www.facebook.com:443\" \"nell\" - - HIER_NONE/-" + Tail, "Host=www.facebook.com Action=Blocked"),
        new("407", Head + "- - TCP_DENIED/407 3900 CONNECT \"www.facebook.com:443\" \"-\" - - HIER_NONE/-" + Tail, "Action=Other"),
        new("a tunnel taken in on the way: the name is the SNI", Head + "- - TCP_TUNNEL/200 9 CONNECT \"192.0.2.35:443\" \"nell\" - - ORIGINAL_DST/192.0.2.35 www.facebook.com splice \"-\" \"-\" - - - 17 -", "Host=www.facebook.com Url=192.0.2.35:443 Action=Allowed"),
        new("terminated by ssl_bump", Head + "- - NONE_NONE/200 0 CONNECT \"192.0.2.35:443\" \"nell\" - - HIER_NONE/- www.facebook.com terminate \"-\" \"-\" - - - 17 -", "Host=www.facebook.com Action=Blocked"),
        new("the beginning of a bumped tunnel is the proxy's own", Head + "- - NONE_NONE/200 0 CONNECT \"192.0.2.35:443\" \"nell\" - - HIER_NONE/- - peek \"-\" \"-\" - - - 17 -", "Action=Other Host=192.0.2.35"),
        new("error: address", Head + "- - NONE/400 0 NONE \"error:invalid-request\" \"-\" - - HIER_NONE/-" + Tail, "Host= Action=Other"),
        new("quotes and backslashes are escaped", Head + "- - TCP_MISS/200 1 GET \"http://a.example/\\\"x\" \"ROSEWOOD\\\\nell\" - - HIER_NONE/- - - \"http://b.example/\\\"c\" \"a \\\" b\" - - - 17 -", "User=ROSEWOOD\\nell Host=a.example Referrer=http://b.example/\"c"),
        new("elapsed wider than its width", "1795510801.123 98765432 10.20.1.5 - - TCP_TUNNEL/200 1 CONNECT \"a.example:443\" \"-\" - - HIER_NONE/-" + Tail, "Duration=98765432"),
        new("note, tags and unknown codes are passed over", Head + "- - TCP_MISS/200 1 GET \"http://a.example/\" \"nell\" - - HIER_NONE/- - - \"-\" \"-\" a_note tag from an helper 17 text/html", "User=nell Host=a.example"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "x",
        "1764028800.123    250 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html",
        Head + "- - TCP_MISS/2x0 1 GET \"http://a.example/\" \"-\" - - HIER_NONE/-" + Tail,
        Head + "- - tcp_miss/200 1 GET \"http://a.example/\" \"-\" - - HIER_NONE/-" + Tail,
        Head + "- - TCP_MISS/200 1 GET \"http://a.example/ \"-\" - - HIER_NONE/-",
        Head + "- - TCP_MISS/200 1 GET \"http://" + new string('a', 254) + "/\" \"-\" - - HIER_NONE/-" + Tail,
        "9999999999.123" + Head[14..] + "- - TCP_MISS/200 1 GET \"http://a.example/\" \"-\" - - HIER_NONE/-" + Tail,
    ];

    [Theory]
    [InlineData("%tl %>a %un %ru", "24/Nov/2026:09:00:01 +0100 10.20.1.5 nell http://a.example/", "2026-11-24T08:00:01Z nell a.example Allowed")]
    [InlineData("[%{%Y-%m-%d %H:%M:%S}tl] %>a %un %ru", "[2026-06-24 10:00:01] 10.20.1.5 nell http://a.example/", "2026-06-24T09:00:01Z nell a.example Allowed")]
    [InlineData("[%{%d %b %Y %I:%M:%S %p}tg.%03tu] %>a %un %ru", "[24 Nov 2026 01:00:01 PM.250] 10.20.1.5 nell http://a.example/", "2026-11-24T13:00:01Z nell a.example Allowed")]
    [InlineData("%tS %6tr %>a %un %ru", "1795510801.123    250 10.20.1.5 nell http://a.example/", "2026-11-24T09:00:01Z nell a.example Allowed")]
    [InlineData("%ts%03tu %>a %un %ru", "1795510801123 10.20.1.5 nell http://a.example/", "2026-11-24T09:00:01Z nell a.example Allowed")]
    [InlineData("logformat ours %ts %>a %un %ru", "1795510801 10.20.1.5 nell http://a.example/", "2026-11-24T09:00:01Z nell a.example Allowed")]
    [InlineData("%ts|%-20>a|%-10un|%ru", "1795510801|10.20.1.5           |nell      |http://a.example/", "2026-11-24T09:00:01Z nell a.example Allowed")]
    [InlineData("%ts %-20>a %-10un %ru", "1795510801 10.20.1.5            nell       http://a.example/", "2026-11-24T09:00:01Z nell a.example Allowed")]
    [InlineData("%ts %>a %'un %ru", "1795510801 10.20.1.5 100%25 http://a.example/", "2026-11-24T09:00:01Z 100%25 a.example Allowed")]
    [InlineData("%ts %>a %#un %ru", "1795510801 10.20.1.5 nell%20ames http://a.example/", "2026-11-24T09:00:01Z nell ames a.example Allowed")]
    [InlineData("%ts %>a %un %ru", "1795510801 10.20.1.5 nell ames http://a.example/x y", "2026-11-24T09:00:01Z nell ames a.example Allowed")]
    [InlineData("%ts %>a %ru %un %Ss:%Sh", "1795510801 10.20.1.5 http://a.example/x nell ames TCP_MISS:HIER_DIRECT", "2026-11-24T09:00:01Z nell ames a.example Allowed")]
    [InlineData("%ts %>a %un %>rd %>rp", "1795510801 10.20.1.5 nell www.facebook.com /x", "2026-11-24T09:00:01Z nell www.facebook.com Allowed")]
    [InlineData("%ts %>a %un %{Host}>h", "1795510801 10.20.1.5 nell www.facebook.com:8080", "2026-11-24T09:00:01Z nell www.facebook.com Allowed")]
    [InlineData("100%% %ts %>a %un %ru", "100% 1795510801 10.20.1.5 nell http://a.example/", "2026-11-24T09:00:01Z nell a.example Allowed")]
    [InlineData("%ts %>a %un %ru %tls::<cert_errors %icap::tt %{x}newcode end", "1795510801 10.20.1.5 nell http://a.example/ - 3 a b end", "2026-11-24T09:00:01Z nell a.example Allowed")]
    [InlineData("%ts %>a %un %ru %err_code/%>Hs", "1795510801 10.20.1.5 nell http://a.example/ ERR_ACCESS_DENIED/403", "2026-11-24T09:00:01Z nell a.example Blocked")]
    [InlineData("%ts %>a %un %ru %err_code", "1795510801 10.20.1.5 - http://a.example/ ERR_CACHE_ACCESS_DENIED", "2026-11-24T09:00:01Z  a.example Other")]
    [InlineData("%ts %>a %un %ru %>Hs %Sh", "1795510801 10.20.1.5 nell http://a.example/ 403 HIER_NONE", "2026-11-24T09:00:01Z nell a.example Blocked")]
    [InlineData("%ts %>a %un %ru %>Hs %Sh", "1795510801 10.20.1.5 nell http://a.example/ 403 HIER_DIRECT", "2026-11-24T09:00:01Z nell a.example Allowed")]
    [InlineData("%ts %>a %un %ru %Ss", "1795510801 10.20.1.5 - http://a.example/ TCP_DENIED", "2026-11-24T09:00:01Z  a.example Other")]
    [InlineData("%ts %>a %un %ru %Ss", "1795510801 10.20.1.5 nell http://a.example/ TCP_DENIED", "2026-11-24T09:00:01Z nell a.example Blocked")]
    public void Any_definition_is_read_back(string definition, string line, string expected)
    {
        var reader = new SquidCustomFormat(new SquidFormatConfig("x", definition)).CreateReader(Options);
        reader.TryParse(Encoding.UTF8.GetBytes(line), 1, out var parsed).ShouldBeTrue();
        $"{parsed!.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} {parsed.User} {parsed.Host} {parsed.Action}".ShouldBe(expected);
        parsed.SourceAddress.ShouldBe("10.20.1.5");
    }

    [Theory]
    [InlineData("%>a %ru", "no time code")]
    [InlineData("%ts %>a %un", "no address")]
    [InlineData("%ts %>a%un %ru", "nothing between them")]
    [InlineData("%ts %.8un %ru", "cut off")]
    [InlineData("%{%H:%M}tl %>a %ru", "lacks the year")]
    [InlineData("%{%Y-%m-%d %H:%M %j}tl %>a %ru", "%j")]
    [InlineData("%{%Y-%m-%dT%H:%M:%S}tl %>a %ru", "syslog header")]
    [InlineData("%ts %ru %", "middle of a code")]
    public void What_can_not_be_read_back_is_told(string definition, string problem)
    {
        SquidPattern.Compile(definition, out var told).ShouldBeNull();
        told.ShouldNotBeNull().ShouldContain(problem);
    }

    /// <summary>A hostile line costs a bounded number of tries: of two lines of one form, that which needs more is not read.</summary>
    [Theory]
    [InlineData(100, true)]
    [InlineData(1_000, false)]
    [InlineData(1_000_000, false)]
    public void Many_places_where_an_address_could_end_are_tried_up_to_a_bound(int places, bool isRead)
    {
        var reader = new SquidCustomFormat(new SquidFormatConfig("x", "%ts %ru %tr")).CreateReader(Options);
        var line = Encoding.UTF8.GetBytes("1795510801 http://a.example/" + string.Concat(Enumerable.Repeat("a ", places)) + "5");
        reader.TryParse(line, 1, out _).ShouldBe(isRead);
    }

    /// <summary>Without a bound, places multiply and this would not end.</summary>
    [Fact]
    public void Many_places_where_values_could_end_do_no_harm()
    {
        var reader = new SquidCustomFormat(new SquidFormatConfig("x", "%ts %{A}>h %{B}>h %{C}>h %{D}>h %ru %un %mt %Ss")).CreateReader(Options);
        var line = Encoding.UTF8.GetBytes("1795510801 " + string.Concat(Enumerable.Repeat("a: ", 15_000)) + "x");
        reader.TryParse(line, 1, out _).ShouldBeFalse();
    }

    private protected override string? LineAbout(string user) =>
        Head + $"- - TCP_MISS/200 1 GET \"http://www.facebook.com/\" \"{SquidNames.Quoted(user)}\" - - HIER_NONE/-" + Tail;
}
