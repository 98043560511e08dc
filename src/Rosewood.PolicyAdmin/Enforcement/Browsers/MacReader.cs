using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>Reads a property list or configuration profile strictly; nothing is fetched for its document type.</summary>
internal static class MacReader
{
    private const string Payload = "Payload";

    /// <exception cref="FormatException">It is none, or not this browser's.</exception>
    public static JsonObject Read(EnforcementTargetConfig target, ReadOnlySpan<byte> content)
    {
        var root = Parse(content);
        if (root is not JsonObject settings)
        {
            throw new FormatException("it holds no dict");
        }

        var isProfile = MacFile.IsProfile(target);
        if (isProfile)
        {
            settings = settings["PayloadType"]?.ToString() is "Configuration" && settings["PayloadContent"] is JsonArray { Count: 1 } payloads && payloads[0] is JsonObject payload
                ? payload
                : throw new FormatException("it is no profile with one payload");
            if (!string.Equals(settings["PayloadType"]?.ToString(), MacFile.DomainOf(target.Format), StringComparison.Ordinal))
            {
                throw new FormatException("its payload is not this browser's");
            }
        }

        var policy = settings.DeepClone().AsObject();
        foreach (var name in policy.Select(p => p.Key).Where(k => isProfile && k.StartsWith(Payload, StringComparison.Ordinal)).ToList())
        {
            policy.Remove(name);
        }

        if (target.Format == EnforcementFormat.Firefox)
        {
            var isOn = policy[MacFile.FirefoxSwitch] is JsonValue value && value.TryGetValue<bool>(out var on) && on;
            policy.Remove(MacFile.FirefoxSwitch);
            return isOn ? policy : throw new FormatException($"{MacFile.FirefoxSwitch} is not true");
        }

        return policy;
    }

    private static JsonNode Parse(ReadOnlySpan<byte> content)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray());
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreWhitespace = true });
            var plist = XDocument.Load(reader).Root;
            return plist is { Name.LocalName: "plist" } && plist.Elements().ToList() is [var value] ? ValueOf(value, depth: 0) : throw new FormatException("it is no property list");
        }
        catch (XmlException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static JsonNode ValueOf(XElement element, int depth)
    {
        const int Deepest = 16;
        return depth > Deepest ? throw new FormatException("it is nested too deeply") : element.Name.LocalName switch
        {
            "true" => true,
            "false" => false,
            "string" => element.Value,
            "integer" => int.TryParse(element.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{element.Value}' is no number"),
            "array" => new JsonArray([.. element.Elements().Select(e => ValueOf(e, depth + 1))]),
            "dict" => Dict(element, depth),
            var name => throw new FormatException($"<{name}> does not belong in a property list of ours"),
        };
    }

    private static JsonObject Dict(XElement element, int depth)
    {
        var result = new JsonObject();
        foreach (var pair in element.Elements().Chunk(2))
        {
            if (pair is not [{ Name.LocalName: "key" } key, var value] || !result.TryAdd(key.Value, ValueOf(value, depth + 1)))
            {
                throw new FormatException("a dict is not made of keys, each once, and values");
            }
        }

        return result;
    }
}
