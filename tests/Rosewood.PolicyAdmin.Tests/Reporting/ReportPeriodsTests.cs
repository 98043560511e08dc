using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

public sealed class ReportPeriodsTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("2026-11-24T09:00:00Z", "2026-11-16", "2026-11-22")]
    [InlineData("2026-11-23T00:00:00Z", "2026-11-16", "2026-11-22")]
    [InlineData("2026-11-22T23:59:59Z", "2026-11-09", "2026-11-15")]
    [InlineData("2026-07-05T23:30:00Z", "2026-06-29", "2026-07-05")]
    public void The_last_week_is_the_last_whole_one_by_the_schools_clock(string now, string first, string last)
    {
        var period = Resolve(new(), now);
        Day(period.FirstDay).ShouldBe(first);
        Day(period.LastDay).ShouldBe(last);
    }

    [Fact]
    public void A_file_is_known_as_a_report_by_its_name_whichever_audience_it_is_for()
    {
        var period = Resolve(new(), "2026-11-24T09:00:00Z");
        foreach (var audience in Enum.GetValues<ReportRecipientGroup>())
        {
            var stem = period.StemFor(audience);
            ReportPeriod.IsReport(stem + ".html").ShouldBeTrue();
            ReportPeriod.IsReport(stem + "-visits.csv").ShouldBeTrue();
            Enum.GetValues<ReportRecipientGroup>().Where(a => ReportPeriod.IsReport(stem + ".pdf", a)).ShouldBe([audience]);
        }

        period.StemFor(ReportRecipientGroup.Dsl).ShouldBe("compliance-dsl-2026-11-16--2026-11-22");
        ReportPeriod.IsReport("compliance-notes.html").ShouldBeFalse();
        ReportPeriod.IsReport("dpia-facts-2026-11-24.html").ShouldBeFalse();
    }

    [Fact]
    public void The_week_of_the_clock_change_is_an_hour_longer()
    {
        var period = Resolve(new(), "2026-10-27T09:00:00Z");
        period.From.ShouldBe(DateTimeOffset.Parse("2026-10-19T00:00:00+01:00", CultureInfo.InvariantCulture));
        period.Until.Offset.ShouldBe(TimeSpan.Zero);
        (period.Until - period.From).ShouldBe(TimeSpan.FromHours((7 * 24) + 1));
        period.Words.ShouldBe("Monday 19 October to Sunday 25 October 2026");
    }

    [Fact]
    public void The_last_month_is_the_whole_month_before()
    {
        var period = Resolve(new() { Period = ReportPeriodKind.LastMonth }, "2027-01-31T09:00:00Z");
        period.FileStem.ShouldBe("compliance-2026-12-01--2026-12-31");
        Resolve(new() { Period = ReportPeriodKind.LastMonth }, "2028-03-31T09:00:00Z").LastDay.ShouldBe(new DateOnly(2028, 2, 29));
    }

    [Fact]
    public void The_last_term_is_one_that_is_over()
    {
        var request = new NewPolicyComplianceReport { Period = ReportPeriodKind.LastTerm };
        Resolve(request, "2027-02-01T09:00:00Z").FileStem.ShouldBe("compliance-2026-09-02--2026-12-18");
        FaultOf(request, "2026-11-24T09:00:00Z").ShouldBe("ReportNoTerm");
    }

    [Fact]
    public void A_date_alone_as_the_end_includes_its_day()
    {
        var period = Resolve(Custom("2026-11-16", "2026-11-16"), "2026-11-24T09:00:00Z");
        period.Words.ShouldBe("Monday 16 November 2026");
        (period.Until - period.From).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void Parts_of_days_are_said_with_their_times() =>
        Resolve(Custom("2026-11-16T08:30", "2026-11-17T12:00"), "2026-11-24T09:00:00Z").Words
            .ShouldBe("Monday 16 November 2026, 08:30 to Tuesday 17 November 2026, 12:00");

    [Fact]
    public void A_period_over_new_year_names_both_years() =>
        Resolve(Custom("2026-12-28", "2027-01-03"), "2027-01-24T09:00:00Z").Words.ShouldBe("Monday 28 December 2026 to Sunday 3 January 2027");

    [Theory]
    [InlineData("2026-11-17", "2026-11-16", "ReportPeriodEmpty")]
    [InlineData("2026-11-25", "2026-11-26", "ReportPeriodNotBegun")]
    [InlineData("2020-01-01", "2026-11-16", "ReportPeriodTooLong")]
    [InlineData("2026-10-25T01:30", "2026-11-16", "TimeAmbiguous")]
    public void Periods_that_make_no_sense_are_faults(string from, string to, string id) => FaultOf(Custom(from, to), "2026-11-24T09:00:00Z").ShouldBe(id);

    [Fact]
    public void A_request_that_contradicts_itself_is_a_fault()
    {
        ValidationOf(new() { Period = ReportPeriodKind.Custom }).ShouldBe("ReportPeriodIncomplete");
        ValidationOf(new() { From = new TimeInput("2026-11-16") }).ShouldBe("ReportPeriodIncomplete");
        ValidationOf(new() { Period = ReportPeriodKind.LastWeek, From = new TimeInput("2026-11-16"), To = new TimeInput("2026-11-17") }).ShouldBe("ReportPeriodContradicts");
        ValidationOf(new() { Format = [] }).ShouldBe("ReportFormatMissing");
        new NewPolicyComplianceReport().Validate();
        Custom("2026-11-16", "2026-11-17").Validate();
    }

    private static string ValidationOf(NewPolicyComplianceReport request) => Should.Throw<FaultException>(request.Validate).Fault.Id;

    private static string FaultOf(NewPolicyComplianceReport request, string now) => Should.Throw<FaultException>(() => Resolve(request, now)).Fault.Id;

    private static NewPolicyComplianceReport Custom(string from, string to) => new() { From = new TimeInput(from), To = new TimeInput(to) };

    private static ReportPeriod Resolve(NewPolicyComplianceReport request, string now) => ReportPeriods.Resolve(
        request,
        DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
        London,
        new SchoolCalendar(TestConfig.School.SchoolDay, London));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
