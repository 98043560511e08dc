using System.Text;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Traffic;

public sealed class SyslogHeaderTests
{
    private const string Body = "1764028800.123    250 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- -";

    [Theory]
    [InlineData("")]
    [InlineData("<134>Nov 24 08:00:01 proxy1 squid[123]: ")]
    [InlineData("<134>Nov 24 08:00:01 proxy1 (squid-1): ")]
    [InlineData("<13>Nov  4 08:00:01 10.0.0.1 ")]
    [InlineData("Nov 24 08:00:01 proxy1 squid: ")]
    [InlineData("<134>1 2026-11-24T08:00:01.123Z proxy1 squid 123 - - ")]
    [InlineData("<34>1 2026-11-24T08:00:01+00:00 proxy1 squid - ID47 [a@1 x=\"y ]\\\" z\"][b@2] ")]
    [InlineData("<134>1 - - - - - - ")]
    [InlineData("1 2026-11-24T08:00:01.123Z proxy1 squid 123 - - ")]
    [InlineData("<134>1 2026-11-24T08:00:01.123Z proxy1 squid 123 - - \uFEFF")]
    [InlineData("2026-11-24T08:00:01.123456+00:00 proxy1 squid[12]: ")]
    [InlineData("<134>2026-11-24T08:00:01.123456+00:00 proxy1 squid[12]: ")]
    [InlineData("<134>")]
    [InlineData("<7>")]
    public void A_header_is_taken_off(string header)
    {
        var line = Encoding.UTF8.GetBytes(header + Body);
        Encoding.UTF8.GetString(line.AsSpan(SyslogHeader.Length(line))).ShouldBe(Body);
    }

    [Theory]
    [InlineData("2026-11-24 08:00:01 10.0.0.1 GET a.example / 200")]
    [InlineData("date=2026-11-24 time=08:00:01 type=\"utm\"")]
    [InlineData("<999>Nov 24 08:00:01 proxy1 squid: x")]
    [InlineData("<134 not a priority, and long enough")]
    [InlineData("March is no header though it begins so")]
    [InlineData("{\"ts\":1764028800.1,\"host\":\"a.example\"}")]
    [InlineData("2026-11-24T08:00:01Z,Low,'https://a.example' blocked due to category: x,nell")]
    public void What_only_looks_like_one_stays(string line) => SyslogHeader.Length(Encoding.UTF8.GetBytes(line)).ShouldBe(0);

    [Theory]
    [InlineData("{\"a\": 1, \"b\": 2}")]
    [InlineData("{\"a\":\"b: c\"}")]
    public void Json_behind_a_host_is_no_tag(string json)
    {
        var line = Encoding.UTF8.GetBytes("<134>Nov 24 08:00:01 sensor " + json);
        Encoding.UTF8.GetString(line.AsSpan(SyslogHeader.Length(line))).ShouldBe(json);
    }

    /// <summary>Resolvers' lines have no other time than the header's.</summary>
    [Theory]
    [InlineData("Nov 24 08:00:01 dnsmasq[123]: query[A] a.example from 10.20.1.5")]
    [InlineData("Nov 24 08:00:01 dns1 dnsmasq[123]: query[A] a.example from 10.20.1.5")]
    [InlineData("Nov 24 08:00:01 unbound[123:0] info: 10.20.1.5 a.example. A IN")]
    [InlineData("Nov 24 08:00:01 dns1 unbound: [123:0] info: 10.20.1.5 a.example. A IN")]
    [InlineData("2026-11-24T08:00:01.123+00:00 dns1[123:0] info: 10.20.1.5 a.example. A IN")]
    [InlineData("2026-11-24T08:00:01.123456+00:00 dns1 named[123]: client @0x7f2c 10.20.1.5#51234 (a.example): query: a.example IN A +")]
    [InlineData("2026-11-24T08:00:01.123Z queries: info: client @0x7f2c 10.20.1.5#51234 (a.example): query: a.example IN A +")]
    [InlineData("2026-11-24T08:00:01.123Z client @0x7f2c 10.20.1.5#51234 (a.example): query: a.example IN A +")]
    [InlineData("1 2026-11-24T08:00:01.123Z dns1 unbound 123 - - [123:0] info: 10.20.1.5 a.example. A IN")]
    [InlineData("1 2026-11-24T08:00:01Z fw CheckPoint 1 - [action:\"Accept\"; x:\"y\"] ")]
    public void A_header_that_holds_the_only_time_stays_but_for_its_priority(string line)
    {
        SyslogHeader.Length(Encoding.UTF8.GetBytes(line)).ShouldBe(0);
        SyslogHeader.Length(Encoding.UTF8.GetBytes("<30>" + line)).ShouldBe(4);
        var behind = Encoding.UTF8.GetBytes("<30>Nov 24 08:00:02 relay " + line);
        Encoding.UTF8.GetString(behind.AsSpan(SyslogHeader.Length(behind))).ShouldBe(line);
    }

    /// <summary>A host may be called after what runs on it.</summary>
    [Theory]
    [InlineData("<134>Nov 24 08:00:01 unbound squid[123]: ")]
    [InlineData("Nov 24 08:00:01 named squid: ")]
    [InlineData("<134>1 2026-11-24T08:00:01.123Z dnsmasq squid 123 - - ")]
    public void A_host_named_like_a_resolver_is_no_resolver(string header)
    {
        var line = Encoding.UTF8.GetBytes(header + Body);
        Encoding.UTF8.GetString(line.AsSpan(SyslogHeader.Length(line))).ShouldBe(Body);
    }

    [Fact]
    public void No_bytes_make_it_throw_or_skip_past_the_end()
    {
        var random = new Random(6);
        var seeds = new[] { "<134>1 2026-11-24T08:00:01.123Z p s 1 - [a b=\"c\"] x", "<134>Nov 24 08:00:01 proxy1 squid[123]: x", "2026-11-24T08:00:01 proxy1 squid[12]: x" };
        for (var i = 0; i < 30_000; i++)
        {
            var line = Encoding.UTF8.GetBytes(seeds[i % seeds.Length])[..random.Next(16, 38)];
            line[random.Next(line.Length)] = (byte)random.Next(256);
            SyslogHeader.Length(line).ShouldBeInRange(0, line.Length);
        }
    }
}
