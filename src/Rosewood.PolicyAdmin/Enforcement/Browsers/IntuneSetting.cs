using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>A policy of an administrative template, as an OMA-URI setting.</summary>
/// <param name="Path">The setting's path without the scope: the template's name at its ingestion, its categories, the policy.</param>
/// <param name="Element">The id of the template's element for lists, words and JSON; null for a policy that is on or off.</param>
/// <param name="Keys">Where the value stands in the policy.</param>
internal sealed record IntuneSetting(string Path, string? Element, params string[] Keys)
{
    /// <summary>What keeps apart the names and values of a list: U+F000, for private use, which occurs in no text.</summary>
    private const char Separator = '\uF000';

    /// <summary>The policy's name.</summary>
    public string DisplayName => string.Join(' ', Keys);

    /// <summary>A browser's policies. The lists' names are those under which its documentation ingests the template.</summary>
    public static IReadOnlyList<IntuneSetting> Of(EnforcementFormat? format)
    {
        const string Root = "/Vendor/MSFT/Policy/Config/";
        if (format == EnforcementFormat.Firefox)
        {
            const string Category = $"{Root}Firefox~Policy~firefox";
            return
            [
                new($"{Category}/B_WebsiteFilter_Block", "WebsiteFilter", "WebsiteFilter", "Block"),
                new($"{Category}/B_WebsiteFilter_Exceptions", "WebsiteFilter", "WebsiteFilter", "Exceptions"),
                new($"{Category}~DNSOverHTTPS/DNSOverHTTPS_Enabled", Element: null, "DNSOverHTTPS", "Enabled"),
                new($"{Category}~DNSOverHTTPS/DNSOverHTTPS_Locked", Element: null, "DNSOverHTTPS", "Locked"),
                new($"{Category}/PreferencesOneLine", "JSONOneLine", "Preferences"),
            ];
        }

        var category = Root + format switch
        {
            EnforcementFormat.Chrome => "Chrome~Policy~googlechrome",
            EnforcementFormat.Edge => "Edge~Policy~microsoft_edge",
            _ => "Chromium~Policy~chromium",
        };
        return
        [
            new($"{category}/URLBlocklist", "URLBlocklistDesc", "URLBlocklist"),
            new($"{category}/URLAllowlist", "URLAllowlistDesc", "URLAllowlist"),
            new($"{category}/QuicAllowed", Element: null, "QuicAllowed"),
            new($"{category}/DnsOverHttpsMode", "DnsOverHttpsMode", "DnsOverHttpsMode"),
        ];
    }

    /// <summary>The value in a policy, or null.</summary>
    public JsonNode? Find(JsonObject policy) => Keys.Aggregate((JsonNode?)policy, (node, key) => (node as JsonObject)?[key]);

    /// <summary>Sets the value in a policy.</summary>
    public void Put(JsonObject policy, JsonNode value)
    {
        var place = policy;
        foreach (var key in Keys[..^1])
        {
            place[key] ??= new JsonObject();
            place = place[key]!.AsObject();
        }

        if (!place.TryAdd(Keys[^1], value))
        {
            throw new FormatException($"{DisplayName} is set twice");
        }
    }

    /// <summary>A value as the policy service takes it.</summary>
    public string ValueOf(JsonNode value) => Element is null
        ? value.GetValue<bool>() ? "<enabled/>" : "<disabled/>"
        : $"<enabled/>\n<data id=\"{Element}\" value=\"{Escape(Data(value))}\"/>";

    /// <summary>Back again.</summary>
    /// <param name="xml">The value inside one element.</param>
    /// <exception cref="FormatException">It is no value of this policy.</exception>
    public JsonNode Parse(XElement xml)
    {
        var elements = xml.Elements().ToList();
        if (Element is null)
        {
            return elements is [{ Name.LocalName: "enabled" or "disabled", IsEmpty: true } state] ? state.Name.LocalName is "enabled" : throw Wrong();
        }

        if (elements is not [{ Name.LocalName: "enabled", IsEmpty: true }, { Name.LocalName: "data" } data] || !string.Equals(data.Attribute("id")?.Value, Element, StringComparison.Ordinal) || data.Attribute("value")?.Value is not { Length: > 0 } text)
        {
            throw Wrong();
        }

        if (text[0] == '{')
        {
            return LinuxFile.ParseStrict(PolicyFile.Utf8.GetBytes(text));
        }

        if (!text.Contains(Separator, StringComparison.Ordinal))
        {
            return text;
        }

        var list = new JsonArray();
        foreach (var pair in text.Split(Separator).Chunk(2))
        {
            if (pair is not [var number, { Length: > 0 } entry] || !string.Equals(number, (list.Count + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                throw Wrong();
            }

            list.Add(entry);
        }

        return list;
    }

    private static string Data(JsonNode value) => value switch
    {
        JsonArray list => string.Join(Separator, list.Select((entry, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}{Separator}{entry!.GetValue<string>()}"))),
        JsonObject => value.ToJsonString(),
        _ => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw new ArgumentException("No text.", nameof(value)),
    };

    /// <summary>XML of an attribute; the separator as the entity that Microsoft documents, so that the file stays plain text.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace(Separator.ToString(), "&#xF000;", StringComparison.Ordinal);

    private FormatException Wrong() => new($"{DisplayName} has no value that this policy takes");
}
