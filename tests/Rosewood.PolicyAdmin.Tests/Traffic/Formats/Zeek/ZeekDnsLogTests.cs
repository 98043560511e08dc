using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Zeek;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Zeek;

/// <summary>As <see cref="ZeekFormatTests"/>, for the rows of <c>dns.log</c> and, behind another header, of <c>ssl.log</c>.</summary>
public sealed class ZeekDnsLogTests : LogFormatTests
{
    private const string Ssl = "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tversion\tcipher\tcurve\tserver_name\tresumed\tlast_alert\tnext_protocol\testablished";

    private protected override LogFormat Format { get; } = new ZeekFormat();

    private protected override string Header => "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\ttrans_id\trtt\tquery\tqclass\tqclass_name\tqtype\tqtype_name\trcode\trcode_name\tAA\tTC\tRD\tRA\tZ\tanswers\tTTLs\trejected";

    internal override string SampleName => "Zeek-dns";

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("a query", Row("www.facebook.com", "NOERROR", "star-mini.c10r.facebook.com,157.240.1.35"), "Time=2025-11-25T00:00:00.123 Host=www.facebook.com SourceAddress=10.20.1.5 DestinationAddress=10.20.0.53 Action=Allowed"),
        new("no answer seen", Row("WWW.TikTok.com", "-", "-"), "Host=www.tiktok.com Action=Allowed"),
        new("sent nowhere", Row("www.facebook.com", "NOERROR", "0.0.0.0"), "Action=Blocked"),
        new("sent nowhere, IPv6", Row("www.facebook.com", "NOERROR", "::"), "Action=Blocked"),
        new("refused", Row("www.facebook.com", "REFUSED", "-"), "Action=Blocked"),
        new("no such name", Row("www.facebook.example", "NXDOMAIN", "-"), "Action=Allowed"),
        new("no query", Row("-", "NOERROR", "-"), "Note"),
        new("the types", "#types\ttime\tstring\taddr\tport\taddr\tport", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        "1764028800.123456\tC1\t10.20.1.5",
        Row("www.facebook.com", "NOERROR", "-") + "\t-",
        Row(new string('a', 254), "NOERROR", "-"),
    ];

    private protected override string? LineAbout(string user) => null;

    [Fact]
    public void A_header_in_the_middle_changes_what_rows_are()
    {
        var reader = Reader();
        reader.TryParse(System.Text.Encoding.UTF8.GetBytes(Ssl), 1, out _).ShouldBeTrue();
        reader.TryParse("1764028800.123456\tC1\t10.20.1.5\t51234\t192.0.2.35\t443\tTLSv13\tx\tx25519\twww.facebook.com\tF\t-\th2\tT"u8, 2, out var parsed).ShouldBeTrue();
        parsed!.Host.ShouldBe("www.facebook.com");
        reader.TryParse(System.Text.Encoding.UTF8.GetBytes(Row("www.facebook.com", "NOERROR", "-")), 3, out _).ShouldBeFalse();
    }

    private static string Row(string query, string code, string answers) =>
        $"1764028800.123456\tCTo78A11g7CYbbOHvj\t10.20.1.5\t51234\t10.20.0.53\t53\tudp\t1\t0.01\t{query}\t1\tC_INTERNET\t1\tA\t0\t{code}\tF\tF\tT\tT\t0\t{answers}\t60.0\tF";
}
