using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Text;

public sealed class LogTimeTests
{
    private static readonly LogReaderOptions London = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), Year: null) { Reference = new DateTime(2026, 1, 10, 0, 0, 0, DateTimeKind.Utc) };

    [Theory]
    [InlineData("2026-07-24 10:00:01", "2026-07-24T09:00:01")]
    [InlineData("2026-01-24 10:00:01", "2026-01-24T10:00:01")]
    [InlineData("2026-10-25 00:59:59", "2026-10-24T23:59:59")]
    [InlineData("2026-10-25 01:30:00", "2026-10-25T01:30:00")] // comes twice: the second is taken
    [InlineData("2026-10-25 02:00:00", "2026-10-25T02:00:00")]
    [InlineData("2026-03-29 00:59:59", "2026-03-29T00:59:59")]
    [InlineData("2026-03-29 01:30:00", "2026-03-29T01:30:00")] // never was: standard time
    [InlineData("2026-03-29 02:00:00", "2026-03-29T01:00:00")]
    [InlineData("2026-10-25T01:30:00+01:00", "2026-10-25T00:30:00")]
    [InlineData("2026-07-24T10:00:01.5Z", "2026-07-24T10:00:01.5")]
    [InlineData("2026/07/24 10:00:01,250 -0500", "2026-07-24T15:00:01.25")]
    [InlineData("2026-06-30T23:59:60Z", "2026-06-30T23:59:59")]
    public void A_local_time_is_placed_by_its_zone(string text, string expected)
    {
        new LogTime(London).TryIso(Encoding.ASCII.GetBytes(text), out var ticks).ShouldBeTrue();
        ticks.ShouldBe(Ticks(expected));
    }

    [Theory]
    [InlineData("Jan 10 09:00:00", "2026-01-10T09:00:00")]
    [InlineData("Jan 11 09:00:00", "2026-01-11T09:00:00")] // a day for clocks and zones
    [InlineData("Jan 12 09:00:00", "2025-01-12T09:00:00")]
    [InlineData("Dec 31 23:59:59", "2025-12-31T23:59:59")]
    [InlineData("Nov  4 09:00:00", "2025-11-04T09:00:00")]
    [InlineData("Nov 24 2024 09:00:00", "2024-11-24T09:00:00")]
    [InlineData("Feb 29 09:00:00", "2024-02-29T09:00:00")] // no later year has the day
    public void A_date_without_a_year_is_the_latest_that_is_not_after_the_log(string text, string expected)
    {
        new LogTime(London).TrySyslog(Encoding.ASCII.GetBytes(text), out var ticks).ShouldBeTrue();
        ticks.ShouldBe(Ticks(expected));
    }

    [Theory]
    [InlineData("03/04/2026 09:00", true, "2026-04-03T08:00:00")]
    [InlineData("03/04/2026 09:00", false, "2026-03-04T09:00:00")]
    [InlineData("03/04/2026 09:00", null, null)]
    [InlineData("24/11/2026, 9:00:01 PM", null, "2026-11-24T21:00:01")]
    [InlineData("24/11/2026 09:00", false, null)]
    [InlineData("12/12/2026 12:00 AM", null, "2026-12-12T00:00:00")]
    [InlineData("10.20.11.5 09:00", true, null)]
    public void Which_number_is_the_day_is_said_or_read_in_one_way_only(string text, bool? dayFirst, string? expected)
    {
        var isRead = new LogTime(London with { DayFirst = dayFirst }).TrySlashed(Encoding.ASCII.GetBytes(text), out var ticks);
        isRead.ShouldBe(expected is not null);
        ticks.ShouldBe(expected is null ? ticks : Ticks(expected));
    }

    [Theory]
    [InlineData("1795510801", "2026-11-24T09:00:01")]
    [InlineData("1795510801.25", "2026-11-24T09:00:01.25")]
    [InlineData("1795510801123", "2026-11-24T09:00:01.123")]
    [InlineData("1795510801123456", "2026-11-24T09:00:01.123456")]
    [InlineData("1795510801123456789", "2026-11-24T09:00:01.1234567")]
    [InlineData("17955108", null)]
    [InlineData("99999999999", null)]
    [InlineData("9999999999999999999999", null)]
    [InlineData("1795510801123.5", null)]
    public void An_epoch_s_unit_is_in_its_length(string text, string? expected)
    {
        LogTime.TryEpoch(Encoding.ASCII.GetBytes(text), out var ticks).ShouldBe(expected is not null);
        ticks.ShouldBe(expected is null ? ticks : Ticks(expected));
    }

    private static long Ticks(string utc) => DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.None).Ticks;
}
