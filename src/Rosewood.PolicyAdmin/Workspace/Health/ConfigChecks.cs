using System.Globalization;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>What <c>policy.json</c> says, and whether it is enough to go by.</summary>
internal static class ConfigChecks
{
    /// <summary>A timetable that ends sooner than this needs the next year's terms.</summary>
    private const int DaysAhead = 30;

    public static HealthCheck Timetable(PolicyConfig config, DateOnly today)
    {
        const string Name = "Timetable";
        var (terms, sessions) = (config.SchoolDay.Terms, config.SchoolDay.Sessions);
        if (terms.Count == 0 || sessions.Count == 0)
        {
            return HealthCheck.Bad(Name, $"policy.json names no {(terms.Count == 0 ? "terms" : "sessions")}: own devices would count as outside sessions all day.", "Add the school's terms and sessions under schoolDay.");
        }

        var (first, last) = (terms.Min(static t => t.From), terms.Max(static t => t.To));
        if (last < today)
        {
            return HealthCheck.Bad(Name, string.Create(CultureInfo.InvariantCulture, $"The last term in policy.json ended on {last:yyyy-MM-dd}: own devices count as outside sessions since then."), "Add the school's next terms under schoolDay.");
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"{terms.Count} terms from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}, {sessions.Count} sessions.");
        return last.DayNumber - today.DayNumber < DaysAhead
            ? HealthCheck.Weak(Name, detail, "The last term ends soon. Add the next ones under schoolDay.")
            : HealthCheck.Good(Name, detail);
    }

    public static HealthCheck School(PolicyConfig config)
    {
        const string Name = "Mail domains";
        return config.School.MailDomains.Count == 0
            ? HealthCheck.Weak(Name, "policy.json names no mail domain of the school's own.", "Add it under school.mailDomains, so that the school's mail is never taken for private web mail.")
            : HealthCheck.Good(Name, string.Join(", ", config.School.MailDomains));
    }

    public static HealthCheck Networks(PolicyConfig config)
    {
        const string Name = "Networks";
        return config.Networks.Count == 0
            ? HealthCheck.Weak(Name, "policy.json names no networks: every device that is not in the inventory counts as a school device.", "Add the school's networks with their classes under networks.")
            : HealthCheck.Good(Name, $"{config.Networks.Count} networks.");
    }

    public static HealthCheck Targets(PolicyConfig config)
    {
        const string Name = "Block targets";
        var enabled = config.Enforcement.Targets.Count(static t => t.Enabled);
        return enabled == 0
            ? HealthCheck.Weak(Name, "No target is configured: this program audits, and blocks nothing.", "Name the proxy, resolver or browsers under enforcement.targets, or leave blocking to the firewall's own filter.")
            : HealthCheck.Good(Name, string.Create(CultureInfo.InvariantCulture, $"{enabled} of {config.Enforcement.Targets.Count} configured targets are enabled."));
    }

    public static HealthCheck Tenant(PolicyConfig config) => HealthCheck.Good(
        "Tenant",
        config.Tenant is { } tenant ? $"Tenant {tenant.TenantId}, signing in by {tenant.Authentication}." : "None configured; rosters, sign-ins and traces come from files.");
}
