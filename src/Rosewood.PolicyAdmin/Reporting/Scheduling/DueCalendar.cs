using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>When a schedule's reports are due: at its time on the first such weekday after the period has ended.</summary>
/// <param name="schoolDay">The terms.</param>
/// <param name="zone">The school's zone.</param>
internal sealed class DueCalendar(SchoolDayConfig schoolDay, TimeZoneInfo zone)
{
    /// <summary>Nothing older is looked for, however long the machine was off.</summary>
    private const int MostDays = 400;

    /// <summary>What became of a period has to be known for as long: a period whose row is gone sooner would be due again.</summary>
    public static TimeSpan Reach { get; } = TimeSpan.FromDays(MostDays + 45);

    /// <summary>The periods that were due between two instants, the oldest first.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="after">Due after this.</param>
    /// <param name="until">Due not later than this.</param>
    public IReadOnlyList<(ReportPeriod Period, DateTimeOffset DueAt)> Between(ScheduleFact schedule, DateTimeOffset after, DateTimeOffset until)
    {
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(until, zone).DateTime);
        var first = last.AddDays(-MostDays);
        return
        [
            .. Spans(schedule.Period, first, last)
                .Select(s => (Period: Period(s.Name, s.From, s.To), DueAt: Due(schedule, s.To)))
                .Where(d => d.DueAt > after && d.DueAt <= until)
                .OrderBy(static d => d.DueAt),
        ];
    }

    /// <summary>When the next one is due; null: no term lies ahead.</summary>
    public DateTimeOffset? Next(ScheduleFact schedule, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var dues = Spans(schedule.Period, today.AddDays(-45), today.AddDays(MostDays)).Select(s => Due(schedule, s.To)).Where(d => d > now).ToList();
        return dues.Count == 0 ? null : dues.Min();
    }

    /// <summary>Periods whose last day lies in a stretch of days.</summary>
    private IEnumerable<(string Name, DateOnly From, DateOnly To)> Spans(ReportSchedulePeriod period, DateOnly first, DateOnly last)
    {
        switch (period)
        {
            case ReportSchedulePeriod.LastWeek:
                for (var sunday = first.AddDays((7 - (int)first.DayOfWeek) % 7); sunday <= last; sunday = sunday.AddDays(7))
                {
                    yield return ("the whole week", sunday.AddDays(-6), sunday);
                }

                break;
            case ReportSchedulePeriod.LastMonth:
                for (var begin = new DateOnly(first.Year, first.Month, 1); begin <= last; begin = begin.AddMonths(1))
                {
                    yield return ("the whole month", begin, begin.AddMonths(1).AddDays(-1));
                }

                break;
            default:
                foreach (var term in schoolDay.Terms.Where(t => t.To >= first && t.To <= last))
                {
                    yield return ($"the term, {term.Name}", term.From, term.To);
                }

                break;
        }
    }

    private ReportPeriod Period(string name, DateOnly from, DateOnly to)
    {
        var (first, until) = ReportPeriods.Instants(from, to, zone);
        return new ReportPeriod(name, first, until);
    }

    private DateTimeOffset Due(ScheduleFact schedule, DateOnly lastDay)
    {
        var day = lastDay.AddDays(1);
        day = day.AddDays(((int)schedule.Day - (int)day.DayOfWeek + 7) % 7);
        var local = day.ToDateTime(schedule.At);

        // At a time that the clocks skip, an hour later.
        return zone.IsInvalidTime(local) ? new DateTimeOffset(local.AddHours(1), zone.GetUtcOffset(local.AddHours(1))) : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
