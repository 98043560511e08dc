using System.Globalization;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Commands;

/// <summary>The school is in London: the clocks go forward on 29 March 2026 at 01:00, and back on 25 October 2026 at 02:00.</summary>
public sealed class TimeInputTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("2026-11-24", "2026-11-24T00:00Z", "2026-11-25T00:00Z")]
    [InlineData("2026-06-01", "2026-05-31T23:00Z", "2026-06-01T23:00Z")]
    [InlineData("2026-03-29", "2026-03-29T00:00Z", "2026-03-29T23:00Z")] // a day of 23 hours
    [InlineData("2026-10-25", "2026-10-24T23:00Z", "2026-10-26T00:00Z")] // and one of 25
    public void A_date_begins_with_its_day_and_ends_with_it(string text, string start, string end)
    {
        var input = TimeInput.Parse(text);
        input.ToStart(London).ShouldBe(At(start));
        input.ToEnd(London).ShouldBe(At(end));
    }

    [Theory]
    [InlineData("2026-11-24T15:30", "2026-11-24T15:30Z")]
    [InlineData("2026-06-01T15:30", "2026-06-01T14:30Z")]
    [InlineData("2026-06-01 15:30", "2026-06-01T14:30Z")]
    [InlineData("2026-06-01T15:30:45", "2026-06-01T14:30:45Z")]
    [InlineData("2026-06-01T15:30+02:00", "2026-06-01T13:30Z")]
    [InlineData("2026-06-01T15:30Z", "2026-06-01T15:30Z")]
    [InlineData("2026-06-01 15:30:45-05:00", "2026-06-01T20:30:45Z")]
    [InlineData("2026-10-25T01:30+01:00", "2026-10-25T00:30Z")]
    [InlineData("2026-10-25T01:30+00:00", "2026-10-25T01:30Z")]
    [InlineData("1900-01-01T12:00", "1900-01-01T12:00Z")]
    [InlineData("9000-12-31T12:00Z", "9000-12-31T12:00Z")]
    public void A_time_is_the_schools_unless_it_has_an_offset(string text, string expected)
    {
        TimeInput.Parse(text).ToStart(London).ShouldBe(At(expected));
        TimeInput.Parse(text).ToEnd(London).ShouldBe(At(expected));
    }

    [Theory]
    [InlineData("2026-03-29T01:30", "TimeImpossible")]
    [InlineData("2026-10-25T01:30", "TimeAmbiguous")]
    public void A_time_that_the_clocks_skip_or_repeat_is_a_fault(string text, string id)
    {
        FaultOf(() => TimeInput.Parse(text).ToStart(London)).Id.ShouldBe(id);
        FaultOf(() => TimeInput.Parse(text).ToEnd(London)).Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("9999-12-31")] // the day after it is none that can be counted
    [InlineData("9999-12-20T10:00")]
    [InlineData("9001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:00Z")]
    [InlineData("9999-12-31T23:59Z")]
    public void A_year_that_no_school_counts_in_is_a_fault(string text)
    {
        var fault = FaultOf(() => TimeInput.Parse(text));
        fault.Id.ShouldBe("TimeInvalid");
        fault.Message.ShouldContain("1900");
        fault.Message.ShouldContain("9000");
    }

    [Fact]
    public void Times_that_PowerShell_hands_over_have_the_same_bounds()
    {
        FaultOf(() => new TimeInput(DateTime.MaxValue)).Id.ShouldBe("TimeInvalid");
        FaultOf(() => new TimeInput(DateTime.MinValue.ToUniversalTime())).Id.ShouldBe("TimeInvalid");
        FaultOf(() => new TimeInput(DateTimeOffset.MaxValue)).Id.ShouldBe("TimeInvalid");
        FaultOf(() => new TimeInput(DateTimeOffset.MinValue)).Id.ShouldBe("TimeInvalid");
        new TimeInput(new DateTime(2026, 6, 1, 15, 30, 0, DateTimeKind.Unspecified)).ToStart(London).ShouldBe(At("2026-06-01T14:30Z"));
        new TimeInput(new DateTime(2026, 6, 1, 15, 30, 0, DateTimeKind.Utc)).ToStart(London).ShouldBe(At("2026-06-01T15:30Z"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("24/11/2026")]
    [InlineData("2026-11-31")]
    [InlineData("2026-02-29")]
    [InlineData("2026-11-24T25:00")]
    [InlineData("2026-11-24T10")]
    [InlineData("0001-01-01T00:00+14:00")] // before the first instant there is
    [InlineData("9999-12-31T23:59-14:00")]
    [InlineData("tomorrow")]
    [InlineData("1764000000")]
    public void What_is_no_time_is_a_fault(string text) => FaultOf(() => TimeInput.Parse(text)).Id.ShouldBe("TimeInvalid");

    [Property(MaxTest = 500)]
    public bool An_end_by_date_is_the_next_days_start(ushort days)
    {
        var date = new DateOnly(1990, 1, 1).AddDays(days % 40_000);
        return Of(date).ToEnd(London) == Of(date.AddDays(1)).ToStart(London) && Of(date).ToEnd(London) > Of(date).ToStart(London);
    }

    private static TimeInput Of(DateOnly date) => TimeInput.Parse(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Fault FaultOf(Func<object> action) => Should.Throw<FaultException>(action).Fault;
}
