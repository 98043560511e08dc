using System.Text.Json.Nodes;
using Json.Schema;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Workspace;

/// <summary>The schema that editors check by and the reader that commands go by say the same of a document.</summary>
public sealed class PolicySchemaTests
{
    private static readonly string[] Odd =
    [
        "null", "true", "5", "-1", "1.5", "0.5", "\"\"", "\" \"", "\"x\"", "\"x \"", "\"a\\nb\"", "[]", "{}", "[\"x\"]", "[5]", "{\"x\":1}",
        "\"2026-09-02\"", "\"2026-9-2\"", "\"2026-02-30\"", "\"1999-01-01\"", "\"08:50\"", "\"24:00\"", "\"8:50\"", "\"08:50:00\"",
        "\"28d\"", "\"0d\"", "\"28\"", "\"2.5h\"", "\"99999d\"", "\"PT2H\"", "\"P6Y\"", "\"P1Y2M3DT4H5M6S\"", "\"P\"", "\"PT\"", "\"P1DT\"", "\"PT0S\"", "\"P2W\"", "\"pt2h\"", "\"-P1D\"",
        "\"rosewood.example\"", "\"Rosewood.Example\"", "\"rosewood\"", "\"*.rosewood.example\"", "\"-a.example\"", "\"a..example\"", "\"rosewood.example.\"", "\"10.0.0.1\"",
        "\"head@rosewood.example\"", "\"head@rosewood\"", "\"a b@rosewood.example\"", "\"o'neil+x@rosewood.example\"", "\"a@b@c.example\"",
        "\"10.20.0.0/16\"", "\"10.20.0.0\"", "\"10.20.0.0/33\"", "\"10.20.0.0/016\"", "\"256.0.0.0/8\"", "\"::/0\"", "\"2001:db8::/129\"", "\"fe80::%eth0/64\"",
        "\"School\"", "\"school\"", "\"Teacher\"", "\"Monday\"", "\"Slt\"", "\"Squid\"", "\"Rpz\"", "\"LastWeek\"", "\"Interactive\"", "[\"Monday\"]", "[\"Monday\",\"Monday\"]",
        "\"proxy:3128\"", "\"localhost:3128\"", "\"proxy.example:3128\"", "\"10.0.0.1:53\"", "\"proxy.example:x\"",
        "\"11111111-2222-3333-4444-555555555555\"", "\"{11111111-2222-3333-4444-555555555555}\"", "\"0123456789abcdef0123456789abcdef01234567\"",
        "\"https://graph.example/v1.0\"", "\"ftp://graph.example\"", "\"Europe/London\"", "\"GMT Standard Time\"", "\",\"", "\"\\t\"", "\"ab\"", "\"%ts %ru\"", "\"dd/MM/yyyy HH:mm\"", "[\"a.example\",\"a.example\"]",
    ];

    [Fact]
    public void The_schema_is_embedded_whole_and_closed()
    {
        var root = JsonNode.Parse(StarterConfig.Schema())!;
        root["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        foreach (var (path, node) in Objects(root, "$"))
        {
            node.ContainsKey("description").ShouldBeTrue(path);
            node.ContainsKey("additionalProperties").ShouldBeTrue(path);
            foreach (var (key, property) in node["properties"]?.AsObject() ?? [])
            {
                property!.AsObject().ContainsKey("description").ShouldBeTrue($"{path}.{key}");
            }
        }
    }

    [Theory]
    [InlineData(ConfigDocuments.Least)]
    [InlineData(ConfigDocuments.Full)]
    public void Both_take_good_documents(string json)
    {
        Accepts(json).ShouldBeTrue();
        Should.NotThrow(() => ConfigDocuments.Read(json));
    }

    [Fact]
    public void Every_key_of_the_schema_is_in_the_full_document()
    {
        var full = JsonNode.Parse(ConfigDocuments.Full)!;
        var used = Paths(full).ToHashSet(StringComparer.Ordinal);
        foreach (var path in SchemaPaths(JsonNode.Parse(StarterConfig.Schema())!.AsObject(), "").Where(p => p is not "tenant.certificatePath"))
        {
            used.Contains(path).ShouldBeTrue(path);
        }
    }

    [Fact]
    public void They_agree_on_every_odd_value_at_every_place()
    {
        var disagreements = new List<string>();
        foreach (var path in Places(JsonNode.Parse(ConfigDocuments.Full)!, ""))
        {
            foreach (var value in Odd)
            {
                Compare(ConfigDocuments.OnlyWith(path, value), $"{path} = {value}", disagreements);
            }
        }

        disagreements.ShouldBeEmpty();
    }

    [Fact]
    public void They_agree_on_every_key_left_out_misspelt_or_added()
    {
        var disagreements = new List<string>();
        foreach (var path in Places(JsonNode.Parse(ConfigDocuments.Full)!, "").Where(p => !int.TryParse(p.Split('.')[^1], out _)))
        {
            Compare(ConfigDocuments.OnlyWith(path, null), $"{path} left out", disagreements);
            Compare(ConfigDocuments.OnlyWith(path + "x", "true"), $"{path}x added", disagreements);
        }

        disagreements.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""" "format": "Csv" """, true)]
    [InlineData(""" "format": "PowerShell" """, false)]
    [InlineData(""" "format": "PowerShell", "groupName": "Social media" """, true)]
    [InlineData(""" "format": "EntraId" """, false)]
    [InlineData(""" "format": "EntraId", "timeBound": true """, false)]
    [InlineData(""" "format": "Ldif" """, false)]
    [InlineData(""" "format": "Ldif", "groupName": "Social media" """, false)]
    [InlineData(""" "format": "Ldif", "groupName": "cn=social" """, true)]
    [InlineData(""" "format": "Ldif", "groupName": "CN=Zoë's #1 group\\, all, OU=Groups+l=York,2.5.4.11=x,DC=rosewood" """, true)]
    [InlineData(""" "format": "Ldif", "groupName": "cn=a,ou" """, false)]
    [InlineData(""" "format": "Ldif", "groupName": "cn=a,,ou=b" """, false)]
    [InlineData(""" "format": "Ldif", "groupName": "cn=a\\zz" """, false)]
    public void They_agree_on_what_a_group_needs(string keys, bool isComplete)
    {
        foreach (var id in new[] { "", ", \"groupId\": \"11111111-2222-3333-4444-555555555555\"" })
        {
            var json = ConfigDocuments.OnlyWith("enforcement.targets.4", $$"""{ "name": "group", "kind": "Group"{{(keys.Length == 0 ? "" : ", " + keys)}}{{id}} }""");
            var expected = keys.Contains("Ldif", StringComparison.Ordinal) || keys.Contains("Csv", StringComparison.Ordinal) ? isComplete
                : id.Length > 0 || (isComplete && keys.Length > 0);
            (Accepts(json), FaultOf(json) is null).ShouldBe((expected, expected), json);
        }
    }

    /// <summary>The reader may refuse more (what only a comparison of two values shows), with one of the remedies that say so; never less.</summary>
    private static void Compare(string json, string what, List<string> disagreements)
    {
        var schema = Accepts(json);
        var fault = FaultOf(json);
        if (schema && fault is not null && !IsBeyondSchemas(fault.Message))
        {
            disagreements.Add($"only the reader refuses {what}: {fault.Message}");
        }
        else if (!schema && fault is null)
        {
            disagreements.Add($"only the schema refuses {what}");
        }
    }

    private static bool IsBeyondSchemas(string message) => message.Split('\n')[1..^1].All(static line =>
        new[]
        {
            "lies before the first", "is not after the begin", "begins before", "over a year", "lie in no term", "stands here twice", "stand here twice", "twice",
            "has address bits beyond", "above the longest", "kept for a day at least", "more than once a day", "have to lie below", "has to lie below", "IANA time zone",
            "plain http", "Write a date pattern", "is a role of its own", "Write an IP address", "is no network", "Write host and port",
        }.Any(known => line.Contains(known, StringComparison.Ordinal)));

    private static bool Accepts(string json) =>
        ConfigDocuments.Schema.Evaluate(System.Text.Json.JsonDocument.Parse(json).RootElement, new EvaluationOptions { RequireFormatValidation = true }).IsValid;

    private static Fault? FaultOf(string json)
    {
        try
        {
            ConfigDocuments.Read(json);
            return null;
        }
        catch (FaultException e)
        {
            return e.Fault;
        }
    }

    /// <summary>Every value's path in a document, but what lies below roleNames, whose keys are free.</summary>
    private static IEnumerable<string> Places(JsonNode node, string path)
    {
        var children = node switch
        {
            JsonObject o => o.Select(static p => (p.Key, p.Value)),
            JsonArray a => a.Select(static (v, i) => (Key: i.ToString(System.Globalization.CultureInfo.InvariantCulture), Value: v)),
            _ => [],
        };
        foreach (var (key, value) in children)
        {
            var child = path.Length == 0 ? key : $"{path}.{key}";
            yield return child;
            foreach (var below in Places(value!, child))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<string> Paths(JsonNode node) => Places(node, "").Select(static p => string.Join('.', p.Split('.').Where(static s => !int.TryParse(s, out _))));

    private static IEnumerable<string> SchemaPaths(JsonObject schema, string path)
    {
        foreach (var (key, property) in schema["properties"]?.AsObject() ?? [])
        {
            var child = path.Length == 0 ? key : $"{path}.{key}";
            yield return child;
            var below = property!["items"] as JsonObject ?? property.AsObject();
            foreach (var deeper in SchemaPaths(below, child))
            {
                yield return deeper;
            }
        }
    }

    private static IEnumerable<(string Path, JsonObject Node)> Objects(JsonNode node, string path)
    {
        if (node is JsonObject o)
        {
            if (o["type"] is JsonValue type && type.ToString() is "object")
            {
                yield return (path, o);
            }

            foreach (var below in o.Where(static p => p.Value is not null).SelectMany(p => Objects(p.Value!, $"{path}.{p.Key}")))
            {
                yield return below;
            }
        }
        else if (node is JsonArray a)
        {
            foreach (var below in a.Where(static v => v is not null).SelectMany((v, i) => Objects(v!, $"{path}[{i}]")))
            {
                yield return below;
            }
        }
    }
}
