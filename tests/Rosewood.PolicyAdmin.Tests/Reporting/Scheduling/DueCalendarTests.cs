using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Scheduling;

/// <summary>When reports are due.</summary>
public sealed class DueCalendarTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly DueCalendar Calendar = new(TestConfig.School.SchoolDay, London);

    [Theory]
    [InlineData(ReportSchedulePeriod.LastWeek, DayOfWeek.Monday, "2026-11-16", "2026-11-23T07:00:00+00:00")]
    [InlineData(ReportSchedulePeriod.LastWeek, DayOfWeek.Sunday, "2026-11-16", "2026-11-29T07:00:00+00:00")]
    [InlineData(ReportSchedulePeriod.LastMonth, DayOfWeek.Monday, "2026-10-01", "2026-11-02T07:00:00+00:00")]
    [InlineData(ReportSchedulePeriod.LastTerm, DayOfWeek.Monday, "2026-09-02", "2026-12-21T07:00:00+00:00")]
    public void A_report_is_due_on_the_first_such_day_after_its_period(ReportSchedulePeriod period, DayOfWeek day, string first, string due)
    {
        var at = DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        var found = Calendar.Between(Schedule(period, day), at.AddTicks(-1), at).ShouldHaveSingleItem();
        found.DueAt.ShouldBe(at);
        found.Period.FirstDay.ShouldBe(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture));
        Calendar.Next(Schedule(period, day), at.AddTicks(-1)).ShouldBe(at);
    }

    [Fact]
    public void It_is_due_at_the_schools_wall_clock_in_summer_and_winter()
    {
        var dues = Calendar.Between(Schedule(ReportSchedulePeriod.LastWeek), At("2026-10-18"), At("2026-11-03"));
        dues.Select(d => d.DueAt.Offset.TotalHours).ShouldBe([1, 0, 0]);
        dues.ShouldAllBe(d => d.DueAt.Hour == 7);
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_an_hour_later()
    {
        var due = Calendar.Between(Schedule(ReportSchedulePeriod.LastWeek, DayOfWeek.Sunday) with { At = new TimeOnly(1, 30) }, At("2027-03-27"), At("2027-03-29")).ShouldHaveSingleItem();
        due.DueAt.ShouldBe(new DateTimeOffset(2027, 3, 28, 2, 30, 0, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void However_long_the_machine_was_off_no_more_than_a_year_and_a_bit_is_looked_at() =>
        Calendar.Between(Schedule(ReportSchedulePeriod.LastWeek), DateTimeOffset.MinValue, At("2026-11-30")).Count.ShouldBeInRange(52, 58);

    private static ScheduleFact Schedule(ReportSchedulePeriod period, DayOfWeek day = DayOfWeek.Monday) => new(period, ReportRecipientGroup.Slt, [ReportFormat.Html], day, new TimeOnly(7, 0), []);

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
}
