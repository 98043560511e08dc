namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>When an English school is open, by the usual pattern of three terms with a half term in each.</summary>
internal static class SchoolTerms
{
    public static bool IsSchoolDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Whether the day before was free and a holiday of a week or more ended then.</summary>
    public static bool IsFirstAfterHoliday(DateOnly day) => IsSchoolDay(day) && Enumerable.Range(1, 6).All(i => !IsSchoolDay(day.AddDays(-i)));

    private static bool IsHoliday(DateOnly day) => ((day.Month * 100) + day.Day) switch
    {
        >= 722 and <= 831 => true,
        >= 1024 and <= 1101 => true,
        >= 1219 or <= 103 => true,
        >= 213 and <= 221 => true,
        >= 402 and <= 417 => true,
        >= 525 and <= 531 => true,
        504 => true,
        _ => false,
    };
}
