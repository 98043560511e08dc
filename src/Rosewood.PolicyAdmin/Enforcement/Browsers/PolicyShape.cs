using System.Text.Json;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>The keys that a policy of ours may have, with what each takes: the vendors' types, narrowed to the values that are set here.</summary>
internal static class PolicyShape
{
    private static readonly Dictionary<string, Predicate<JsonNode?>> Chromium = new(StringComparer.Ordinal)
    {
        ["URLBlocklist"] = v => IsListOf(v, IsHost),
        ["URLAllowlist"] = v => IsListOf(v, IsHost),
        ["QuicAllowed"] = v => Is(v, JsonValueKind.False),
        ["DnsOverHttpsMode"] = v => Is(v, JsonValueKind.String) && v!.GetValue<string>() is "off",
    };

    private static readonly Dictionary<string, Predicate<JsonNode?>> Firefox = new(StringComparer.Ordinal)
    {
        ["WebsiteFilter"] = v => HasOnly(v, ("Block", b => IsListOf(b, IsPattern)), ("Exceptions", e => IsListOf(e, IsPattern))),
        ["DNSOverHTTPS"] = v => HasOnly(v, ("Enabled", e => Is(e, JsonValueKind.False)), ("Locked", l => Is(l, JsonValueKind.True))),
        ["Preferences"] = v => HasOnly(v, (BrowserPolicy.Http3, p => HasOnly(p, ("Value", f => Is(f, JsonValueKind.False)), ("Status", s => Is(s, JsonValueKind.String) && s!.GetValue<string>() is "locked")))),
    };

    /// <summary>The first key that is unknown, missing or has a value that it does not take, in words; null: all are sound.</summary>
    public static string? FindWrong(EnforcementFormat? format, JsonObject policy)
    {
        var keys = KeysOf(format);
        foreach (var (name, value) in policy)
        {
            if (!keys.TryGetValue(name, out var takes))
            {
                return $"{name} is no policy that is set here";
            }

            if (!takes(value))
            {
                return $"{name} has a value that it does not take";
            }
        }

        return keys.Keys.FirstOrDefault(k => !policy.ContainsKey(k) && !IsOptional(k)) is { } missing ? $"{missing} is missing" : null;
    }

    /// <summary>
    /// The keys in a policy of another hand that writing ours would lose; empty where it is one of ours. Ours always has all settings,
    /// and in Preferences the one.
    /// </summary>
    public static IReadOnlyList<string> Foreign(EnforcementFormat? format, JsonObject policy)
    {
        var keys = KeysOf(format);
        var foreign = policy.Select(p => p.Key).Where(k => !keys.ContainsKey(k)).ToList();
        if (policy["Preferences"] is JsonObject preferences && preferences.Any(p => p.Key is not BrowserPolicy.Http3))
        {
            foreign.Add("Preferences");
        }

        var isWhole = keys.Keys.All(k => policy.ContainsKey(k) || IsOptional(k));
        return foreign.Count > 0 || isWhole ? foreign : [.. policy.Select(p => p.Key)];
    }

    /// <summary>Whether a policy has a key that ours has too, so that the browser takes one of the two.</summary>
    public static bool Overlaps(EnforcementFormat? format, JsonObject policy) => policy.Any(p => KeysOf(format).ContainsKey(p.Key));

    private static Dictionary<string, Predicate<JsonNode?>> KeysOf(EnforcementFormat? format) => format == EnforcementFormat.Firefox ? Firefox : Chromium;

    /// <summary>Lists are left out where nothing is blocked or excepted.</summary>
    private static bool IsOptional(string key) => key is "URLBlocklist" or "URLAllowlist" or "WebsiteFilter";

    private static bool HasOnly(JsonNode? value, params (string Name, Predicate<JsonNode?> Takes)[] keys) =>
        value is JsonObject { Count: > 0 } policy && policy.All(p => Array.Exists(keys, k => string.Equals(k.Name, p.Key, StringComparison.Ordinal) && k.Takes(p.Value)));

    private static bool Is(JsonNode? value, JsonValueKind kind) => value?.GetValueKind() == kind;

    private static bool IsListOf(JsonNode? value, Predicate<string> isEntry) =>
        value is JsonArray { Count: > 0 and <= BrowserHosts.Limit } list && list.All(e => Is(e, JsonValueKind.String) && isEntry(e!.GetValue<string>()));

    private static bool IsHost(string text) => HostName.TryParse(text, out var host) && string.Equals(text, host, StringComparison.Ordinal);

    private static bool IsPattern(string text) =>
        text.Length > 7 && text.StartsWith("*://*.", StringComparison.Ordinal) && text.EndsWith("/*", StringComparison.Ordinal) && IsHost(text[6..^2]);
}
