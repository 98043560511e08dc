using System.Globalization;
using System.Text.Json.Nodes;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Audit;

/// <summary>The directory's audits and the unified audit log, as JSON the way Graph writes them.</summary>
public sealed class TenantAudits
{
    private readonly TenantState state;
    private readonly List<JsonObject> records = [];

    internal TenantAudits(TenantState state) => this.state = state;

    internal TimedSet<JsonObject> DirectoryAudits { get; } = new(a => new JsonEntity(a), a => Moment(a, "activityDateTime"));

    internal Dictionary<string, AuditQuery> Queries { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal IReadOnlyList<JsonObject> Records => records;

    /// <summary>Adds a directory audit; needs <c>id</c> and <c>activityDateTime</c>.</summary>
    public void AddDirectoryAudit(JsonObject audit)
    {
        lock (state.Gate)
        {
            DirectoryAudits.Add(audit);
        }
    }

    /// <summary>Adds numbered directory audits (a member was added to a group), a minute apart, the newest at the given moment.</summary>
    public void GenerateDirectoryAudits(int count, DateTimeOffset newest)
    {
        for (var i = 0; i < count; i++)
        {
            AddDirectoryAudit(new JsonObject
            {
                ["id"] = "Directory_" + MadeId.Of("audit " + i.ToString(CultureInfo.InvariantCulture)),
                ["category"] = "GroupManagement",
                ["correlationId"] = MadeId.Of("audit correlation " + i.ToString(CultureInfo.InvariantCulture)),
                ["result"] = "success",
                ["resultReason"] = "",
                ["activityDisplayName"] = "Add member to group",
                ["activityDateTime"] = TimeText.Of(newest.AddMinutes(-i)),
                ["loggedByService"] = "Core Directory",
                ["operationType"] = "Assign",
                ["initiatedBy"] = new JsonObject { ["app"] = null, ["user"] = new JsonObject { ["id"] = state.Directory.FirstUserId, ["displayName"] = null, ["userPrincipalName"] = "user0001@rosewood.example", ["ipAddress"] = "203.0.113.1" } },
                ["targetResources"] = new JsonArray(),
                ["additionalDetails"] = new JsonArray(),
            });
        }
    }

    /// <summary>Adds a record of the unified audit log; needs <c>id</c>, <c>createdDateTime</c>, <c>auditLogRecordType</c> (camel case), <c>operation</c>, <c>userPrincipalName</c>.</summary>
    public void AddRecord(JsonObject record)
    {
        lock (state.Gate)
        {
            records.Add(record);
        }
    }

    internal static DateTimeOffset Moment(JsonObject json, string name) => DateTimeOffset.Parse(json[name]!.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

/// <summary>A search of the unified audit log.</summary>
internal sealed class AuditQuery(string id, JsonObject asked)
{
    public string Id { get; } = id;

    /// <summary>The body that made it.</summary>
    public JsonObject Asked { get; } = asked;

    /// <summary>How often its status was asked for.</summary>
    public int Polls { get; set; }
}
