using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Browsers;

/// <summary>
/// What a browser would find behind each platform's file, as one JSON object in the form of Linux. Read by the platforms' published
/// rules and by nothing of the product's own.
/// </summary>
internal static class PolicyForms
{
    public static JsonObject Read(EnforcementTargetConfig target, ReadOnlySpan<byte> file) => target.Platform switch
    {
        BrowserPlatform.Windows => Registry(target, file),
        BrowserPlatform.Intune => Intune(target, file),
        BrowserPlatform.Mac => Mac(target, file),
        _ => Linux(target, file),
    };

    private static bool IsFirefox(EnforcementTargetConfig target) => target.Format == EnforcementFormat.Firefox;

    private static JsonObject Linux(EnforcementTargetConfig target, ReadOnlySpan<byte> file)
    {
        var root = JsonNode.Parse(file)!.AsObject();
        return IsFirefox(target) ? root["policies"]!.AsObject() : root;
    }

    /// <summary>Imports a .reg file into a registry that holds an older, longer list already, and reads the browser's key.</summary>
    private static JsonObject Registry(EnforcementTargetConfig target, ReadOnlySpan<byte> file)
    {
        file[..2].ToArray().ShouldBe([0xFF, 0xFE]);
        var hive = target.People.Count > 0 ? "HKEY_CURRENT_USER" : "HKEY_LOCAL_MACHINE";
        var root = $@"{hive}\SOFTWARE\Policies\" + target.Format switch { EnforcementFormat.Chrome => @"Google\Chrome", EnforcementFormat.Edge => @"Microsoft\Edge", EnforcementFormat.Firefox => @"Mozilla\Firefox", _ => "Chromium" };
        var keys = new Dictionary<string, SortedDictionary<string, JsonNode>>(StringComparer.OrdinalIgnoreCase);
        foreach (var old in IsFirefox(target) ? (string[])[@"WebsiteFilter\Block", @"WebsiteFilter\Exceptions"] : ["URLBlocklist", "URLAllowlist"])
        {
            keys[$@"{root}\{old}"] = new(StringComparer.OrdinalIgnoreCase) { ["1"] = "old.example", ["999"] = "older.example" };
        }

        var lines = Encoding.Unicode.GetString(file[2..]).Split("\r\n");
        lines[0].ShouldBe("Windows Registry Editor Version 5.00");
        lines[^1].ShouldBeEmpty();
        SortedDictionary<string, JsonNode>? key = null;
        foreach (var line in lines.Skip(1).Where(l => l.Length > 0))
        {
            line.ShouldNotContain("\n");
            if (line.StartsWith("[-", StringComparison.Ordinal))
            {
                line.ShouldEndWith("]");
                foreach (var gone in keys.Keys.Where(k => k.Equals(line[2..^1], StringComparison.OrdinalIgnoreCase) || k.StartsWith(line[2..^1] + '\\', StringComparison.OrdinalIgnoreCase)).ToList())
                {
                    keys.Remove(gone);
                }

                key = null;
            }
            else if (line[0] == '[')
            {
                line.ShouldEndWith("]");
                keys.TryAdd(line[1..^1], new(StringComparer.OrdinalIgnoreCase));
                key = keys[line[1..^1]];
            }
            else
            {
                var value = Regex.Match(line, """^"((?:[^"\\]|\\.)*)"=(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-f]{8})|hex\(7\):([0-9a-f]{2}(?:,[0-9a-f]{2})*))$""");
                value.Success.ShouldBeTrue(line);
                key.ShouldNotBeNull()[Unescape(value.Groups[1].Value)] = value.Groups[3].Success ? (JsonNode)(int.Parse(value.Groups[3].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) == 1)
                    : value.Groups[4].Success ? JsonNode.Parse(Encoding.Unicode.GetString(Convert.FromHexString(value.Groups[4].Value.Replace(",", "", StringComparison.Ordinal))).Split('\0')[0])!
                    : Unescape(value.Groups[2].Value);
            }
        }

        keys.Keys.ShouldAllBe(k => k.Equals(root, StringComparison.OrdinalIgnoreCase) || k.StartsWith(root + '\\', StringComparison.OrdinalIgnoreCase));
        return Key(root, keys);
    }

    private static JsonObject Key(string path, Dictionary<string, SortedDictionary<string, JsonNode>> keys)
    {
        var result = new JsonObject(keys.GetValueOrDefault(path, []).Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));
        foreach (var child in keys.Keys.Where(k => k.StartsWith(path + '\\', StringComparison.OrdinalIgnoreCase)).Select(k => k[(path.Length + 1)..].Split('\\')[0]).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var below = Key($@"{path}\{child}", keys);
            var isList = below.Count > 0 && below.All(v => int.TryParse(v.Key, out _));
            result[child] = isList ? new JsonArray([.. below.OrderBy(v => int.Parse(v.Key, CultureInfo.InvariantCulture)).Select(v => v.Value!.DeepClone())]) : below;
        }

        return result;
    }

    private static string Unescape(string text) => Regex.Replace(text, @"\\(.)", "$1");

    /// <summary>Each setting's value as the policy service takes it: XML without a root, lists as number and entry, kept apart by U+F000.</summary>
    private static JsonObject Intune(EnforcementTargetConfig target, ReadOnlySpan<byte> file)
    {
        var profile = JsonNode.Parse(file)!.AsObject();
        profile["@odata.type"]!.GetValue<string>().ShouldBe("#microsoft.graph.windows10CustomConfiguration");
        var policy = new JsonObject();
        foreach (var setting in profile["omaSettings"]!.AsArray().Select(s => s!.AsObject()))
        {
            setting["@odata.type"]!.GetValue<string>().ShouldBe("#microsoft.graph.omaSettingString");
            var uri = setting["omaUri"]!.GetValue<string>();
            var value = XElement.Parse($"<x>{setting["value"]!.GetValue<string>()}</x>").Elements().ToList();
            var parts = Regex.Match(uri, "^(./Device|./User)/Vendor/MSFT/Policy/Config/([A-Za-z]+)~Policy~([a-z_]+)(~DNSOverHTTPS)?/([A-Za-z_]+)$");
            parts.Success.ShouldBeTrue(uri);
            parts.Groups[1].Value.ShouldBe(target.People.Count > 0 ? "./User" : "./Device");
            $"{parts.Groups[2]} {parts.Groups[3]}".ShouldBe(target.Format switch { EnforcementFormat.Chrome => "Chrome googlechrome", EnforcementFormat.Edge => "Edge microsoft_edge", EnforcementFormat.Firefox => "Firefox firefox", _ => "Chromium chromium" });
            var name = parts.Groups[5].Value;
            var data = value.Count > 1 ? value[1].Attribute("value")!.Value : null;
            var id = value.Count > 1 ? value[1].Attribute("id")!.Value : null;
            JsonNode content = value[0].Name.LocalName is "disabled" ? false
                : data is null ? true
                : data.Contains('\uF000', StringComparison.Ordinal) ? List(data)
                : data[0] == '{' ? JsonNode.Parse(data)!
                : data;
            switch (name)
            {
                case "B_WebsiteFilter_Block" or "B_WebsiteFilter_Exceptions":
                    id.ShouldBe("WebsiteFilter");
                    Inner(policy, "WebsiteFilter")[name["B_WebsiteFilter_".Length..]] = content;
                    break;
                case "DNSOverHTTPS_Enabled" or "DNSOverHTTPS_Locked":
                    parts.Groups[4].Success.ShouldBeTrue();
                    Inner(policy, "DNSOverHTTPS")[name["DNSOverHTTPS_".Length..]] = content;
                    break;
                case "PreferencesOneLine":
                    id.ShouldBe("JSONOneLine");
                    policy["Preferences"] = content;
                    break;
                case "URLBlocklist" or "URLAllowlist":
                    id.ShouldBe(name + "Desc");
                    policy[name] = content;
                    break;
                default:
                    (id ?? name).ShouldBe(name);
                    policy[name] = content;
                    break;
            }
        }

        return policy;
    }

    private static JsonObject Inner(JsonObject policy, string name)
    {
        policy[name] ??= new JsonObject();
        return policy[name]!.AsObject();
    }

    private static JsonArray List(string data)
    {
        var pairs = data.Split('\uF000').Chunk(2).ToList();
        pairs.Select(p => p[0]).ShouldBe(Enumerable.Range(1, pairs.Count).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        return new JsonArray([.. pairs.Select(p => (JsonNode)p[1])]);
    }

    private static JsonObject Mac(EnforcementTargetConfig target, ReadOnlySpan<byte> file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var profile = Value(XDocument.Load(reader).Root!.Elements().Single()).AsObject();
        profile["PayloadType"]!.GetValue<string>().ShouldBe("Configuration");
        profile["PayloadScope"]!.GetValue<string>().ShouldBe(target.People.Count > 0 ? "User" : "System");
        var settings = profile["PayloadContent"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        settings["PayloadType"]!.GetValue<string>().ShouldBe(target.Format switch { EnforcementFormat.Chrome => "com.google.Chrome", EnforcementFormat.Edge => "com.microsoft.Edge", EnforcementFormat.Firefox => "org.mozilla.firefox", _ => "org.chromium.Chromium" });
        Guid.Parse(settings["PayloadUUID"]!.GetValue<string>()).ShouldNotBe(Guid.Parse(profile["PayloadUUID"]!.GetValue<string>()));
        JsonNode.DeepEquals(settings["PayloadIdentifier"], profile["PayloadIdentifier"]).ShouldBeFalse();
        if (IsFirefox(target))
        {
            settings["EnterprisePoliciesEnabled"]!.GetValue<bool>().ShouldBeTrue();
        }

        return new JsonObject(settings.Where(s => !s.Key.StartsWith("Payload", StringComparison.Ordinal) && s.Key is not "EnterprisePoliciesEnabled").Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone())));
    }

    private static JsonNode Value(XElement element) => element.Name.LocalName switch
    {
        "true" => true,
        "false" => false,
        "integer" => int.Parse(element.Value, CultureInfo.InvariantCulture),
        "string" => element.Value,
        "array" => new JsonArray([.. element.Elements().Select(Value)]),
        "dict" => new JsonObject(element.Elements().Chunk(2).Select(p => KeyValuePair.Create(p[0].Value, (JsonNode?)Value(p[1])))),
        var name => throw new FormatException(name),
    };
}
