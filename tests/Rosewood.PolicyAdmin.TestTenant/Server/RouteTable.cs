using Rosewood.Tenancy.Audit;
using Rosewood.Tenancy.Directory;
using Rosewood.Tenancy.Exchange;
using Rosewood.Tenancy.Governance;
using Rosewood.Tenancy.Intune;
using Rosewood.Tenancy.Reports;

namespace Rosewood.Tenancy.Server;

/// <summary>All operations of the tenant.</summary>
internal sealed class RouteTable
{
    private readonly IReadOnlyList<Route> routes =
    [
        .. UserService.Routes, .. GroupService.Routes, .. MembershipService.Routes, .. OrganizationService.Routes,
        .. SignInService.Routes, .. DirectoryAuditService.Routes,
        .. MessageTraceService.Routes, .. MailboxService.Routes, .. SendMailService.Routes, .. SentItemsService.Routes,
        .. TimedMembershipService.Routes, .. DeviceService.Routes, .. ConfigurationService.Routes, .. AuditQueryService.Routes,
    ];

    /// <summary>All permissions that some operation needs.</summary>
    public IReadOnlyList<string> Permissions => [.. routes.SelectMany(r => r.Permissions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Finds the operation, or says why there is none.</summary>
    /// <exception cref="GraphException">400 for an unknown path, 405 for a wrong method.</exception>
    public (Route Route, List<string> Ids) Find(string method, string version, string path)
    {
        var segments = path.Split('/');
        var known = false;
        foreach (var route in routes.Where(r => r.IsIn(version)))
        {
            if (route.Match(segments) is { } ids)
            {
                known = true;
                if (string.Equals(route.Method, method, StringComparison.Ordinal))
                {
                    return (route, ids);
                }
            }
        }

        throw known
            ? new GraphException(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")
            : GraphException.NoSegment(UnknownSegment(segments, version));
    }

    /// <summary>The first segment with which no operation's path begins any more.</summary>
    private string UnknownSegment(string[] segments, string version)
    {
        for (var length = 1; length <= segments.Length; length++)
        {
            if (!routes.Any(r => r.IsIn(version) && r.Begins(segments.AsSpan(0, length))))
            {
                return segments[length - 1];
            }
        }

        return segments[^1];
    }
}
