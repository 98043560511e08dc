using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.SchoolDay;

/// <summary>
/// When the school is in session (USE-2). All terms are laid out once as intervals in UTC, so that a question is one binary search;
/// wall-clock time decides, also on the days when the clocks change.
/// </summary>
public sealed class SchoolCalendar
{
    private readonly SchoolDayConfig _day;
    private readonly TimeZoneInfo _zone;
    private readonly UtcIntervals _sessions;
    private readonly UtcIntervals _open;

    /// <summary>Lays the terms out.</summary>
    public SchoolCalendar(SchoolDayConfig schoolDay, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(schoolDay);
        ArgumentNullException.ThrowIfNull(zone);
        _day = schoolDay;
        _zone = zone;
        var week = new SchoolWeek(schoolDay);
        var clock = new WallClock(zone, schoolDay.Terms);
        var sessions = new List<(long Begin, long End)>();
        var open = new List<(long Begin, long End)>();
        foreach (var date in SchoolDays(week))
        {
            foreach (var (from, until) in week.Sessions(date.DayOfWeek))
            {
                clock.Add(date, from, until, sessions);
            }

            var (first, last) = week.Open(date.DayOfWeek);
            clock.Add(date, first, last, open);
        }

        _sessions = new UtcIntervals(sessions);
        _open = new UtcIntervals(open);
    }

    /// <summary>Whether the school is in session at an instant. Allocates nothing.</summary>
    public bool InSession(long utcTicks) => _sessions.Contains(utcTicks);

    /// <summary>Whether people are expected in school: on a school day, from an hour before the first session to an hour after the last.</summary>
    public bool IsOpen(long utcTicks) => _open.Contains(utcTicks);

    /// <summary>Whether a day has school: in a term, in no closure, on a weekday with a session.</summary>
    public bool IsSchoolDay(DateOnly date) =>
        TermOf(date) is not null
        && !_day.Closures.Any(c => c.From <= date && date <= c.To)
        && _day.Sessions.Any(s => s.Days.Contains(date.DayOfWeek));

    /// <summary>The begin and end of each session in [from, to), in order, in the school's local time.</summary>
    public IReadOnlyList<DateTimeOffset> Bells(DateTimeOffset from, DateTimeOffset to) =>
        [.. _sessions.Borders(from.UtcTicks, to.UtcTicks).Select(t => TimeZoneInfo.ConvertTime(new DateTimeOffset(t, TimeSpan.Zero), _zone))];

    /// <summary>The last bell at or before an instant; <see cref="long.MinValue"/> when there is none. Allocates nothing.</summary>
    public long BellAtOrBefore(long utcTicks) => _sessions.BorderAtOrBefore(utcTicks);

    /// <summary>The first bell after an instant; <see cref="long.MaxValue"/> when there is none. Allocates nothing.</summary>
    public long BellAfter(long utcTicks) => _sessions.BorderAfter(utcTicks);

    /// <summary>The term that a day lies in, or null.</summary>
    public TermConfig? TermOf(DateOnly date) => _day.Terms.FirstOrDefault(t => t.From <= date && date <= t.To);

    /// <summary>The term that ended last before a day, or null.</summary>
    public TermConfig? LastTermBefore(DateOnly date) => _day.Terms.Where(t => t.To < date).MaxBy(t => t.To);

    private SortedSet<DateOnly> SchoolDays(SchoolWeek week)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var term in _day.Terms)
        {
            for (var date = term.From; date <= term.To; date = date.AddDays(1))
            {
                if (week.HasSchool(date.DayOfWeek))
                {
                    days.Add(date);
                }
            }
        }

        foreach (var closure in _day.Closures)
        {
            days.RemoveWhere(d => closure.From <= d && d <= closure.To);
        }

        return days;
    }
}
