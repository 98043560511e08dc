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
