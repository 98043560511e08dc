using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Directory;

/// <summary>The directory's advanced queries: <c>$count</c>, <c>ne</c>, <c>not</c>, <c>endsWith</c> need <c>ConsistencyLevel: eventual</c>; filters also <c>$count=true</c>.</summary>
internal static class Advanced
{
    public static void Check(GraphRequest request, Filter filter)
    {
        var counts = string.Equals(request.Query["$count"], "true", StringComparison.OrdinalIgnoreCase);
        if (counts && !request.IsEventual)
        {
            throw GraphException.BadRequest("$count is not currently supported without the header 'ConsistencyLevel: eventual'.");
        }

        foreach (var leaf in filter.Leaves)
        {
            if ((leaf.Operator is "ne" or "endswith" || leaf.Operator.StartsWith("not ", StringComparison.Ordinal)) && !(counts && request.IsEventual))
            {
                throw GraphException.UnsupportedQuery($"Operator '{leaf.Operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information");
            }
        }
    }

    /// <summary>Answers <c>…/$count</c>.</summary>
    public static GraphReply Count(GraphRequest request, Func<int> count)
    {
        request.Query.Allow();
        return request.IsEventual
            ? GraphReply.Text(count().ToString(System.Globalization.CultureInfo.InvariantCulture))
            : throw GraphException.BadRequest("$count is not currently supported without the header 'ConsistencyLevel: eventual'.");
    }
}
