using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Graph.Slices;

namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>How old is what was fetched from the tenant. The tenant itself is not asked: a health report needs no network.</summary>
internal static class TenantChecks
{
    private const string Name = "Tenant records";
    private static readonly TimeSpan Old = TimeSpan.FromDays(7);

    /// <summary>The age of the source that was fetched longest ago.</summary>
    public static HealthCheck Freshness(CommandContext context)
    {
        if (context.Config.Tenant is not { } tenant)
        {
            return HealthCheck.Good(Name, "No tenant is configured.");
        }

        var slices = new TenantSlices(new TenantPaths(context.Workspace.Paths));
        var sources = TenantSources.Of(tenant);
        var fetched = sources.Select(s => (Source: s, At: slices.LastFetch(s))).OrderBy(static f => f.At ?? DateTimeOffset.MinValue).ToList();
        var (source, at) = fetched[0];
        if (at is not { } last)
        {
            return HealthCheck.Weak(Name, $"Never fetched: {string.Join(", ", fetched.Where(static f => f.At is null).Select(static f => f.Source))}.", "Sync-PolicyTenant; or name in tenant.sources what the school reads.");
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"Fetched last on {TimeZoneInfo.ConvertTime(last, context.Workspace.Zone):yyyy-MM-dd HH:mm} ({source}).");
        return context.Now - last > Old
            ? HealthCheck.Weak(Name, detail, "Sync-PolicyTenant, and let a timer do it each day: the service forgets sign-ins after 30 days.")
            : HealthCheck.Good(Name, detail);
    }
}
