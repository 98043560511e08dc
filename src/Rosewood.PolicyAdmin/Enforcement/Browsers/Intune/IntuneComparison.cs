using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Graph.Profiles;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers.Intune;

/// <summary>A browser's profile in the tenant beside what it should hold.</summary>
/// <param name="Wanted">The profile as it should be, for Graph.</param>
/// <param name="Found">As it is; null: there is none.</param>
/// <param name="Differences">What publishing would do, in words; empty: nothing.</param>
internal sealed record IntuneComparison(JsonObject Wanted, IntuneProfile? Found, IReadOnlyList<string> Differences)
{
    /// <summary>Asks the tenant, and compares.</summary>
    public static async Task<IntuneComparison> ReadAsync(IntuneProfiles profiles, TargetWork work, CancellationToken cancellationToken)
    {
        var wanted = LinuxFile.ParseStrict(work.Plan.Entry.Content.Span);
        var found = await profiles.FindAsync(IntuneFile.NameOf(work.Target), cancellationToken).ConfigureAwait(false);
        return new(wanted, found, [.. Compare(SettingsOf(wanted), found)]);
    }

    /// <summary>A profile with the settings that the tenant had, each as it was: of its own type and name.</summary>
    public static JsonObject ProfileOf(JsonObject like, IReadOnlyDictionary<string, IntuneProfileSetting> settings)
    {
        var profile = (JsonObject)like.DeepClone();
        profile["omaSettings"] = new JsonArray([.. settings.OrderBy(static s => s.Key, StringComparer.Ordinal).Select(static s => (JsonNode)s.Value.ToWrite())]);
        return profile;
    }

    private static Dictionary<string, string> SettingsOf(JsonObject profile) =>
        profile["omaSettings"]!.AsArray().ToDictionary(static s => s!["omaUri"]!.GetValue<string>(), static s => s!["value"]!.GetValue<string>(), StringComparer.Ordinal);

    private static IEnumerable<string> Compare(Dictionary<string, string> wanted, IntuneProfile? found)
    {
        if (found is null)
        {
            yield return "make the profile";
            yield break;
        }

        foreach (var (uri, value) in wanted)
        {
            if (!found.Settings.TryGetValue(uri, out var current))
            {
                yield return $"add {NameOf(uri)}";
            }
            else if (!string.Equals(Plain(current.Value), Plain(value), StringComparison.Ordinal))
            {
                yield return $"set {NameOf(uri)} anew";
            }
        }

        foreach (var uri in found.Settings.Keys.Where(u => !wanted.ContainsKey(u)))
        {
            yield return $"take {NameOf(uri)} out";
        }
    }

    /// <summary>A value with one kind of line ends: the service may write them as it likes.</summary>
    private static string Plain(string value) => value.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static string NameOf(string uri) => uri[(uri.LastIndexOf('/') + 1)..];
}
