using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Trends;

/// <summary>Finds what a period is compared with: the one before it, and the terms up to it.</summary>
/// <param name="context">The command's context.</param>
internal sealed class TrendPlanner(CommandContext context)
{
    /// <summary>A school year: more would be read for each report, and says little about today.</summary>
    private const int MostTerms = 3;

    private readonly SchoolCalendar _calendar = new(context.Config.SchoolDay, context.Workspace.Zone);

    /// <summary>The times for a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="until">Its end, or now where it goes on.</param>
    public TrendPlan Plan(ReportPeriod period, DateTimeOffset until)
    {
        var before = ReportPeriods.Before(period, context.Config.SchoolDay, context.Workspace.Zone);
        List<(string Name, DateTimeOffset From, DateTimeOffset Until)> terms =
        [
            .. context.Config.SchoolDay.Terms.Where(t => t.From <= period.LastDay).OrderBy(static t => t.From).TakeLast(MostTerms).Select(t => Term(t, until)).Where(t => t.From < until),
        ];
        return new TrendPlan(
            SchoolDays(period.From, until),
            IsKept(before.From) ? Span((before.Words, before.From, before.Until)) : null,
            [.. terms.Where(t => IsKept(t.From)).Select(Span)])
        {
            NoLongerKept = [.. terms.Where(t => !IsKept(t.From)).Select(static t => t.Name), .. IsKept(before.From) ? [] : new[] { before.Words }],
        };
    }

    /// <summary>Whether no visit from then on is over its time: a time of which retention removed a part would look quieter than it was.</summary>
    private bool IsKept(DateTimeOffset from) => context.Now - from <= context.Config.Retention.Visits;

    private (string Name, DateTimeOffset From, DateTimeOffset Until) Term(TermConfig term, DateTimeOffset until)
    {
        var (from, end) = ReportPeriods.Instants(term.From, term.To, context.Workspace.Zone);
        return end > until ? (term.Name + ", so far", from, until) : (term.Name, from, end);
    }

    private TrendSpan Span((string Name, DateTimeOffset From, DateTimeOffset Until) time) =>
        new(time.Name, time.From, time.Until, SchoolDays(time.From, time.Until), CoverageReader.Read(context, time.From, time.Until).Count);

    private int SchoolDays(DateTimeOffset from, DateTimeOffset until)
    {
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(until.AddTicks(-1), context.Workspace.Zone).DateTime);
        var days = 0;
        for (var day = DateOnly.FromDateTime(from.DateTime); day <= last; day = day.AddDays(1))
        {
            days += _calendar.IsSchoolDay(day) ? 1 : 0;
        }

        return days;
    }
}
