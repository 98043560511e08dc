using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.WindowsDns;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.WindowsDns;

/// <summary>
/// The key that the log itself begins with ("Message logging key": date, time, thread, context, packet, UDP or TCP, Snd or Rcv, remote
/// address, Xid, R, opcode, flags, response code, type, name), and "DNS Logging and Diagnostics" on Microsoft Learn.
/// </summary>
public sealed class WindowsDnsFormatTests : LogFormatTests
{
    private const string Query = "0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] A      (3)www(8)facebook(3)com(0)";

    private protected override LogFormat Format { get; } = new WindowsDnsFormat();

    private protected override IReadOnlyList<FormatRow> Rows { get; } =
    [
        new("a query, UK", "24/11/2026 09:00:01 " + Query, "Time=2026-11-24T09:00:01.000 Host=www.facebook.com SourceAddress=10.20.1.5 Action=Allowed User="),
        new("a query, German", "24.11.2026 09:00:01 " + Query, "Time=2026-11-24T09:00:01.000"),
        new("a query, year first", "2026/11/24 09:00:01 " + Query, "Time=2026-11-24T09:00:01.000"),
        new("a query, ISO", "2026-11-24 09:00:01 " + Query, "Time=2026-11-24T09:00:01.000"),
        new("the log's zone", "14/07/2026 09:00:01 " + Query, "Time=2026-07-14T08:00:01.000"),
        new("one-digit hour", "24/11/2026 9:00:01 " + Query, "Time=2026-11-24T09:00:01.000"),
        new("IPv6 and TCP", "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 TCP Rcv 2001:db8::5     5b47   Q [0001   D   NOERROR] AAAA   (3)WWW(6)tiktok(3)com(0)", "Host=www.tiktok.com SourceAddress=2001:db8::5"),
        new("Server 2003: no packet, no type, a plain date", "20261124 09:00:01 79C PACKET  UDP Rcv 10.20.1.5       0002   Q [0001   D   NOERROR] (3)www(8)facebook(3)com(0)", "Time=2026-11-24T09:00:01.000 Host=www.facebook.com"),
        new("no flags", "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0000       NOERROR] HTTPS  (8)facebook(3)com(0)", "Host=facebook.com"),
        new("a label with a bracket and a dot", "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] A      (5)a(3).(8)facebook(3)com(0)", "Host=a(3)..facebook.com"),
        new("the root", "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] NS     (0)", "Host= Action=Allowed"),
        new("refused by a policy", "24/11/2026 09:00:02 0E70 PACKET  000001C2F5A3B0C0 UDP Snd 10.20.1.5       5b47 R Q [8581   DR REFUSED] A      (3)www(8)facebook(3)com(0)", "Host=www.facebook.com SourceAddress=10.20.1.5 Action=Blocked"),
        new("a response", "24/11/2026 09:00:02 0E70 PACKET  000001C2F5A3B0C0 UDP Snd 10.20.1.5       5b47 R Q [8081   DR  NOERROR] A      (3)www(8)facebook(3)com(0)", "Note"),
        new("no such name: nobody gets there", "24/11/2026 09:00:02 0E70 PACKET  000001C2F5A3B0C0 UDP Snd 10.20.1.5       5b47 R Q [8385 A DR NXDOMAIN] A      (3)www(8)facebook(3)com(0)", "Host=www.facebook.com SourceAddress=10.20.1.5 Action=Blocked"),
        new("a forward", "24/11/2026 09:00:02 0E70 PACKET  000001C2F5A3B0C0 UDP Snd 192.0.2.53      9a01   Q [0001   D   NOERROR] A      (3)www(8)facebook(3)com(0)", "Note"),
        new("the forward's response", "24/11/2026 09:00:02 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 192.0.2.53      9a01 R Q [8081   DR  NOERROR] A      (3)www(8)facebook(3)com(0)", "Note"),
        new("another server refuses", "24/11/2026 09:00:02 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 192.0.2.53      9a01 R Q [8581   DR REFUSED] A      (3)www(8)facebook(3)com(0)", "Note"),
        new("an update", "24/11/2026 09:00:02 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   U [0028       NOERROR] SOA    (8)rosewood(7)example(0)", "Note"),
        new("the head", "DNS Server log file creation at 24/11/2026 09:00:00", "Note"),
        new("the key", "Message logging key (for packets - other items use a subset of these fields):", "Note"),
        new("the key's lines", "\tField #  Information         Values", "Note"),
        new("a detail's beginning", "UDP question info at 000001C2F5A3B0C0", "Note"),
        new("a detail", "  Remote addr 10.20.1.5, port 51234", "Note"),
        new("a detail's name", "      Name      \"(3)www(8)facebook(3)com(0)\"", "Note"),
        new("an event", "24/11/2026 09:00:02 0E70 EVENT   The DNS server has started.", "Note"),
        new("a note", "24/11/2026 09:00:02 0E70 Note: got GQCS failure on a dead socket context", "Note"),
    ];

    private protected override IReadOnlyList<string> Malformed { get; } =
    [
        Query,
        "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] A      (3)www(8)facebook(3)com",
        "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] A      (3)www(99)facebook(3)com(0)",
        "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q [0001   D   NOERROR] A      www.facebook.com",
        "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Rcv 10.20.1.5       5b47   Q 0001   D   NOERROR A      (3)www(8)facebook(3)com(0)",
        "24/11/2026 09:00:01 0E70 PACKET  000001C2F5A3B0C0 UDP Got 10.20.1.5       5b47   Q [0001   D   NOERROR] A      (3)www(8)facebook(3)com(0)",
        "24/13/2026 09:00:01 " + Query,
        "03/04/2026 09:00:01 " + Query,
    ];

    private protected override string? LineAbout(string user) => null;

    [Theory]
    [InlineData(true, "2026-04-03")]
    [InlineData(false, "2026-03-04")]
    public void Which_number_is_the_day_is_said_by_the_options(bool dayFirst, string day)
    {
        var reader = Format.CreateReader(Options with { DayFirst = dayFirst });
        reader.TryParse(Encoding.UTF8.GetBytes("03/04/2026 09:00:01 " + Query), 1, out var parsed).ShouldBeTrue();
        parsed!.Time.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);
    }

    [Fact]
    public void A_log_whose_dates_leave_the_day_open_is_recognised_all_the_same()
    {
        var text = Encoding.UTF8.GetBytes($"DNS Server log file creation at 03/04/2026 08:59:00\n03/04/2026 09:00:01 {Query}\n");
        LogFormats.Detect(text)[0].Format.Name.ShouldBe("WindowsDns");
        LogFormats.Detect(text)[0].Detection.Certainty.ShouldBe(1);
    }

    [Fact]
    public void American_dates_are_read()
    {
        var parsed = Parsed("11/24/2026 9:00:01 PM " + Query);
        parsed.Time.UtcDateTime.ShouldBe(new DateTime(2026, 11, 24, 21, 0, 1, DateTimeKind.Utc));
        parsed.Host.ShouldBe("www.facebook.com");
    }

    [Fact]
    public void A_refusal_refers_to_the_query_before_it()
    {
        var glance = default(LineGlance);
        Reader().Glance("24/11/2026 09:00:02 0E70 PACKET  000001C2F5A3B0C0 UDP Snd 10.20.1.5       5b47 R Q [8581   DR REFUSED] A      (3)www(8)facebook(3)com(0)"u8, ref glance).ShouldBeTrue();
        glance.IsAnswer.ShouldBeTrue();
    }
}
