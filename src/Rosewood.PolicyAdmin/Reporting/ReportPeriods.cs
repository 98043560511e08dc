using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Works out the time that a report is about, in the school's zone.</summary>
internal static class ReportPeriods
{
    private const int MostDays = 3 * 366;

    /// <summary>The period that a request means.</summary>
    /// <exception cref="FaultException">It is empty, not begun, too long, or there was no such term.</exception>
    public static ReportPeriod Resolve(NewPolicyComplianceReport request, DateTimeOffset now, TimeZoneInfo zone, SchoolCalendar calendar)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return request.EffectivePeriod switch
        {
            ReportPeriodKind.LastWeek => LastWeek(today, zone),
            ReportPeriodKind.LastMonth => LastMonth(today, zone),
            ReportPeriodKind.LastTerm => LastTerm(today, zone, calendar),
            _ => Custom(request, now, zone),
        };
    }

    /// <summary>
    /// What a period is compared with: the month before a month, the term before a term, else as many days before it. A period of hours is
    /// compared with the same length of time before.
    /// </summary>
    public static ReportPeriod Before(ReportPeriod period, SchoolDayConfig schoolDay, TimeZoneInfo zone)
    {
        var (first, last) = (period.FirstDay, period.LastDay);
        if (period.From.TimeOfDay != TimeSpan.Zero || period.Until.TimeOfDay != TimeSpan.Zero)
        {
            return new ReportPeriod("the time before", TimeZoneInfo.ConvertTime(period.From - (period.Until - period.From), zone), period.From);
        }

        if (first.Day == 1 && last == first.AddMonths(1).AddDays(-1))
        {
            return Days("the month before", first.AddMonths(-1), first.AddDays(-1), zone);
        }

        if (schoolDay.Terms.Any(t => t.From == first && t.To == last) && schoolDay.Terms.Where(t => t.To < first).MaxBy(static t => t.To) is { } term)
        {
            return Days($"the term before, {term.Name}", term.From, term.To, zone);
        }

        return Days("the time before", first.AddDays(first.DayNumber - last.DayNumber - 1), first.AddDays(-1), zone);
    }

    /// <summary>The instants at which days begin and end, in the school's local time.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) Instants(DateOnly first, DateOnly last, TimeZoneInfo zone) =>
        (Input(first).ToStart(zone), Input(last).ToEnd(zone));

    private static ReportPeriod LastWeek(DateOnly today, TimeZoneInfo zone)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return Days("the last whole week", monday.AddDays(-7), monday.AddDays(-1), zone);
    }

    private static ReportPeriod LastMonth(DateOnly today, TimeZoneInfo zone)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return Days("the last whole month", first.AddMonths(-1), first.AddDays(-1), zone);
    }

    private static ReportPeriod LastTerm(DateOnly today, TimeZoneInfo zone, SchoolCalendar calendar)
    {
        var term = calendar.LastTermBefore(today) ?? throw new Fault(
            "ReportNoTerm",
            FaultKind.NotFound,
            "LastTerm",
            "No term in policy.json is over yet. Add the last term under schoolDay.terms, or name the time with -From and -To.").ToException();
        return Days($"the last term, {term.Name}", term.From, term.To, zone);
    }

    private static ReportPeriod Custom(NewPolicyComplianceReport request, DateTimeOffset now, TimeZoneInfo zone)
    {
        var from = TimeZoneInfo.ConvertTime(request.From!.Value.ToStart(zone), zone);
        var until = TimeZoneInfo.ConvertTime(request.To!.Value.ToEnd(zone), zone);
        var target = $"{request.From} to {request.To}";
        if (until <= from)
        {
            throw Invalid("ReportPeriodEmpty", target, "-To is not after -From. Give the earlier time first.");
        }

        if (from >= now)
        {
            throw Invalid("ReportPeriodNotBegun", target, "The period has not begun, so there is nothing to report. Give a -From in the past.");
        }

        if ((until - from).TotalDays > MostDays)
        {
            throw Invalid("ReportPeriodTooLong", target, "A report covers three years at most. Make one for each year.");
        }

        return new ReportPeriod("the chosen period", from, until);
    }

    private static ReportPeriod Days(string name, DateOnly first, DateOnly last, TimeZoneInfo zone) =>
        new(name, Input(first).ToStart(zone), Input(last).ToEnd(zone));

    private static TimeInput Input(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static FaultException Invalid(string id, string target, string message) =>
        new Fault(id, FaultKind.InvalidArgument, target, message).ToException();
}
