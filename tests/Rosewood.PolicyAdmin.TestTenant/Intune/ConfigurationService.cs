using System.Text;
using System.Text.Json.Nodes;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Intune;

/// <summary><c>/deviceManagement/deviceConfigurations</c>: custom Windows configurations with OMA settings.</summary>
internal static class ConfigurationService
{
    private const string Root = "deviceManagement/deviceConfigurations";

    private const string Custom = "#microsoft.graph.windows10CustomConfiguration";

    private static readonly string[] Write = ["DeviceManagementConfiguration.ReadWrite.All"];

    private static readonly string[] Read = ["DeviceManagementConfiguration.Read.All", "DeviceManagementConfiguration.ReadWrite.All"];

    private static readonly string[] Settings = ["#microsoft.graph.omaSettingString", "#microsoft.graph.omaSettingStringXml", "#microsoft.graph.omaSettingInteger", "#microsoft.graph.omaSettingBoolean"];

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", Root, "intune", Read, List),
        new("GET", Root + "/{id}", "intune", Read, Get),
        new("POST", Root, "intune", Write, Post),
        new("PATCH", Root + "/{id}", "intune", Write, Patch),
        new("DELETE", Root + "/{id}", "intune", Write, Delete),
        new("GET", Root + "/{id}/assignments", "intune", Read, Assignments),
        new("GET", Root + "/{id}/{id}", "intune", Write, PlainText),
    ];

    private static GraphReply List(GraphRequest request)
    {
        request.Query.Allow("$select", "$filter", "$top", "$skiptoken");
        return new Listing
        {
            Context = Root,
            Source = () => [.. request.State.Devices.Live.Values.Select(c => new JsonEntity(Hidden(c)))],
            Filter = Filter.From(request.Query, "deviceConfiguration", new Dictionary<string, string>(StringComparer.Ordinal) { ["displayName"] = "eq startswith", ["id"] = "eq" }),
            Selection = Selection.From(request.Query, "deviceConfiguration", ["id", "displayName", "description", "version", "createdDateTime", "lastModifiedDateTime", "omaSettings"]),
            Top = request.Query.Top(1000, 1000),
        }.Page(request);
    }

    private static GraphReply Get(GraphRequest request)
    {
        request.Query.Allow();
        return Answer(request, 200, Find(request));
    }

    private static GraphReply Post(GraphRequest request)
    {
        request.Query.Allow();
        var body = request.JsonBody();
        Check(body);
        if (body["displayName"]?.ToString() is not { Length: > 0 })
        {
            throw Invalid("DisplayName is required.");
        }

        var made = (JsonObject)body.DeepClone();
        made["id"] = MadeId.Of($"configuration {request.State.Devices.Live.Count} {body["displayName"]}");
        made["createdDateTime"] = TimeText.Of(request.Now);
        made["lastModifiedDateTime"] = TimeText.Of(request.Now);
        made["version"] = 1;
        request.State.Devices.Live[made["id"]!.ToString()] = made;
        return Answer(request, 201, made);
    }

    private static GraphReply Patch(GraphRequest request)
    {
        request.Query.Allow();
        var body = request.JsonBody();
        var found = Find(request);
        Check(body);
        foreach (var (name, value) in body)
        {
            found[name] = value?.DeepClone();
        }

        found["lastModifiedDateTime"] = TimeText.Of(request.Now);
        found["version"] = found["version"]!.GetValue<int>() + 1;
        return Answer(request, 200, found);
    }

    private static GraphReply Delete(GraphRequest request)
    {
        request.Query.Allow();
        Find(request);
        request.State.Devices.Live.Remove(request.Ids[0]);
        return GraphReply.Empty(204);
    }

    private static GraphReply Assignments(GraphRequest request)
    {
        request.Query.Allow("$top", "$skiptoken");
        Find(request);
        var targets = request.State.Devices.LiveAssigned.GetValueOrDefault(request.Ids[0]) ?? [];
        return new Listing
        {
            Context = Root + "/assignments",
            Source = () => [.. targets.Select((t, i) => new JsonEntity(new JsonObject { ["id"] = $"{request.Ids[0]}_{i}", ["target"] = new JsonObject { ["@odata.type"] = t } }))],
            Filter = Filter.From(request.Query, "deviceConfigurationAssignment", new Dictionary<string, string>(StringComparer.Ordinal)),
            Selection = Selection.All,
            Top = request.Query.Top(1000, 1000),
        }.Page(request);
    }

    /// <summary>The function that tells a hidden value: the service shows stars instead of every text setting's.</summary>
    private static GraphReply PlainText(GraphRequest request)
    {
        const string Open = "getOmaSettingPlainTextValue(secretReferenceValueId='";
        request.Query.Allow();
        var call = Uri.UnescapeDataString(request.Ids[1]);
        if (!call.StartsWith(Open, StringComparison.Ordinal) || !call.EndsWith("')", StringComparison.Ordinal))
        {
            throw GraphException.NoSegment(call);
        }

        var reference = call[Open.Length..^2];
        var setting = (Find(request)["omaSettings"] as JsonArray ?? []).FirstOrDefault(s => string.Equals(ReferenceOf(request.Ids[0], s!), reference, StringComparison.Ordinal))
            ?? throw new GraphException(404, "ResourceNotFound", "The secret was not found.");
        return GraphReply.Of(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", request.Context("Edm.String"));
            writer.WriteString("value", TextOf(setting));
            writer.WriteEndObject();
        });
    }

    /// <summary>XML is given as the bytes of a file, and told as text.</summary>
    private static string TextOf(JsonNode setting)
    {
        var value = setting["value"]!.ToString();
        return setting["@odata.type"]!.ToString() is "#microsoft.graph.omaSettingStringXml" ? Encoding.UTF8.GetString(Convert.FromBase64String(value)) : value;
    }

    private static string ReferenceOf(string id, JsonNode setting) => MadeId.Of($"secret {id} {setting["omaUri"]} {setting["value"]}");

    /// <summary>As the service shows it.</summary>
    private static JsonObject Hidden(JsonObject configuration)
    {
        var shown = (JsonObject)configuration.DeepClone();
        foreach (var setting in (shown["omaSettings"] as JsonArray ?? []).OfType<JsonObject>().Where(s => s["@odata.type"]!.ToString() is "#microsoft.graph.omaSettingString" or "#microsoft.graph.omaSettingStringXml"))
        {
            setting["secretReferenceValueId"] = ReferenceOf(configuration["id"]!.ToString(), setting);
            setting["isEncrypted"] = true;
            setting["value"] = "****";
        }

        return shown;
    }

    private static JsonObject Find(GraphRequest request)
        => request.State.Devices.Live.GetValueOrDefault(request.Ids[0]) ?? throw new GraphException(404, "ResourceNotFound", $"Resource '{request.Ids[0]}' was not found.");

    /// <summary>The type must be told, since a configuration without one is abstract; the settings must be whole.</summary>
    private static void Check(JsonObject body)
    {
        if (body["@odata.type"]?.ToString() is not Custom)
        {
            throw GraphException.BadRequest("Cannot create an abstract class: '@odata.type' must name a kind of configuration, and this tenant knows only windows10CustomConfiguration.");
        }

        foreach (var setting in body["omaSettings"] as JsonArray ?? [])
        {
            if (!Settings.Contains(setting?["@odata.type"]?.ToString(), StringComparer.Ordinal))
            {
                throw GraphException.BadRequest("An OMA setting's '@odata.type' is missing or unknown.");
            }

            if (setting!["displayName"]?.ToString() is not { Length: > 0 } || setting["omaUri"]?.ToString() is not { } uri || !uri.StartsWith("./", StringComparison.Ordinal) || setting["value"] is null)
            {
                throw Invalid("An OMA setting needs displayName, omaUri ('./…') and value.");
            }
        }
    }

    private static GraphException Invalid(string message) => new(400, "ModelValidationFailure", message);

    private static GraphReply Answer(GraphRequest request, int status, JsonObject configuration) => GraphReply.Of(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", request.Context(Root + "/$entity"));
        new JsonEntity(Hidden(configuration)).Write(writer, Selection.All);
        writer.WriteEndObject();
    });
}
