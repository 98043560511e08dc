using System.Globalization;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Divides a period by days, weeks or months, so that a year stays readable.</summary>
internal static class VerdictRows
{
    private const int MostDays = 35;
    private const int MostDaysByWeek = 190;

    public static ReportVerdicts Divide(VisitTally tally, ReportPeriod period)
    {
        var step = tally.Days.Count switch
        {
            <= MostDays => ReportStep.Day,
            <= MostDaysByWeek => ReportStep.Week,
            _ => ReportStep.Month,
        };
        var rows = new List<VerdictRow>();
        for (var index = 0; index < tally.Days.Count;)
        {
            var from = period.FirstDay.AddDays(index);
            var next = Math.Min(tally.Days.Count, NextStart(from, step).DayNumber - period.FirstDay.DayNumber);
            var sum = new VerdictTally();
            for (; index < next; index++)
            {
                sum.Add(tally.Days[index]);
            }

            var to = period.FirstDay.AddDays(next - 1);
            rows.Add(new VerdictRow(from, to, Label(from, to, step), sum.ToCounts()));
        }

        return new ReportVerdicts(tally.Total.ToCounts(), step, rows);
    }

    private static DateOnly NextStart(DateOnly day, ReportStep step) => step switch
    {
        ReportStep.Day => day.AddDays(1),
        ReportStep.Week => day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7)),
        _ => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
    };

    private static string Label(DateOnly from, DateOnly to, ReportStep step) => step switch
    {
        ReportStep.Month => from.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        ReportStep.Week when from != to => $"{ReportWords.Day(from)} to {ReportWords.Day(to)}",
        _ => ReportWords.Day(from),
    };
}
