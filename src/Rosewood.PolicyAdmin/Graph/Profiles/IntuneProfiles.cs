using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Authentication;
using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Graph.Profiles;

/// <summary>
/// Intune's custom configuration profiles through Graph (<c>deviceManagement/deviceConfigurations</c>, v1.0). The service hides the values of
/// text settings behind a reference; each is asked for by <c>getOmaSettingPlainTextValue</c>.
/// </summary>
internal sealed class IntuneProfiles : IDisposable
{
    private const string Root = "deviceManagement/deviceConfigurations";
    private readonly TenantSession _session;

    private IntuneProfiles(TenantSession session) => _session = session;

    private GraphConnection Connection => _session.Connection;

    /// <summary>Signs in.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="sink">Where the code for a person goes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FaultException">No tenant in the configuration, or the sign-in fails.</exception>
    public static Task<IntuneProfiles> OpenAsync(CommandContext context, ICommandSink sink, CancellationToken cancellationToken) =>
        TenantSession.OpenSignedInAsync(context, sink, static session => new IntuneProfiles(session), cancellationToken);

    /// <summary>The profile of a name; null: there is none.</summary>
    /// <exception cref="FaultException">Two have the name; or no permission, no licence.</exception>
    public async Task<IntuneProfile?> FindAsync(string name, CancellationToken cancellationToken)
    {
        // A filter that the service does not know is ignored in silence: all are read, and compared here.
        var ids = new List<string>();
        await new GraphList(Connection).ReadAsync(
            GraphOperation.BrowserProfiles,
            Connection.V1,
            () => Connection.Raw("v1.0", Root + "?$select=id,displayName"),
            ids.Clear,
            record =>
            {
                if (string.Equals(JsonText.Of(record, "displayName"), name, StringComparison.Ordinal) && JsonText.Of(record, "id") is { Length: > 0 } id && !ids.Contains(id, StringComparer.OrdinalIgnoreCase))
                {
                    ids.Add(id);
                }
            },
            cancellationToken);
        return ids switch
        {
            [] => null,
            [var one] => await ReadAsync(one, cancellationToken),
            _ => throw ProfileFaults.Ambiguous(name, ids.Count).ToException(),
        };
    }

    /// <summary>Makes a profile, assigned to nobody.</summary>
    public Task CreateAsync(JsonObject profile, CancellationToken cancellationToken) => SendAsync(Method.POST, Root, profile, cancellationToken);

    /// <summary>Gives a profile other settings, all of them.</summary>
    public Task UpdateAsync(string id, JsonObject profile, CancellationToken cancellationToken) => SendAsync(Method.PATCH, $"{Root}/{id}", profile, cancellationToken);

    /// <summary>Takes a profile away; one that is gone stays gone.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(Method.DELETE, $"{Root}/{id}", body: null, cancellationToken);
        }
        catch (FaultException e) when (e.InnerException is GraphRefusedException { Status: 404 })
        {
            // Gone.
        }
    }

    /// <summary>Whether a profile is assigned to anybody. An exclusion alone takes away from nothing.</summary>
    public async Task<bool> IsAssignedAsync(string id, CancellationToken cancellationToken)
    {
        var count = 0;
        await new GraphList(Connection).ReadAsync(GraphOperation.BrowserProfiles, Connection.V1, () => Connection.Raw("v1.0", $"{Root}/{id}/assignments"), () => count = 0, a => count += IsInclusion(a) ? 1 : 0, cancellationToken);
        return count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private async Task<IntuneProfile> ReadAsync(string id, CancellationToken cancellationToken)
    {
        using var profile = await GetAsync($"{Root}/{id}", cancellationToken);
        var settings = new Dictionary<string, IntuneProfileSetting>(StringComparer.Ordinal);
        if (profile.RootElement.TryGetProperty("omaSettings", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var setting in list.EnumerateArray().Where(static s => s.ValueKind == JsonValueKind.Object))
            {
                settings[JsonText.Of(setting, "omaUri") ?? ""] = new IntuneProfileSetting(JsonObject.Create(setting.Clone())!, await ValueAsync(id, setting, cancellationToken));
            }
        }

        return new IntuneProfile(id, settings);
    }

    private async Task<string> ValueAsync(string id, JsonElement setting, CancellationToken cancellationToken)
    {
        if (JsonText.Of(setting, "secretReferenceValueId") is not { Length: > 0 } reference)
        {
            return setting.TryGetProperty("value", out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText() : "";
        }

        using var plain = await GetAsync($"{Root}/{id}/getOmaSettingPlainTextValue(secretReferenceValueId='{Uri.EscapeDataString(reference)}')", cancellationToken);
        return JsonText.Of(plain.RootElement, "value") ?? "";
    }

    private static bool IsInclusion(JsonElement assignment) =>
        !(assignment.TryGetProperty("target", out var target) && JsonText.Of(target, "@odata.type") is "#microsoft.graph.exclusionGroupAssignmentTarget");

    private async Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await Connection.SendAsync(GraphOperation.BrowserProfiles, Connection.V1, Connection.Raw("v1.0", path), cancellationToken);
            return await JsonDocument.ParseAsync(body, default, cancellationToken);
        }
        catch (GraphRefusedException e)
        {
            throw Refused(e).ToException(e);
        }
        catch (JsonException e)
        {
            throw GraphFaults.AnswerBroken(GraphOperation.BrowserProfiles).ToException(e);
        }
    }

    private async Task SendAsync(Method method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        var request = Connection.Raw("v1.0", path);
        request.HttpMethod = method;
        if (body is not null)
        {
            request.SetStreamContent(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body)), "application/json");
        }

        try
        {
            await using var answer = await Connection.SendAsync(GraphOperation.BrowserProfiles, Connection.V1, request, cancellationToken);
        }
        catch (GraphRefusedException e)
        {
            throw Refused(e).ToException(e);
        }
    }

    private static Fault Refused(GraphRefusedException e) =>
        GraphFaults.IsLicence(e.Code, e.Message) ? GraphFaults.LicenceMissing(GraphOperation.BrowserProfiles) : GraphFaults.Refused(GraphOperation.BrowserProfiles, e);
}
