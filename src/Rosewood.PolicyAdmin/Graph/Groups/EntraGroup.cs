using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Groups.Entra;
using Rosewood.PolicyAdmin.Graph.Authentication;
using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Graph.Groups;

/// <summary>A group in Entra ID through Graph: its direct members, and their memberships with an end.</summary>
internal sealed class EntraGroup : IDisposable
{
    private const int MostTries = 3;
    private const string Timed = "identityGovernance/privilegedAccess/group/";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly TenantSession _session;
    private readonly Guid _group;
    private readonly TimeProvider _clock;

    private EntraGroup(TenantSession session, Guid group, TimeProvider clock)
    {
        _session = session;
        _group = group;
        _clock = clock;
    }

    /// <summary>What the service last said when it refused an addition or an assignment; null: nothing.</summary>
    public string? LastRefusal { get; private set; }

    private GraphConnection Connection => _session.Connection;

    /// <summary>Signs in.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="sink">Where the code for a person goes.</param>
    /// <param name="group">The group's object id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FaultException">No tenant in the configuration, or the sign-in fails.</exception>
    public static Task<EntraGroup> OpenAsync(CommandContext context, ICommandSink sink, Guid group, CancellationToken cancellationToken) =>
        TenantSession.OpenSignedInAsync(context, sink, session => new EntraGroup(session, group, context.Clock), cancellationToken);

    /// <summary>How the group stands.</summary>
    /// <param name="withEnds">Whether the ends of memberships are asked for too, which needs a permission and a licence of its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FaultException">The service refuses: no such group, no permission, no licence.</exception>
    public async Task<EntraPicture> ReadAsync(bool withEnds, CancellationToken cancellationToken)
    {
        var members = new List<EntraMember>();
        await ListAsync(GraphOperation.GroupMembers, $"groups/{_group}/members?$select=id,userPrincipalName,displayName&$top=999", members.Clear, Take, cancellationToken);
        var ends = new Dictionary<string, DateTimeOffset>(StringComparer.OrdinalIgnoreCase);
        if (withEnds)
        {
            await ListAsync(
                GraphOperation.TimedMembers,
                $"{Timed}assignmentScheduleInstances?$filter=groupId%20eq%20'{_group}'",
                ends.Clear,
                i =>
                {
                    if (Text(i, "accessId") is "member" && i.TryGetProperty("endDateTime", out var end) && end.ValueKind == JsonValueKind.String && end.TryGetDateTimeOffset(out var at))
                    {
                        ends[Text(i, "principalId")] = at.ToUniversalTime();
                    }
                },
                cancellationToken);
        }

        return new(members.DistinctBy(static m => m.Id, StringComparer.OrdinalIgnoreCase).ToList(), ends);

        void Take(JsonElement record)
        {
            // A token that may read groups and no users gets members without names; they must not pass for strangers.
            var member = Member(record);
            members.Add(member.Account is null && Text(record, "@odata.type") is "#microsoft.graph.user" or "" ? throw GraphFaults.PermissionMissing(GraphOperation.Users).ToException() : member);
        }
    }

    /// <summary>An account by its UPN; null: the tenant has none.</summary>
    public async Task<EntraMember?> FindAsync(string account, CancellationToken cancellationToken)
    {
        try
        {
            var request = Connection.V1.Users[account].ToGetRequestInformation(static r => r.QueryParameters.Select = ["id", "userPrincipalName", "displayName"]);
            await using var body = await Connection.SendAsync(GraphOperation.Users, Connection.V1, request, cancellationToken);
            using var user = await JsonDocument.ParseAsync(body, default, cancellationToken);

            // A UPN that looks like an id would find another's account.
            return Member(user.RootElement) is { } found && string.Equals(found.Account, account, StringComparison.OrdinalIgnoreCase) ? found : null;
        }
        catch (GraphRefusedException e) when (e.Status == 404)
        {
            return null;
        }
        catch (GraphRefusedException e)
        {
            throw GraphFaults.Refused(GraphOperation.Users, e).ToException(e);
        }
        catch (JsonException e)
        {
            throw GraphFaults.AnswerBroken(GraphOperation.Users).ToException(e);
        }
    }

    /// <summary>Makes somebody a member; who is one already stays one.</summary>
    public Task AddAsync(EntraMember member, CancellationToken cancellationToken) => SendAsync(
        GraphOperation.GroupChanges,
        Method.POST,
        $"groups/{_group}/members/$ref",
        new JsonObject { ["@odata.id"] = $"{Connection.Address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v1.0/directoryObjects/{member.Id}" },
        static status => status == 400,
        cancellationToken);

    /// <summary>Ends a membership; who is no member stays none.</summary>
    public Task RemoveAsync(EntraMember member, CancellationToken cancellationToken) =>
        SendAsync(GraphOperation.GroupChanges, Method.DELETE, $"groups/{_group}/members/{member.Id}/$ref", body: null, static status => status == 404, cancellationToken);

    /// <summary>Makes somebody a member until an instant, or sets that instant anew.</summary>
    public Task AssignAsync(EntraMember member, DateTimeOffset until, string justification, bool update, CancellationToken cancellationToken) => AskAsync(
        member,
        update ? "adminUpdate" : "adminAssign",
        justification,
        new JsonObject
        {
            ["startDateTime"] = Instant(_clock.GetUtcNow()),
            ["expiration"] = new JsonObject { ["type"] = "afterDateTime", ["endDateTime"] = Instant(until) },
        },
        cancellationToken);

    /// <summary>Ends a membership that has an end before its time.</summary>
    public Task UnassignAsync(EntraMember member, string justification, CancellationToken cancellationToken) => AskAsync(member, "adminRemove", justification, schedule: null, cancellationToken);

    /// <summary>Whether a refusal is about the rules of the group in Privileged Identity Management.</summary>
    private static bool IsRules(string code) => code.Contains("PolicyValidation", StringComparison.OrdinalIgnoreCase);

    private Task AskAsync(EntraMember member, string action, string justification, JsonObject? schedule, CancellationToken cancellationToken) => SendAsync(
        GraphOperation.TimedMembers,
        Method.POST,
        Timed + "assignmentScheduleRequests",
        new JsonObject
        {
            ["accessId"] = "member",
            ["principalId"] = member.Id,
            ["groupId"] = _group.ToString(),
            ["action"] = action,
            ["justification"] = justification,
            ["scheduleInfo"] = schedule,
        },
        static status => status == 400,
        cancellationToken);

    /// <summary>
    /// Sends a change. All of them do the same twice as once, so that one whose answer was lost is sent again. A refusal that may mean "it is
    /// so already" is kept in words: what the group holds afterwards proves which it was. Only a POST is sent again here; others the connection
    /// has tried already.
    /// </summary>
    private async Task SendAsync(GraphOperation operation, Method method, string path, JsonObject? body, Func<int, bool> mayBeSo, CancellationToken cancellationToken)
    {
        FaultException? lost = null;
        for (var tries = 1; ; tries++)
        {
            var request = Connection.Raw("v1.0", path);
            request.HttpMethod = method;
            if (body is not null)
            {
                request.SetStreamContent(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body)), "application/json");
            }

            try
            {
                await using var answer = await Connection.SendAsync(operation, Connection.V1, request, cancellationToken);
                return;
            }
            catch (FaultException e) when (method == Method.POST && tries < MostTries && string.Equals(e.Fault.Id, "GraphServiceDown", StringComparison.Ordinal))
            {
                lost ??= e;
                await Task.Delay(Pause, _clock, cancellationToken);
            }
            catch (FaultException) when (lost is not null)
            {
                // The first try may have been done: that a later one failed otherwise is no refusal of it.
                throw lost;
            }
            catch (GraphRefusedException e) when (GraphFaults.IsLicence(e.Code, e.Message))
            {
                throw GraphFaults.LicenceMissing(operation).ToException(e);
            }
            catch (GraphRefusedException e) when (IsRules(e.Code))
            {
                throw EntraFaults.RulesRefuse(_group.ToString(), GraphFaults.Said(e.Code, e.Message)).ToException(e);
            }
            catch (GraphRefusedException e) when (mayBeSo(e.Status))
            {
                LastRefusal = method == Method.DELETE ? LastRefusal : GraphFaults.Said(e.Code, e.Message);
                return;
            }
            catch (GraphRefusedException e)
            {
                throw GraphFaults.Refused(operation, e).ToException(e);
            }
        }
    }

    /// <summary>A group that never had a membership with an end is not known there, so a refusal means none.</summary>
    private Task ListAsync(GraphOperation operation, string path, Action begin, Action<JsonElement> take, CancellationToken cancellationToken) =>
        new GraphList(Connection).ReadAsync(operation, Connection.V1, () => Connection.Raw("v1.0", path), begin, take, cancellationToken, refusedIsEmpty: operation == GraphOperation.TimedMembers);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static EntraMember Member(JsonElement record)
    {
        var account = Text(record, "userPrincipalName");
        var name = PlainText.Shorten(PlainText.Clean(Text(record, "displayName")));
        return new EntraMember(Text(record, "id"), account.Length > 0 ? PlainText.Clean(account) : null, name.Length > 0 ? name : "an object without a name");
    }

    private static string Text(JsonElement record, string name) => JsonText.Of(record, name) ?? "";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
