using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.SchoolDay;

public sealed class SchoolCalendarTests
{
    private static readonly TimeZoneInfo London = SchoolZone.Find("Europe/London");
    private static readonly DayOfWeek[] AllDays = Enum.GetValues<DayOfWeek>();

    /// <summary>A year without holidays, with sessions through the hours in which the clocks change, and a break inside one.</summary>
    private static readonly SchoolDayConfig Awkward = new(
        [new TermConfig("All year", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))],
        [
            new SessionConfig("Midnight", AllDays, new TimeOnly(0, 0), new TimeOnly(0, 30)),
            new SessionConfig("Small hours", AllDays, new TimeOnly(0, 45), new TimeOnly(1, 15)),
            new SessionConfig("Change", AllDays, new TimeOnly(1, 20), new TimeOnly(2, 10)),
            new SessionConfig("Day", AllDays, new TimeOnly(9, 0), new TimeOnly(15, 0)),
            new SessionConfig("Late", AllDays, new TimeOnly(23, 0), new TimeOnly(23, 59)),
        ],
        [new ClosureConfig("Closed", new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 3))])
    {
        Breaks = [new BreakConfig("Lunch", AllDays, new TimeOnly(12, 0), new TimeOnly(13, 0))],
    };

    private static readonly SchoolCalendar School = new(TestConfig.School.SchoolDay, London);
    private static readonly SchoolCalendar Odd = new(Awkward, London);

    [Theory]
    [InlineData("2026-11-24T08:49:59Z", false)]
    [InlineData("2026-11-24T08:50:00Z", true)]
    [InlineData("2026-11-24T10:39:59Z", true)]
    [InlineData("2026-11-24T10:40:00Z", false)]
    [InlineData("2026-11-24T12:30:00Z", false)]
    [InlineData("2026-11-28T09:00:00Z", false)]
    [InlineData("2026-10-27T09:00:00Z", false)]
    [InlineData("2026-12-21T09:00:00Z", false)]
    [InlineData("2026-09-02T07:50:00Z", true)]
    [InlineData("2026-09-02T08:50:00+01:00", true)]
    [InlineData("2026-09-02T08:49:59+01:00", false)]
    public void Sessions_are_half_open_in_local_time(string instant, bool inSession) =>
        School.InSession(At(instant).UtcTicks).ShouldBe(inSession);

    [Fact]
    public void The_hour_that_comes_twice_counts_twice()
    {
        Odd.InSession(At("2026-10-25T01:30:00+01:00").UtcTicks).ShouldBeTrue();
        Odd.InSession(At("2026-10-25T01:17:00+01:00").UtcTicks).ShouldBeFalse();
        Odd.InSession(At("2026-10-25T01:05:00+00:00").UtcTicks).ShouldBeTrue();
        Odd.InSession(At("2026-10-25T01:17:00+00:00").UtcTicks).ShouldBeFalse();
        Odd.InSession(At("2026-10-25T01:30:00+00:00").UtcTicks).ShouldBeTrue();
    }

    [Fact]
    public void The_hour_that_never_comes_does_not_count()
    {
        // 00:59:59 GMT, then 02:00 BST.
        Odd.InSession(At("2026-03-29T00:59:59Z").UtcTicks).ShouldBeTrue();
        Odd.InSession(At("2026-03-29T01:05:00Z").UtcTicks).ShouldBeTrue();
        Odd.InSession(At("2026-03-29T01:10:00Z").UtcTicks).ShouldBeFalse();
    }

    [Property(MaxTest = 2000)]
    public Property Any_instant_is_judged_as_the_wall_clock_says()
    {
        var begin = At("2025-12-30T00:00:00Z").UtcTicks;
        var end = At("2027-01-02T00:00:00Z").UtcTicks;
        var changes = new[] { At("2026-03-29T01:00:00Z").UtcTicks, At("2026-10-25T01:00:00Z").UtcTicks };
        var anywhere = Gen.Choose(0, int.MaxValue).Select(i => begin + (long)((end - begin) * (i / (double)int.MaxValue)));
        var nearAChange = Gen.Elements(changes).SelectMany(c => Gen.Choose(-5 * 3600, 5 * 3600).Select(s => c + (s * TimeSpan.TicksPerSecond)));
        return Prop.ForAll(Gen.OneOf(anywhere, nearAChange).ToArbitrary(), ticks =>
            Odd.InSession(ticks) == NaiveInSession(Awkward, ticks)
            && School.InSession(ticks) == NaiveInSession(TestConfig.School.SchoolDay, ticks)
            && School.IsOpen(ticks) == NaiveIsOpen(TestConfig.School.SchoolDay, ticks));
    }

    [Theory]
    [InlineData("America/St_Johns")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Apia")]
    [InlineData("Etc/UTC")]
    public void Other_zones_are_judged_alike(string id)
    {
        var zone = SchoolZone.Find(id);
        var calendar = new SchoolCalendar(Awkward, zone);
        for (var at = At("2025-12-31T00:00:00Z"); at < At("2027-01-02T00:00:00Z"); at += TimeSpan.FromMinutes(7))
        {
            calendar.InSession(at.UtcTicks).ShouldBe(NaiveInSession(Awkward, at.UtcTicks, zone), $"{id} {at:O}");
        }
    }

    [Fact]
    public void A_question_allocates_nothing()
    {
        var ticks = At("2026-11-24T09:00:00Z").UtcTicks;
        School.InSession(ticks);
        School.BellAfter(ticks);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = School.InSession(ticks + i);
            _ = School.IsOpen(ticks + i);
            _ = School.BellAtOrBefore(ticks + i);
            _ = School.BellAfter(ticks + i);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Bells_are_each_begin_and_end_in_local_time()
    {
        School.Bells(At("2026-11-24T08:50:00Z"), At("2026-11-24T13:05:00Z")).ShouldBe(
        [
            At("2026-11-24T08:50:00Z"), At("2026-11-24T10:40:00Z"), At("2026-11-24T11:00:00Z"), At("2026-11-24T12:15:00Z"),
        ]);
        School.Bells(At("2026-09-02T00:00:00Z"), At("2026-09-03T00:00:00Z"))[0].Offset.ShouldBe(TimeSpan.FromHours(1));
        School.Bells(At("2026-08-01T00:00:00Z"), At("2026-08-31T00:00:00Z")).ShouldBeEmpty();
    }

    [Fact]
    public void Two_sessions_that_touch_have_a_bell_between_them()
    {
        var day = new SchoolDayConfig(
            [new TermConfig("T", new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24))],
            [new SessionConfig("1", AllDays, new TimeOnly(9, 0), new TimeOnly(10, 0)), new SessionConfig("2", AllDays, new TimeOnly(10, 0), new TimeOnly(11, 0))],
            []);
        var calendar = new SchoolCalendar(day, London);
        calendar.Bells(At("2026-11-24T00:00:00Z"), At("2026-11-25T00:00:00Z")).Count.ShouldBe(3);
        calendar.InSession(At("2026-11-24T10:00:00Z").UtcTicks).ShouldBeTrue();
        calendar.BellAtOrBefore(At("2026-11-24T10:00:00Z").UtcTicks).ShouldBe(At("2026-11-24T10:00:00Z").UtcTicks);
        calendar.BellAfter(At("2026-11-24T10:00:00Z").UtcTicks).ShouldBe(At("2026-11-24T11:00:00Z").UtcTicks);
        calendar.BellAfter(At("2026-11-24T11:00:00Z").UtcTicks).ShouldBe(long.MaxValue);
        calendar.BellAtOrBefore(At("2026-11-24T08:59:59Z").UtcTicks).ShouldBe(long.MinValue);
    }

    [Fact]
    public void The_school_is_open_from_an_hour_before_to_an_hour_after()
    {
        School.IsOpen(At("2026-11-24T07:49:59Z").UtcTicks).ShouldBeFalse();
        School.IsOpen(At("2026-11-24T07:50:00Z").UtcTicks).ShouldBeTrue();
        School.IsOpen(At("2026-11-24T12:30:00Z").UtcTicks).ShouldBeTrue();
        School.IsOpen(At("2026-11-24T16:09:59Z").UtcTicks).ShouldBeTrue();
        School.IsOpen(At("2026-11-24T16:10:00Z").UtcTicks).ShouldBeFalse();
        School.IsOpen(At("2026-11-28T10:00:00Z").UtcTicks).ShouldBeFalse();
    }

    [Fact]
    public void Days_know_their_term()
    {
        School.IsSchoolDay(new DateOnly(2026, 11, 24)).ShouldBeTrue();
        School.IsSchoolDay(new DateOnly(2026, 11, 28)).ShouldBeFalse("a Saturday");
        School.IsSchoolDay(new DateOnly(2026, 10, 28)).ShouldBeFalse("half term");
        School.IsSchoolDay(new DateOnly(2026, 12, 24)).ShouldBeFalse("holidays");
        School.TermOf(new DateOnly(2026, 12, 18))!.Name.ShouldBe("Autumn 2026");
        School.TermOf(new DateOnly(2026, 12, 19)).ShouldBeNull();
        School.LastTermBefore(new DateOnly(2026, 12, 18)).ShouldBeNull();
        School.LastTermBefore(new DateOnly(2026, 12, 19))!.Name.ShouldBe("Autumn 2026");
        School.LastTermBefore(new DateOnly(2028, 1, 1))!.Name.ShouldBe("Spring 2027");
    }

    [Fact]
    public void A_school_without_terms_is_never_in_session()
    {
        var calendar = new SchoolCalendar(new SchoolDayConfig([], [], []), London);
        calendar.InSession(At("2026-11-24T09:00:00Z").UtcTicks).ShouldBeFalse();
        calendar.IsOpen(At("2026-11-24T09:00:00Z").UtcTicks).ShouldBeFalse();
        calendar.Bells(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).ShouldBeEmpty();
    }

    private static bool NaiveInSession(SchoolDayConfig day, long ticks, TimeZoneInfo? zone = null)
    {
        var local = TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone ?? London).DateTime;
        var time = TimeOnly.FromDateTime(local);
        return HasSchool(day, local)
            && day.Sessions.Any(s => s.Days.Contains(local.DayOfWeek) && s.From <= time && time < s.Until)
            && !day.Breaks.Any(b => b.Days.Contains(local.DayOfWeek) && b.From <= time && time < b.Until);
    }

    private static bool NaiveIsOpen(SchoolDayConfig day, long ticks)
    {
        var local = TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), London).DateTime;
        var sessions = day.Sessions.Where(s => s.Days.Contains(local.DayOfWeek)).ToList();
        return HasSchool(day, local)
            && sessions.Count > 0
            && local.TimeOfDay >= sessions.Min(s => s.From).ToTimeSpan() - TimeSpan.FromHours(1)
            && local.TimeOfDay < sessions.Max(s => s.Until).ToTimeSpan() + TimeSpan.FromHours(1);
    }

    private static bool HasSchool(SchoolDayConfig day, DateTime local)
    {
        var date = DateOnly.FromDateTime(local);
        return day.Terms.Any(t => t.From <= date && date <= t.To) && !day.Closures.Any(c => c.From <= date && date <= c.To);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
