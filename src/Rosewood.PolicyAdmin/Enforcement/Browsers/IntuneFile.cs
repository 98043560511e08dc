using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>
/// A custom configuration profile for Graph's <c>deviceManagement/deviceConfigurations</c>: one OMA-URI setting for each policy of the
/// browser's ingested administrative template.
/// </summary>
internal static class IntuneFile
{
    private const string ProfileType = "#microsoft.graph.windows10CustomConfiguration";
    private const string SettingType = "#microsoft.graph.omaSettingString";

    /// <summary>The profile's name in the tenant.</summary>
    public static string NameOf(EnforcementTargetConfig target) => $"Social media policy: {PlainText.Shorten(PlainText.Clean(target.Name))}";

    public static byte[] Write(EnforcementTargetConfig target, JsonObject policy)
    {
        var scope = target.People.Count > 0 ? "./User" : "./Device";
        var settings = IntuneSetting.Of(target.Format)
            .Where(s => s.Find(policy) is not null)
            .Select(s => (JsonNode)new JsonObject
            {
                ["@odata.type"] = SettingType,
                ["displayName"] = s.DisplayName,
                ["omaUri"] = $"{scope}{s.Path}",
                ["value"] = s.ValueOf(s.Find(policy)!),
            });
        return LinuxFile.Text(new JsonObject
        {
            ["@odata.type"] = ProfileType,
            ["displayName"] = NameOf(target),
            ["description"] = "Written by Publish-SocialMediaBlock.",
            ["omaSettings"] = new JsonArray([.. settings]),
        });
    }

    /// <exception cref="FormatException">It is no such profile.</exception>
    public static JsonObject Read(EnforcementTargetConfig target, ReadOnlySpan<byte> content)
    {
        var profile = LinuxFile.ParseStrict(content);
        if (Text(profile, "@odata.type") is not ProfileType || Text(profile, "displayName") is null || profile["omaSettings"] is not JsonArray { Count: > 0 } settings)
        {
            throw new FormatException("it is no custom configuration profile");
        }

        var scope = target.People.Count > 0 ? "./User" : "./Device";
        var policy = new JsonObject();
        foreach (var item in settings)
        {
            if (item is not JsonObject setting || Text(setting, "@odata.type") is not SettingType || Text(setting, "displayName") is null || Text(setting, "omaUri") is not { } uri || Text(setting, "value") is not { } value)
            {
                throw new FormatException("a setting is no text setting");
            }

            var known = IntuneSetting.Of(target.Format).FirstOrDefault(s => string.Equals(scope + s.Path, uri, StringComparison.Ordinal)) ?? throw new FormatException($"{PlainText.Shorten(uri)} is none of the policies that are set");
            known.Put(policy, Parse(known, value));
        }

        return policy;
    }

    private static JsonNode Parse(IntuneSetting setting, string value)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader($"<value>{value}</value>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return setting.Parse(XElement.Load(reader));
        }
        catch (XmlException e)
        {
            throw new FormatException($"{setting.DisplayName}: {e.Message}", e);
        }
    }

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
