using Rosewood.PolicyAdmin.Traffic.Gaps;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Gaps;

public sealed class GapTallyTests
{
    [Fact]
    public void When_full_it_forgets_hosts_seen_once_and_says_so()
    {
        var tally = new GapTally(mostHosts: 100);
        for (var minute = 0; minute < 1_000; minute++)
        {
            var seen = new GapMinute();
            seen.Services.Add(0);
            seen.Add("often.example");
            seen.Add($"once{minute}.example");
            tally.Add(person: 1, minute, day: 1, seen);
            tally.Hosts.Count.ShouldBeLessThanOrEqualTo(100);
        }

        tally.Forgot.ShouldBeTrue();
        tally.Hosts.Single(h => h.Name.StartsWith("often", StringComparison.Ordinal)).Minutes.ShouldBe(1_000);
    }

    [Fact]
    public void A_visit_is_counted_once_however_long_it_lasts_and_people_only_with_two()
    {
        var pair = new GapPair();
        foreach (var minute in (long[])[0, 1, 2, 7, 8, 60])
        {
            pair.Add(person: 1, minute, day: 0);
        }

        pair.Add(person: 2, minute: 61, day: 1);
        (pair.Minutes, pair.Sessions, pair.People, pair.Days).ShouldBe((7, 3, 1, 2));
    }

    [Theory]
    [InlineData("www.bbc.co.uk", "bbc.co.uk")]
    [InlineData("a.b.example.com", "example.com")]
    [InlineData("example.com", "example.com")]
    [InlineData("www.kent.sch.uk", "www.kent.sch.uk")]
    [InlineData("com", "com")]
    public void A_domain_is_one_label_below_what_registries_sell_under(string host, string domain) => GapNames.DomainOf(host).ShouldBe(domain);

    [Fact]
    public void Early_lines_of_a_minute_that_is_closed_are_passed_over()
    {
        var closed = new List<(int Person, long Minute)>();
        var windows = new GapWindows((person, minute, _) => closed.Add((person, minute)));
        windows.Of(1, began: 100, written: 100).ShouldNotBeNull();
        windows.Of(1, began: 130, written: 130).ShouldNotBeNull();
        closed.ShouldBe([(1, 100)]);
        windows.Of(1, began: 101, written: 131).ShouldBeNull();
        windows.End();
        closed.ShouldBe([(1, 100), (1, 130)]);
    }
}
