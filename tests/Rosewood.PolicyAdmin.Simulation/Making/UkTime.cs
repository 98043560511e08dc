namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>The school's wall clock, by the rule of British Summer Time, so that no time zone data is needed.</summary>
internal static class UkTime
{
    public const long Minute = 60_000;

    /// <summary>An instant in milliseconds since 1970 UTC, from minutes after the day's midnight in school time.</summary>
    public static long At(DateOnly day, double minutes) => Midnight(day) + (long)(minutes * Minute);

    /// <summary>The day of an instant, school time.</summary>
    public static DateOnly DayOf(long at) => DateOnly.FromDateTime(Local(at));

    /// <summary>Minutes after midnight, school time.</summary>
    public static double MinuteOf(long at) => Local(at).TimeOfDay.TotalMinutes;

    /// <summary>How far school time is ahead of UTC.</summary>
    public static TimeSpan OffsetAt(long at)
    {
        var utc = DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime;
        return utc >= LastSunday(utc.Year, 3).AddHours(1) && utc < LastSunday(utc.Year, 10).AddHours(1) ? TimeSpan.FromHours(1) : TimeSpan.Zero;
    }

    private static long Midnight(DateOnly day)
    {
        var utc = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
        return utc - (long)OffsetAt(utc + (12 * 60 * Minute)).TotalMilliseconds;
    }

    private static DateTime Local(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime + OffsetAt(at);

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return day.AddDays(-(int)day.DayOfWeek);
    }
}
