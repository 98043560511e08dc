using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Governance;

/// <summary>Privileged Identity Management for groups: membership for a time.</summary>
internal static class TimedMembershipService
{
    private const string Root = "identityGovernance/privilegedAccess/group/";

    private static readonly string[] Write = ["PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"];

    private static readonly string[] Read = ["PrivilegedAssignmentSchedule.Read.AzureADGroup", "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"];

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal) { ["groupId"] = "eq", ["principalId"] = "eq", ["accessId"] = "eq" };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("POST", Root + "assignmentScheduleRequests", "governance", Write, Post),
        new("GET", Root + "assignmentSchedules", "governance", Read, r => List(r, "assignmentSchedules")),
        new("GET", Root + "assignmentScheduleInstances", "governance", Read, r => List(r, "assignmentScheduleInstances")),
    ];

    private static GraphReply Post(GraphRequest request)
    {
        request.Query.Allow();
        CheckLicence(request);
        var body = request.JsonBody();
        var state = request.State;
        var access = Required(body, "accessId");
        if (access is not ("member" or "owner"))
        {
            throw GraphException.BadRequest($"Requested value '{access}' was not found.");
        }

        var group = state.Directory.FindGroup(Required(body, "groupId")) ?? throw new GraphException(404, "ResourceNotFound", "The resource is not found.");
        var principal = state.Directory.Find(Required(body, "principalId"))?.Id ?? throw new GraphException(404, "SubjectNotFound", "The subject is not found.");
        var existing = state.Timed.Find(group.Id, principal, access);
        var isMember = existing is not null || (access is "member" && state.Directory.ActualMembers(group.Id).Contains(principal, StringComparer.OrdinalIgnoreCase));
        var action = Required(body, "action");
        switch (action)
        {
            case "adminAssign" when isMember:
                throw new GraphException(400, "RoleAssignmentExists", "The Role assignment already exists.");
            case "adminUpdate" or "adminExtend" or "adminRemove" when !isMember:
                throw new GraphException(400, "RoleAssignmentDoesNotExist", "The Role assignment does not exist.");
            case "adminAssign" or "adminUpdate" or "adminExtend":
                var (start, end) = Schedule(body, state);
                var membership = new TimedMembership($"{group.Id}_{access}_{MadeId.Of($"{group.Id} {principal} {access}")}", group.Id, principal, access, start, end);
                if (existing is null)
                {
                    state.Timed.Add(membership);
                }
                else
                {
                    state.Timed.Replace(existing, membership);
                }

                break;
            case "adminRemove":
                state.Timed.End(group.Id, principal, access);
                if (access is "member")
                {
                    state.Directory.MembersOf(group.Id).Remove(principal, state.Now, state.Options.Consistency);
                }

                break;
            default:
                throw new GraphException(400, "InvalidRoleAssignmentRequest", $"The action '{action}' is not valid here.");
        }

        return Created(request, body, action, state.Timed.Find(group.Id, principal, access));
    }

    private static GraphReply Created(GraphRequest request, JsonObject body, string action, TimedMembership? membership)
    {
        var answer = new JsonObject
        {
            ["@odata.context"] = request.Context(Root + "assignmentScheduleRequests/$entity"),
            ["id"] = MadeId.Of($"request {request.Body.GetHashCode()} {request.Now.UtcTicks}"),
            ["status"] = membership is null ? "Revoked" : "Provisioned",
            ["createdDateTime"] = TimeText.Of(request.Now),
            ["completedDateTime"] = TimeText.Of(request.Now),
            ["action"] = action,
            ["isValidationOnly"] = false,
            ["justification"] = body["justification"]?.DeepClone(),
            ["scheduleInfo"] = body["scheduleInfo"]?.DeepClone(),
            ["accessId"] = body["accessId"]!.DeepClone(),
            ["principalId"] = body["principalId"]!.DeepClone(),
            ["groupId"] = body["groupId"]!.DeepClone(),
            ["targetScheduleId"] = membership?.Id,
        };
        return GraphReply.Of(201, w => answer.WriteTo(w));
    }

    private static (DateTimeOffset Start, DateTimeOffset End) Schedule(JsonObject body, TenantState state)
    {
        var failed = new List<string>();
        if (body["scheduleInfo"] is not JsonObject schedule)
        {
            throw new GraphException(400, "InvalidRoleAssignmentRequest", "The role assignment request is invalid: scheduleInfo is required.");
        }

        var start = schedule["startDateTime"]?.ToString() is { } text ? Moment(text) : state.Now;
        start = start < state.Now ? state.Now : start;
        var expiration = schedule["expiration"];
        DateTimeOffset? end = expiration?["type"]?.ToString() switch
        {
            "afterDuration" => start + Duration(expiration["duration"]?.ToString()),
            "afterDateTime" => Moment(expiration["endDateTime"]?.ToString()),
            _ => null,
        };
        if (end is null || end - start > state.Options.PimLongest || end <= start)
        {
            failed.Add("ExpirationRule");
        }

        if (string.IsNullOrWhiteSpace(body["justification"]?.ToString()))
        {
            failed.Add("JustificationRule");
        }

        return failed.Count == 0
            ? (start, end!.Value)
            : throw new GraphException(400, "RoleAssignmentRequestPolicyValidationFailed", $"The following policy rules failed: [{string.Join(',', failed.Select(f => $"\"{f}\""))}]");
    }

    private static GraphReply List(GraphRequest request, string name)
    {
        request.Query.Allow("$filter", "$select");
        CheckLicence(request);
        var filter = Filter.From(request.Query, "privilegedAccessGroupAssignmentScheduleInstance", Rules);
        if (!filter.Leaves.Any(l => l.Path is "groupId" or "principalId"))
        {
            throw new GraphException(400, "MissingParameters", "The required parameters are missing: filter by groupId or principalId.");
        }

        var isInstance = name.EndsWith("Instances", StringComparison.Ordinal);
        var now = request.Now;
        return new Listing
        {
            Context = Root + name,
            Source = () => [.. request.State.Timed.Live.Where(m => !isInstance || m.Start <= now).Select(m => new JsonEntity(isInstance ? Instance(m) : ScheduleOf(m)))],
            Filter = filter,
            Selection = Selection.From(request.Query, name, ["id", "principalId", "groupId", "accessId", "startDateTime", "endDateTime", "assignmentType", "memberType", "assignmentScheduleId", "scheduleInfo", "status"]),
            Top = 1000,
        }.Page(request);
    }

    private static JsonObject Instance(TimedMembership m) => new()
    {
        ["id"] = m.Id,
        ["principalId"] = m.PrincipalId,
        ["startDateTime"] = TimeText.Of(m.Start),
        ["endDateTime"] = TimeText.Of(m.End),
        ["assignmentType"] = "Assigned",
        ["accessId"] = m.AccessId,
        ["groupId"] = m.GroupId,
        ["memberType"] = "Direct",
        ["assignmentScheduleId"] = m.Id,
    };

    private static JsonObject ScheduleOf(TimedMembership m) => new()
    {
        ["id"] = m.Id,
        ["principalId"] = m.PrincipalId,
        ["accessId"] = m.AccessId,
        ["groupId"] = m.GroupId,
        ["memberType"] = "Direct",
        ["assignmentType"] = "Assigned",
        ["status"] = "Provisioned",
        ["scheduleInfo"] = new JsonObject { ["startDateTime"] = TimeText.Of(m.Start), ["recurrence"] = null, ["expiration"] = new JsonObject { ["type"] = "afterDateTime", ["endDateTime"] = TimeText.Of(m.End), ["duration"] = null } },
    };

    private static void CheckLicence(GraphRequest request)
    {
        if (request.State.Options.PimRefusalStatus is { } status)
        {
            throw new GraphException(status, "AadPremiumLicenseRequired", "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.");
        }
    }

    private static string Required(JsonObject body, string name)
        => body[name]?.ToString() is { Length: > 0 } text ? text : throw new GraphException(400, "InvalidRoleAssignmentRequest", $"The role assignment request is invalid: {name} is required.");

    private static TimeSpan Duration(string? text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text ?? "");
        }
        catch (FormatException)
        {
            throw GraphException.BadRequest($"Cannot convert the literal '{text}' to the expected type 'Edm.Duration'.");
        }
    }

    private static DateTimeOffset Moment(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && text!.Contains('T', StringComparison.Ordinal)
            ? moment
            : throw GraphException.BadRequest($"Cannot convert the literal '{text}' to the expected type 'Edm.DateTimeOffset'.");
}
