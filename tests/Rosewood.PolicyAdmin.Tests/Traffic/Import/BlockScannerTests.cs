using System.Text;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Traffic.Formats.Squid;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Import;

public sealed class BlockScannerTests
{
    [Fact]
    public void Lines_are_counted_by_what_they_show()
    {
        var result = Scan(SquidLog.Text(
            SquidLog.Line(),
            SquidLog.Line(user: "-", host: "a.example"),
            SquidLog.Line(host: "192.0.2.1"),
            SquidLog.Line(result: "TCP_DENIED/407", user: "-"),
            SquidLog.Line(host: "dns.google"),
            "",
            "rubbish\u0007",
            SquidLog.Line("2026-11-24T09:30:00Z")));
        result.Lines.ShouldBe(8);
        result.Malformed.ShouldBe(1);
        result.Samples.ShouldBe([new(7, "rubbish\\u0007")]);
        result.Hits.Count.ShouldBe(2);
        var slots = result.Slots.Slots.ToArray();
        slots.Length.ShouldBe(2);
        (slots[0].Lines, slots[0].Other, slots[0].NoUser, slots[0].NoHost, slots[0].EncryptedDns, slots[0].Malformed).ShouldBe((5, 1, 1, 1, 1, 1));
        slots[1].Lines.ShouldBe(1);
    }

    [Fact]
    public void A_user_is_kept_in_normal_form_and_an_address_in_canonical_form()
    {
        var hit = Scan(SquidLog.Text(SquidLog.Line(user: "ROSEWOOD%5cNell.Ames", client: "::ffff:10.20.1.5"))).Hits[0];
        hit.Key.User.ShouldBe(@"rosewood\nell.ames");
        hit.Key.Address.ShouldBe("10.20.1.5");
    }

    [Fact]
    public void The_school_s_own_services_are_no_hits()
    {
        var catalogue = ServiceCatalogue.BuiltIn.With([], [], ["www.facebook.com"]);
        Scan(SquidLog.Text(SquidLog.Line()), catalogue).Hits.ShouldBeEmpty();
    }

    [Fact]
    public void A_referrer_outside_the_service_is_told()
    {
        const string Line = "1764028800.123    250 10.20.1.5 TCP_MISS/200 1 GET http://www.facebook.com/x u HIER_NONE/- - [Referer: https://REF/p\\r\\n] [x]";
        Scan(Line.Replace("REF", "news.example", StringComparison.Ordinal) + "\n").Hits[0].OutsideReferrer.ShouldBeTrue();
        Scan(Line.Replace("REF", "m.facebook.com", StringComparison.Ordinal) + "\n").Hits[0].OutsideReferrer.ShouldBeFalse();
    }

    [Fact]
    public void A_clock_set_back_is_noted_and_small_disorder_is_not()
    {
        Scan(SquidLog.Text(SquidLog.Line("2026-11-24T08:00:00Z"), SquidLog.Line("2026-11-24T07:56:00Z"))).Jumps.ShouldBeEmpty();
        Scan(SquidLog.Text(SquidLog.Line("2026-11-24T08:00:00Z"), SquidLog.Line("2026-11-24T07:50:00Z"))).Jumps.Count.ShouldBe(1);
    }

    [Fact]
    public void A_dropped_line_allocates_nothing()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(SquidLog.Text(SquidLog.Line(host: "a.example"), SquidLog.Line(host: "dns.google", user: "-"), SquidLog.Line(host: "WWW.Long-Name-Of-A-Host-That-Is-Not-Remembered-Because-It-Is-Too-Long-For-It.example")), 200)));
        var scanner = new BlockScanner(new SquidReader(), ServiceCatalogue.BuiltIn);
        var result = new BlockResult();
        result.Clear();
        scanner.Scan(text, result);
        var before = GC.GetAllocatedBytesForCurrentThread();
        scanner.Scan(text, result);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static BlockResult Scan(string text, ServiceCatalogue? catalogue = null)
    {
        var result = new BlockResult();
        result.Clear();
        new BlockScanner(new SquidReader(), catalogue ?? ServiceCatalogue.BuiltIn).Scan(Encoding.UTF8.GetBytes(text), result);
        return result;
    }
}
