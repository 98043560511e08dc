using System.Globalization;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Numbers, times and lists as people write them, right for none, one and many.</summary>
internal static class ReportWords
{
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>no visits</c>, <c>1 visit</c>, <c>1,204 visits</c>.</summary>
    public static string Count(long value, string one, string many) => value switch
    {
        0 => "no " + many,
        1 => "1 " + one,
        _ => Number(value) + " " + many,
    };

    /// <summary>The verb or word that agrees with a number.</summary>
    public static string Agree(long value, string one, string many) => value == 1 ? one : many;

    public static string LongDay(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string LongMoment(DateTimeOffset moment) => moment.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset moment) => moment.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>How often, such as "once" or "4 times".</summary>
    public static string Times(long value) => value == 1 ? "once" : Number(value) + " times";

    /// <summary>When, from first to last: one moment where both are the same.</summary>
    public static string When(DateTimeOffset first, DateTimeOffset last) => first == last ? "on " + Moment(first) : $"from {Moment(first)} to {Moment(last)}";

    /// <summary>On which days, from first to last.</summary>
    public static string Days(DateTimeOffset first, DateTimeOffset last) => first.Date == last.Date ? "on " + Date(first) : $"from {Date(first)} to {Date(last)}";

    public static string Moment(DateTimeOffset moment) => moment.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An estimate of how long something took, to the minute.</summary>
    public static string About(TimeSpan time)
    {
        var minutes = (long)Math.Round(time.TotalMinutes, MidpointRounding.AwayFromZero);
        return minutes switch
        {
            < 1 => "under 1 min",
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            _ when minutes % 60 == 0 => $"{Number(minutes / 60)} h",
            _ => string.Create(CultureInfo.InvariantCulture, $"{Number(minutes / 60)} h {minutes % 60} min"),
        };
    }

    /// <summary><c>about 42 min in all</c>, <c>under 1 min in all</c>.</summary>
    public static string InAll(TimeSpan time) => (time.TotalMinutes < 0.5 ? "" : "about ") + About(time) + " in all";

    /// <summary>How long something has waited, in whole days.</summary>
    public static string Waited(TimeSpan time) => time.TotalDays < 1 ? "less than a day" : Count((long)time.TotalDays, "day", "days");

    /// <summary><c>A</c>, <c>A and B</c>, <c>A, B and C</c>; after <paramref name="most"/> the rest is counted.</summary>
    public static string List(IReadOnlyCollection<string> items, int most = 6)
    {
        var shown = items.Take(most).ToList();
        if (items.Count > most)
        {
            shown.Add(Number(items.Count - most) + " more");
        }

        return shown.Count switch
        {
            0 => "",
            1 => shown[0],
            _ => string.Join(", ", shown.Take(shown.Count - 1)) + " and " + shown[^1],
        };
    }

    /// <summary>The text with a capital letter at its start.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
