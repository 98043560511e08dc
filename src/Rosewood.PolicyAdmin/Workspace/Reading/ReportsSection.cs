using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Who gets reports, and when.</summary>
internal static class ReportsSection
{
    private static readonly ConfigValue<ReportRecipientsConfig> Recipients = ConfigObject.Of(static o => new ReportRecipientsConfig(
        o.Required("audience", ConfigValues.Word<ReportRecipientGroup>()),
        o.Texts("addresses", ConfigValues.Mail, least: 1)));

    private static readonly ConfigValue<ReportRouteConfig> Route = ConfigObject.Of(static o => new ReportRouteConfig(
        o.Required("about", ConfigValues.Word<Role>()),
        o.Texts("to", ConfigValues.Mail, least: 1),
        o.Optional("instead", ConfigValues.Boolean, fallback: false)));

    private static readonly ConfigValue<ReportScheduleConfig> Schedule = ConfigObject.Of(static o => new ReportScheduleConfig(
        o.Required("period", ConfigValues.Word<ReportSchedulePeriod>()),
        o.Required("audience", ConfigValues.Word<ReportRecipientGroup>()),
        o.Optional("day", ConfigValues.Word<DayOfWeek>(), DayOfWeek.Monday),
        o.Optional("at", ConfigValues.Time, new TimeOnly(7, 0))));

    public static readonly ConfigValue<ReportsConfig> Reports = ConfigObject.Of(static o =>
    {
        var recipients = o.Entries("recipients", Recipients, most: 20);
        o.RefuseTwice(recipients, static r => r.Audience.ToString(), "audience");
        var routes = o.Entries("routes", Route, most: 20);
        o.RefuseTwice(routes, static r => r.About.ToString(), "route about");
        var schedule = o.Entries("schedule", Schedule, most: 20);
        o.RefuseTwice(schedule, static s => $"{s.Period} for {s.Audience}", "report");
        return new ReportsConfig
        {
            Alerts = o.Texts("alerts", ConfigValues.Mail),
            Recipients = [.. recipients.Select(static r => r.Value)],
            Routes = [.. routes.Select(static r => r.Value)],
            Schedule = [.. schedule.Select(static s => s.Value)],
        };
    });
}
