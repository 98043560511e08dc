using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Browsers;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Browsers;

/// <summary>Facts and plans for tests of browser policy.</summary>
internal static class BrowserSchool
{
    public static readonly EnforcementFormat[] Browsers = [EnforcementFormat.Chrome, EnforcementFormat.Chromium, EnforcementFormat.Edge, EnforcementFormat.Firefox];

    /// <summary>The same facts with another catalogue.</summary>
    public static EnforcementFacts With(this EnforcementFacts facts, ServiceCatalogue catalogue) => new(
        new AccessState(facts.Access.People, facts.Access.Ledger, catalogue, facts.Access.Calendar, facts.Zone, standingAuthorisation: true),
        facts.Inventory,
        facts.Devices,
        facts.Config,
        facts.Zone,
        facts.At,
        facts.Paths);

    /// <summary>A service of the school's own.</summary>
    public static SocialMediaService Service(string name, bool named, params ServiceHost[] hosts) =>
        new(name, ServiceKind.Other, hosts, named, [], new DateOnly(2026, 9, 1), ServiceSource.School);

    public static EnforcementTargetConfig Target(EnforcementFormat format, BrowserPlatform platform = BrowserPlatform.Linux, string name = "browsers", params string[] people) =>
        new(name, EnforcementTargetKind.Browser) { Format = format, Platform = platform, People = people };

    /// <summary>Plans a target, has it checked, and reads what a browser would find.</summary>
    public static async Task<(TargetPlan Plan, JsonObject Policy)> ReadAsync(EnforcementTargetConfig target, EnforcementFacts facts, bool force = false)
    {
        var plan = new BrowserDriver().Plan(target, facts, force);
        var staged = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(staged, plan.Entry.Content.ToArray());
            await new BrowserDriver().CheckAsync(target, plan, staged, CancellationToken.None);
        }
        finally
        {
            File.Delete(staged);
        }

        return (plan, PolicyForms.Read(target, plan.Entry.Content.Span));
    }

    /// <summary>The hosts of a list in a policy; for Firefox without the pattern around them.</summary>
    public static IReadOnlyList<string> Hosts(JsonObject policy, bool blocked)
    {
        var filter = policy["WebsiteFilter"] as JsonObject;
        var list = filter is not null ? filter[blocked ? "Block" : "Exceptions"] : policy[blocked ? "URLBlocklist" : "URLAllowlist"];
        return [.. (list as JsonArray ?? []).Select(e => e!.GetValue<string>().Replace("*://*.", "", StringComparison.Ordinal).Replace("/*", "", StringComparison.Ordinal))];
    }

    /// <summary>What the browser does with a host: Chrome takes the longest filter that fits, Firefox any exception.</summary>
    public static bool Blocks(JsonObject policy, string host)
    {
        var above = HostName.Parents(host).Prepend(host).ToList();
        var blocked = Hosts(policy, blocked: true).ToHashSet(StringComparer.Ordinal);
        var open = Hosts(policy, blocked: false).ToHashSet(StringComparer.Ordinal);
        var isFirefox = policy.ContainsKey("DNSOverHTTPS");
        return isFirefox
            ? above.Intersect(blocked, StringComparer.Ordinal).Any() && !above.Intersect(open, StringComparer.Ordinal).Any()
            : above.FirstOrDefault(h => blocked.Contains(h) || open.Contains(h)) is { } longest && !open.Contains(longest);
    }
}
