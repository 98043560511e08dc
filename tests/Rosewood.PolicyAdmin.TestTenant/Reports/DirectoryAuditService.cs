using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Reports;

/// <summary><c>/auditLogs/directoryAudits</c>.</summary>
internal static class DirectoryAuditService
{
    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["id"] = "eq",
        ["activityDateTime"] = "eq ge le",
        ["activityDisplayName"] = "eq startswith",
        ["category"] = "eq",
        ["loggedByService"] = "eq",
        ["result"] = "eq",
        ["initiatedBy/user/id"] = "eq",
        ["initiatedBy/user/userPrincipalName"] = "eq startswith",
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "auditLogs/directoryAudits", "reports", ["AuditLog.Read.All"], List),
    ];

    private static GraphReply List(GraphRequest request)
    {
        ReportLicence.Check(request);
        request.Query.Allow("$filter", "$top", "$orderby", "$skiptoken");
        var ascending = request.Query["$orderby"] switch
        {
            null or "activityDateTime desc" => false,
            "activityDateTime" or "activityDateTime asc" => true,
            var order => throw GraphException.BadRequest($"The order '{order}' is not supported."),
        };
        var filter = Filter.From(request.Query, "directoryAudit", Rules);
        var state = request.State;
        var oldest = state.Now.AddDays(-state.Options.ReportDays);
        var (from, to) = filter.Bounds("activityDateTime");
        return new Listing
        {
            Context = "auditLogs/directoryAudits",
            Source = () =>
            {
                var found = state.Audits.DirectoryAudits.Between(from > oldest ? from : oldest, to < state.Now ? to : state.Now);
                return ascending ? [.. found.Reverse()] : found;
            },
            Filter = filter,
            Top = request.Query.Top(1000, 1000),
        }.Page(request);
    }
}
