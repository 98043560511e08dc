using System.Globalization;
using System.Text.Json.Nodes;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Audit;

/// <summary><c>/security/auditLog/queries</c>: searches that run for a while; their records are there only when they have succeeded.</summary>
internal static class AuditQueryService
{
    private const string Root = "security/auditLog/queries";

    private static readonly string[] Read = ["AuditLogsQuery.Read.All"];

    private static readonly string[] Properties =
    [
        "@odata.type", "displayName", "filterStartDateTime", "filterEndDateTime", "recordTypeFilters", "keywordFilter", "serviceFilter", "operationFilters",
        "userPrincipalNameFilters", "ipAddressFilters", "objectIdFilters", "administrativeUnitIdFilters", "status",
    ];

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("POST", Root, "auditQueries", Read, r => In(r, Post)),
        new("GET", Root + "/{id}", "auditQueries", Read, r => In(r, Get)),
        new("GET", Root + "/{id}/records", "auditQueries", Read, r => In(r, Records)),
    ];

    private static GraphReply In(GraphRequest request, Func<GraphRequest, GraphReply> handle)
        => request.IsBeta || request.State.Options.AuditQueriesInV1
            ? handle(request)
            : throw new GraphException(404, "UnknownError", "");

    private static GraphReply Post(GraphRequest request)
    {
        request.Query.Allow();
        var body = request.JsonBody();
        if (body.Select(p => p.Key).FirstOrDefault(k => !Properties.Contains(k, StringComparer.Ordinal)) is { } unknown)
        {
            throw GraphException.BadRequest($"The property '{unknown}' does not exist on type 'microsoft.graph.security.auditLogQuery'.");
        }

        if (Moment(body, "filterStartDateTime") >= Moment(body, "filterEndDateTime"))
        {
            throw GraphException.BadRequest("The start date must be before the end date.");
        }

        var audits = request.State.Audits;
        var query = new AuditQuery(MadeId.Of("audit query " + audits.Queries.Count.ToString(CultureInfo.InvariantCulture)), (JsonObject)body.DeepClone());
        audits.Queries[query.Id] = query;
        return Answer(request, 201, query);
    }

    private static GraphReply Get(GraphRequest request)
    {
        request.Query.Allow();
        var query = Find(request);
        query.Polls++;
        return Answer(request, 200, query);
    }

    private static GraphReply Records(GraphRequest request)
    {
        request.Query.Allow("$top", "$skiptoken");
        var query = Find(request);
        var done = query.Polls >= request.State.Options.AuditQueryPolls;
        return new Listing
        {
            Context = $"security/auditLog/queries('{query.Id}')/records",
            Source = () => done ? [.. request.State.Audits.Records.Where(r => Fits(r, query.Asked)).Select(r => new JsonEntity(Spelt(r, request)))] : [],
            Top = request.Query.Top(150, 1000),
        }.Page(request);
    }

    private static bool Fits(JsonObject record, JsonObject asked)
    {
        var at = TenantAudits.Moment(record, "createdDateTime");
        return (Moment(asked, "filterStartDateTime") is not { } from || at >= from)
            && (Moment(asked, "filterEndDateTime") is not { } to || at <= to)
            && OneOf("recordTypeFilters", "auditLogRecordType") && OneOf("operationFilters", "operation") && OneOf("userPrincipalNameFilters", "userPrincipalName");

        bool OneOf(string filter, string property)
            => asked[filter] is not JsonArray { Count: > 0 } wanted || wanted.Any(w => string.Equals(w?.ToString(), record[property]?.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private static JsonObject Spelt(JsonObject record, GraphRequest request)
    {
        var copy = (JsonObject)record.DeepClone();
        copy["auditLogRecordType"] = Spelling(copy["auditLogRecordType"]?.ToString() ?? "", request);
        return copy;
    }

    private static string Spelling(string value, GraphRequest request)
        => request.State.Options.AuditEnumsInPascalCase && value.Length > 0 ? char.ToUpperInvariant(value[0]) + value[1..] : value;

    private static AuditQuery Find(GraphRequest request)
        => request.State.Audits.Queries.GetValueOrDefault(request.Ids[0]) ?? throw new GraphException(404, "UnknownError", "The audit log query was not found.");

    private static GraphReply Answer(GraphRequest request, int status, AuditQuery query)
    {
        var needed = request.State.Options.AuditQueryPolls;
        var json = (JsonObject)query.Asked.DeepClone();
        json.Remove("@odata.type");
        json["id"] = query.Id;
        json["status"] = Spelling(query.Polls >= needed ? "succeeded" : query.Polls > 0 ? "running" : "notStarted", request);
        return GraphReply.Of(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", request.Context(Root + "/$entity"));
            new JsonEntity(json).Write(writer, Selection.All);
            writer.WriteEndObject();
        });
    }

    private static DateTimeOffset? Moment(JsonObject json, string name)
        => json[name]?.ToString() is not { } text ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : throw GraphException.BadRequest($"Cannot convert the literal '{text}' to the expected type 'Edm.DateTimeOffset'.");
}
