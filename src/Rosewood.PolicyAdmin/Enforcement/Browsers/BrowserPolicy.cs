using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>
/// The policy as keys and values, the same on every platform: the block, and what would lead past it or past the school's proxy and
/// resolver. Nothing else is set, so that a school's own policies stay its own.
/// </summary>
internal static class BrowserPolicy
{
    /// <summary>Firefox's preference for HTTP/3, which runs over QUIC.</summary>
    public const string Http3 = "network.http.http3.enable";

    /// <summary>The keys under which lists stand.</summary>
    public static IReadOnlyList<string> ListKeys(EnforcementFormat? format) => format == EnforcementFormat.Firefox ? ["WebsiteFilter"] : ["URLBlocklist", "URLAllowlist"];

    /// <summary>A browser's policy.</summary>
    public static JsonObject Of(EnforcementFormat? format, HostRules rules) => format == EnforcementFormat.Firefox ? Firefox(rules) : Chromium(rules);

    /// <summary>What the browser can't express, in sentences.</summary>
    public static IEnumerable<string> Notes(EnforcementFormat? format, HostRules rules)
    {
        var lost = rules.Blocked.Where(r => r.Depth > 1).Select(r => r.Host).ToList();
        if (format == EnforcementFormat.Firefox && lost.Count > 0)
        {
            yield return $"In Firefox an exception counts for all that is under it: these hosts stay open in it: {string.Join(", ", lost)}.";
        }

        if (rules.All.Count > 0)
        {
            yield return "The browser blocks pages and frames, not pictures, scripts and calls in other sites' pages: the proxy or the resolver has to do that.";
        }
    }

    /// <summary>Firefox's match pattern of a host with all under it.</summary>
    public static string PatternOf(string host) => $"*://*.{host}/*";

    private static JsonObject Chromium(HostRules rules)
    {
        // A filter without a dot in front covers what is under the host; of two that fit, the longer host counts.
        var policy = new JsonObject();
        PutList(policy, "URLBlocklist", rules.Blocked.Select(r => r.Host));
        PutList(policy, "URLAllowlist", rules.Open.Select(r => r.Host));
        policy["QuicAllowed"] = false;
        policy["DnsOverHttpsMode"] = "off";
        return policy;
    }

    private static JsonObject Firefox(HostRules rules)
    {
        var policy = new JsonObject();
        if (rules.All.Count > 0)
        {
            var filter = new JsonObject();
            PutList(filter, "Block", rules.Blocked.Where(r => r.Depth == 0).Select(r => PatternOf(r.Host)));
            PutList(filter, "Exceptions", rules.Open.Where(r => r.Depth == 1).Select(r => PatternOf(r.Host)));
            policy["WebsiteFilter"] = filter;
        }

        policy["DNSOverHTTPS"] = new JsonObject { ["Enabled"] = false, ["Locked"] = true };
        policy["Preferences"] = new JsonObject { [Http3] = new JsonObject { ["Value"] = false, ["Status"] = "locked" } };
        return policy;
    }

    /// <summary>An empty list is left out: not every platform has a form for one.</summary>
    private static void PutList(JsonObject policy, string name, IEnumerable<string> values)
    {
        var list = new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
        if (list.Count > 0)
        {
            policy[name] = list;
        }
    }
}
