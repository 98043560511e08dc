namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The usual pattern of terms in England, worked out for any year: a first guess for the school to correct.</summary>
internal static class StarterTerms
{
    /// <summary>The school year that a day lies in, by the year of its autumn; from May on also the next, so that the timetable lasts.</summary>
    public static IEnumerable<int> YearsAround(DateOnly today)
    {
        var year = today.Month >= 8 ? today.Year : today.Year - 1;
        return today.Month is >= 5 and < 8 ? [year, year + 1] : [year];
    }

    public static IEnumerable<TermConfig> Terms(int year)
    {
        var easter = Easter(year + 1);
        yield return new TermConfig(Name("Autumn", year), Weekday(new DateOnly(year, 9, 2)), Last(new DateOnly(year, 12, 20), DayOfWeek.Friday));
        yield return new TermConfig(Name("Spring", year + 1), Next(new DateOnly(year + 1, 1, 4), DayOfWeek.Monday), easter.AddDays(-3));
        yield return new TermConfig(Name("Summer", year + 1), easter.AddDays(15), Next(new DateOnly(year + 1, 7, 20), DayOfWeek.Wednesday));
    }

    /// <summary>Half terms and May Day, where they fall into a term: after a late Easter May Day does not.</summary>
    public static IEnumerable<ClosureConfig> Closures(int year) =>
        UsualClosures(year).Where(c => Terms(year).Any(t => t.From <= c.From && c.To <= t.To));

    private static IEnumerable<ClosureConfig> UsualClosures(int year)
    {
        var october = Next(new DateOnly(year, 10, 22), DayOfWeek.Monday);
        var february = Next(new DateOnly(year + 1, 2, 12), DayOfWeek.Monday);
        var may = Last(new DateOnly(year + 1, 5, 31), DayOfWeek.Monday);
        var mayDay = Next(new DateOnly(year + 1, 5, 1), DayOfWeek.Monday);
        yield return new ClosureConfig("Autumn half term", october, october.AddDays(4));
        yield return new ClosureConfig("Spring half term", february, february.AddDays(4));
        yield return new ClosureConfig("May Day", mayDay, mayDay);
        yield return new ClosureConfig("Summer half term", may, may.AddDays(4));
    }

    /// <summary>Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's rule).</summary>
    internal static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static string Name(string season, int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{season} {year}");

    private static DateOnly Next(DateOnly date, DayOfWeek day) => date.AddDays(((int)day - (int)date.DayOfWeek + 7) % 7);

    private static DateOnly Last(DateOnly date, DayOfWeek day) => date.AddDays(-(((int)date.DayOfWeek - (int)day + 7) % 7));

    private static DateOnly Weekday(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Next(date, DayOfWeek.Monday) : date;
}
