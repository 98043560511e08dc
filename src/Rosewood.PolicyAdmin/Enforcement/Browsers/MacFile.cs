using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>
/// A configuration profile, which a management service installs; with a path that ends in .plist the browser's settings alone, as services
/// take them for a preference domain.
/// </summary>
internal static class MacFile
{
    /// <summary>What makes Firefox on macOS heed its domain at all.</summary>
    public const string FirefoxSwitch = "EnterprisePoliciesEnabled";

    /// <summary>Whether the settings stand in a profile.</summary>
    public static bool IsProfile(EnforcementTargetConfig target) => target.Path?.EndsWith(".plist", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>The preference domain of a browser.</summary>
    public static string DomainOf(EnforcementFormat? format) => format switch
    {
        EnforcementFormat.Chrome => "com.google.Chrome",
        EnforcementFormat.Edge => "com.microsoft.Edge",
        EnforcementFormat.Firefox => "org.mozilla.firefox",
        _ => "org.chromium.Chromium",
    };

    public static byte[] Write(EnforcementTargetConfig target, JsonObject policy)
    {
        var settings = target.Format == EnforcementFormat.Firefox ? new JsonObject([KeyValuePair.Create(FirefoxSwitch, (JsonNode?)true), .. policy.Select(Detached)]) : policy;
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = PolicyFile.Utf8, Indent = true, NewLineChars = "\n", IndentChars = "  " }))
        {
            writer.WriteDocType("plist", "-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd", subset: null);
            writer.WriteStartElement("plist");
            writer.WriteAttributeString("version", "1.0");
            WriteValue(writer, IsProfile(target) ? Profile(target, settings) : settings);
            writer.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static JsonObject Profile(EnforcementTargetConfig target, JsonObject settings)
    {
        var domain = DomainOf(target.Format);
        var identifier = $"policyadmin.social-media.{TargetPath.SafeName(target.Name)}";
        var payload = Heads(domain, $"{identifier}.{domain}", "Social media policy");
        foreach (var (name, value) in settings.Select(Detached))
        {
            payload[name] = value;
        }

        var profile = Heads("Configuration", identifier, "Social media policy in the browser");
        profile["PayloadScope"] = target.People.Count > 0 ? "User" : "System";
        profile["PayloadContent"] = new JsonArray(payload);
        return profile;
    }

    private static JsonObject Heads(string type, string identifier, string name) => new()
    {
        ["PayloadType"] = type,
        ["PayloadVersion"] = 1,
        ["PayloadIdentifier"] = identifier,

        // The same profile keeps its id, so that a new content replaces the old instead of standing beside it.
        ["PayloadUUID"] = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)).AsSpan(0, 16)).ToString("D").ToUpperInvariant(),
        ["PayloadDisplayName"] = name,
    };

    private static KeyValuePair<string, JsonNode?> Detached(KeyValuePair<string, JsonNode?> entry) => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone());

    private static void WriteValue(XmlWriter writer, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.Object:
                writer.WriteStartElement("dict");
                foreach (var (name, entry) in value.AsObject())
                {
                    writer.WriteElementString("key", name);
                    WriteValue(writer, entry!);
                }

                writer.WriteEndElement();
                break;
            case JsonValueKind.Array:
                writer.WriteStartElement("array");
                foreach (var entry in value.AsArray())
                {
                    WriteValue(writer, entry!);
                }

                writer.WriteEndElement();
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteStartElement(value.GetValue<bool>() ? "true" : "false");
                writer.WriteEndElement();
                break;
            case JsonValueKind.Number:
                writer.WriteElementString("integer", value.ToJsonString());
                break;
            default:
                writer.WriteElementString("string", value.GetValue<string>());
                break;
        }
    }
}
