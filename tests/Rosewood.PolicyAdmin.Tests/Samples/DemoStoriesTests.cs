using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Samples;

namespace Rosewood.PolicyAdmin.Tests.Samples;

public sealed class DemoStoriesTests(DemoLog log) : IClassFixture<DemoLog>
{
    [Fact]
    public void Every_verdict_on_social_media_occurs() =>
        DemoStories.All.Select(s => s.Verdict).Distinct().Order().ShouldBe(Enum.GetValues<Verdict>().Where(v => v != Verdict.NotInScope).Order());

    [Fact]
    public void Each_story_is_in_the_log_where_the_table_says()
    {
        foreach (var story in DemoStories.All)
        {
            var hosts = DemoServices.Named(story.Service);
            var told = log.Whole
                .Where(l => l.At >= story.From && l.At <= story.Until && l.IsFrom(story.Address, story.User))
                .ToList();
            string[] expected = (story.Verdict, story.Reason) switch
            {
                (Verdict.Embedded, _) => hosts.WidgetHosts,
                (Verdict.Background, ReasonCode.MachineRhythm) => ["graph.facebook.com"],
                (Verdict.Background, _) => hosts.BackgroundHosts,
                (Verdict.BlockedAttempt, _) => hosts.RefusedHosts,
                _ => hosts.PersonHosts,
            };
            told.ShouldContain(l => expected.Contains(l.Host), story.Id);
            told.Where(l => hosts.PersonHosts.Contains(l.Host)).ShouldAllBe(l => l.IsRefused == (story.Verdict == Verdict.BlockedAttempt), story.Id);
        }
    }

    [Fact]
    public void Nobody_uses_a_school_device_for_it_outside_a_story()
    {
        var persons = DemoServices.All.SelectMany(s => s.PersonHosts.Concat(s.RefusedHosts)).ToHashSet(StringComparer.Ordinal);
        var strays = log.Whole
            .Where(l => persons.Contains(l.Host) && !l.IsChallenge && !IsOwnDevice(l.Client))
            .Where(l => !DemoStories.All.Any(s => l.IsFrom(s.Address, s.User) && l.At >= s.From && (l.At <= s.Until || l.At == s.OpenUntil)));
        strays.ShouldBeEmpty();
    }

    [Fact]
    public void Own_phones_are_used_outside_sessions_but_for_the_planted_stories()
    {
        var persons = DemoServices.All.SelectMany(s => s.PersonHosts).ToHashSet(StringComparer.Ordinal);
        var inSession = log.Whole
            .Where(l => persons.Contains(l.Host) && !l.IsChallenge && IsOwnDevice(l.Client) && IsInSession(l.At))
            .Where(l => !DemoStories.All.Any(s => s.Verdict == Verdict.PersonalInSession && l.IsFrom(s.Address, s.User) && l.At >= s.From && l.At <= s.Until));
        inSession.ShouldBeEmpty();
    }

    [Fact]
    public void Only_a_handful_of_people_are_named_for_something()
    {
        var named = DemoStories.All
            .Where(s => s.Verdict is Verdict.Unexplained or Verdict.PersonalInSession && s.Person is not null)
            .Select(s => s.Person)
            .Distinct(StringComparer.Ordinal)
            .Count();
        named.ShouldBeInRange(4, 8);
    }

    [Fact]
    public void The_table_is_in_order_and_each_story_has_a_name_of_its_own()
    {
        DemoStories.All.Select(s => s.From).ShouldBeInOrder();
        DemoStories.All.Select(s => s.Id).ShouldBeUnique(StringComparer.Ordinal);
        DemoStories.All.ShouldAllBe(s => s.Until > s.From && s.Sentence.EndsWith('.'));
        DemoStories.All.ShouldAllBe(s => s.Until <= DemoOutage.From || s.From >= DemoOutage.Until || s.Id.StartsWith("sign", StringComparison.Ordinal));
    }

    private static bool IsOwnDevice(string address) =>
        address.StartsWith("10.30.", StringComparison.Ordinal) || address.StartsWith("2001:db8:30:", StringComparison.Ordinal) || address.StartsWith("10.50.", StringComparison.Ordinal);

    /// <summary>The timetable again, by hand. In November the school's time is UTC.</summary>
    private static bool IsInSession(DateTimeOffset at)
    {
        var time = at.TimeOfDay;
        return at.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && ((time >= new TimeSpan(8, 50, 0) && time < new TimeSpan(10, 30, 0))
                || (time >= new TimeSpan(10, 50, 0) && time < new TimeSpan(12, 10, 0))
                || (time >= new TimeSpan(13, 0, 0) && time < (at.DayOfWeek == DayOfWeek.Friday ? new TimeSpan(14, 30, 0) : new TimeSpan(15, 15, 0))));
    }
}
