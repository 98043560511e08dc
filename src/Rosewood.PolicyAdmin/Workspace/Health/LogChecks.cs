using System.Globalization;
using Rosewood.PolicyAdmin.SchoolDay;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>Whether logs come in, and how fresh they are.</summary>
internal static class LogChecks
{
    private const string Name = "Logs";

    public static HealthCheck Freshness(PolicyWorkspace workspace, DateTimeOffset now)
    {
        var visits = workspace.Store.Evidence.Visits();
        var imports = workspace.Store.Audit.Activity().Where(static a => a.Command is "Import-FirewallLog").ToList();
        var newest = Later(visits.LastAt, imports.Count == 0 ? null : imports.Max(static a => a.LastAt));
        if (newest is not { } last)
        {
            return HealthCheck.Bad(Name, "No log has been imported: nothing can be said about use.", "Import-FirewallLog -Path access.log");
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"{visits.Count} visits; the last import or visit was on {TimeZoneInfo.ConvertTime(last, workspace.Zone):yyyy-MM-dd HH:mm}.");
        return OpenTimeSince(workspace, last, now) > workspace.Config.Logs.StaleAfter
            ? HealthCheck.Weak(Name, detail, "Import the logs since then, and let a timer do it: Import-FirewallLog with the same path reads only what is new.")
            : HealthCheck.Good(Name, detail);
    }

    /// <summary>Weekends and holidays make no log stale: only days with school count.</summary>
    private static TimeSpan OpenTimeSince(PolicyWorkspace workspace, DateTimeOffset last, DateTimeOffset now)
    {
        var calendar = new SchoolCalendar(workspace.Config.SchoolDay, workspace.Zone);
        if (workspace.Config.SchoolDay.Terms.Count == 0)
        {
            return now - last;
        }

        var time = TimeSpan.Zero;
        for (var at = last; at < now && time <= workspace.Config.Logs.StaleAfter; at += TimeSpan.FromHours(1))
        {
            var local = TimeZoneInfo.ConvertTime(at, workspace.Zone);
            time += calendar.IsSchoolDay(DateOnly.FromDateTime(local.DateTime)) ? TimeSpan.FromHours(1) : TimeSpan.Zero;
        }

        return time;
    }

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null ? a : a > b ? a : b;
}
