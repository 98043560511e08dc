using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Reports;

/// <summary><c>/auditLogs/signIns</c>: v1.0 has what persons did; beta has the rest too, when asked for it.</summary>
internal static class SignInService
{
    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["id"] = "eq",
        ["createdDateTime"] = "eq ge le gt lt",
        ["userId"] = "eq",
        ["userPrincipalName"] = "eq startswith",
        ["userDisplayName"] = "eq startswith",
        ["appDisplayName"] = "eq startswith",
        ["ipAddress"] = "eq startswith",
        ["clientAppUsed"] = "eq",
        ["status/errorCode"] = "eq",
        ["location/city"] = "eq startswith",
        ["location/countryOrRegion"] = "eq startswith",
    };

    private static readonly Dictionary<string, string> BetaRules = new(Rules, StringComparer.Ordinal) { ["signInEventTypes"] = "any" };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "auditLogs/signIns", "reports", ["AuditLog.Read.All"], List),
    ];

    private static GraphReply List(GraphRequest request)
    {
        ReportLicence.Check(request);
        request.Query.Allow("$filter", "$top", "$select", "$orderby", "$skiptoken");
        if (request.Query["$orderby"] is { } order && order is not "createdDateTime desc")
        {
            throw GraphException.BadRequest($"The order '{order}' is not supported.");
        }

        var filter = Filter.From(request.Query, "signIn", request.IsBeta ? BetaRules : Rules);
        var asksTypes = filter.Leaves.Any(l => string.Equals(l.Path, "signInEventTypes", StringComparison.Ordinal));
        var state = request.State;
        var oldest = state.Now.AddDays(-state.Options.ReportDays);
        var (from, to) = filter.Bounds("createdDateTime");
        return new Listing
        {
            Context = "auditLogs/signIns",
            Source = () => state.SignIns.Between(request.IsBeta, from > oldest ? from : oldest, to < state.Now ? to : state.Now),
            Filter = asksTypes ? filter : filter.And(new FilterLeaf("eq", "isInteractive", true, false)),
            Selection = Selection.From(request.Query, "signIn", SignInEntity.Names),
            Top = request.Query.Top(1000, 1000),
        }.Page(request);
    }
}
