using System.Globalization;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;

/// <summary>A file for /etc/cron.d. It runs each day, since cron catches nothing up: the program makes what is due, and nothing twice.</summary>
internal static class CronLine
{
    /// <summary>The file.</summary>
    public static string Write(TimerPlan timer) => string.Create(
        CultureInfo.InvariantCulture,
        $"# {timer.Description}. Each day; what is not due is not made. The machine's own time zone counts.\n{timer.Schedule.At.Minute} {timer.Schedule.At.Hour} * * * {timer.Account} {ScheduleText.Cron(timer.Program)} {string.Join(' ', timer.Arguments.Select(ScheduleText.Cron))}\n");
}
