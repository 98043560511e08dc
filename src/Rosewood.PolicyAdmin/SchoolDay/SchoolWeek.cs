using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.SchoolDay;

/// <summary>The sessions of each day of the week in wall-clock time, with breaks taken out.</summary>
internal sealed class SchoolWeek
{
    private static readonly TimeSpan BeforeAndAfter = TimeSpan.FromHours(1);
    private readonly IReadOnlyList<(TimeSpan From, TimeSpan Until)>[] _days = new IReadOnlyList<(TimeSpan, TimeSpan)>[7];

    public SchoolWeek(SchoolDayConfig schoolDay)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var pieces = schoolDay.Sessions
                .Where(s => s.Days.Contains(day))
                .Select(static s => (From: s.From.ToTimeSpan(), Until: s.Until.ToTimeSpan()));
            foreach (var pause in schoolDay.Breaks.Where(b => b.Days.Contains(day)))
            {
                pieces = pieces.SelectMany(p => Without(p, pause.From.ToTimeSpan(), pause.Until.ToTimeSpan()));
            }

            _days[(int)day] = [.. pieces.OrderBy(static p => p.From)];
        }
    }

    public bool HasSchool(DayOfWeek day) => _days[(int)day].Count > 0;

    public IReadOnlyList<(TimeSpan From, TimeSpan Until)> Sessions(DayOfWeek day) => _days[(int)day];

    /// <summary>From an hour before the first session to an hour after the last, within the day.</summary>
    public (TimeSpan From, TimeSpan Until) Open(DayOfWeek day)
    {
        var from = _days[(int)day].Min(static p => p.From) - BeforeAndAfter;
        var until = _days[(int)day].Max(static p => p.Until) + BeforeAndAfter;
        return (from < TimeSpan.Zero ? TimeSpan.Zero : from, until > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : until);
    }

    private static IEnumerable<(TimeSpan From, TimeSpan Until)> Without((TimeSpan From, TimeSpan Until) piece, TimeSpan from, TimeSpan until)
    {
        if (until <= piece.From || from >= piece.Until)
        {
            yield return piece;
            yield break;
        }

        if (piece.From < from)
        {
            yield return (piece.From, from);
        }

        if (until < piece.Until)
        {
            yield return (until, piece.Until);
        }
    }
}
