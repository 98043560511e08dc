using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether logs come in, how fresh they are, and where they have holes.</summary>
internal static class LogChecks
{
    /// <summary>Holes further back have been in a report since.</summary>
    private const int DaysBack = 14;

    /// <summary>The explanations of so many holes are shown; the rest is counted.</summary>
    private const int Shown = 3;

    public static HealthCheck Freshness(CommandContext context)
    {
        const string Name = "Log freshness";
        var lines = context.Store.Evidence.LogLines();
        if (lines.LastAt is not { } last)
        {
            return HealthCheck.Bad(Name, "No log has been imported: nothing can be said about use.", "Import-FirewallLog -Path access.log");
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"The newest imported line is from {TimeZoneInfo.ConvertTime(last, context.Workspace.Zone):yyyy-MM-dd HH:mm}.");
        return SchoolTimeSince(context, last) > context.Config.Logs.StaleAfter
            ? HealthCheck.Weak(Name, detail, "Import the logs since then, and let a timer do it: Import-FirewallLog with the same path reads only what is new.")
            : HealthCheck.Good(Name, detail);
    }

    public static HealthCheck Gaps(CommandContext context)
    {
        const string Name = "Log gaps";
        var from = context.Now.AddDays(-DaysBack);
        var findings = CoverageReader.Read(context, from, context.Now).Where(static f => f.Kind != CoverageKind.NothingImported).ToList();
        if (context.Store.Evidence.LogLines().LastAt is null)
        {
            return HealthCheck.Bad(Name, "Without a log everything is a gap.", "Import-FirewallLog -Path access.log");
        }

        if (findings.Count == 0)
        {
            return HealthCheck.Good(Name, string.Create(CultureInfo.InvariantCulture, $"No hole in the last {DaysBack} days."));
        }

        var shown = string.Join(' ', findings.Select(static f => f.Explanation).Distinct(StringComparer.Ordinal).Take(Shown));
        var detail = string.Create(CultureInfo.InvariantCulture, $"{Holes(findings.Count)} in the last {DaysBack} days. {shown}");
        return HealthCheck.Weak(Name, detail, "Get-FirewallLogCoverage lists them all; import the missing logs where they are kept.");
    }

    /// <summary>Weekends and holidays make no log stale: only days with school count, unless there is no timetable.</summary>
    private static TimeSpan SchoolTimeSince(CommandContext context, DateTimeOffset last)
    {
        var (config, zone) = (context.Config, context.Workspace.Zone);
        if (config.SchoolDay.Terms.Count == 0)
        {
            return context.Now - last;
        }

        var calendar = new SchoolCalendar(config.SchoolDay, zone);
        var time = TimeSpan.Zero;
        for (var at = last; at < context.Now && time <= config.Logs.StaleAfter; at += TimeSpan.FromHours(1))
        {
            var local = TimeZoneInfo.ConvertTime(at, zone);
            time += calendar.IsSchoolDay(DateOnly.FromDateTime(local.DateTime)) ? TimeSpan.FromHours(1) : TimeSpan.Zero;
        }

        return time;
    }

    private static string Holes(int holes) => holes == 1 ? "One hole" : string.Create(CultureInfo.InvariantCulture, $"{holes} holes");
}
