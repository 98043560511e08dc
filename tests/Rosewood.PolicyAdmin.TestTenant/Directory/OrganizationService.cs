using System.Text.Json.Nodes;
using Rosewood.Tenancy.Query;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Directory;

/// <summary><c>/organization</c> and <c>/servicePrincipals</c>: who the tenant is, and what its application may do.</summary>
internal static class OrganizationService
{
    private const string GraphAppId = "00000003-0000-0000-c000-000000000000";

    private static readonly string[] ReadApplications = ["Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All"];

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("GET", "organization", "directory", ["Organization.Read.All", "User.Read", "User.Read.All", "Directory.Read.All"], Organizations),
        new("GET", "servicePrincipals", "directory", ReadApplications, Principals),
        new("GET", "servicePrincipals/{id}/appRoleAssignments", "directory", ReadApplications, Assignments) { Cost = 2 },
    ];

    private static GraphReply Organizations(GraphRequest request)
    {
        request.Query.Allow("$select");
        var plans = new JsonArray();
        if (request.State.Options.PremiumLicence)
        {
            plans.Add(new JsonObject { ["capabilityStatus"] = "Enabled", ["service"] = "AADPremiumService", ["servicePlanId"] = "41781fb2-bc02-4b7c-bd55-b576c07bb09d" });
        }

        var json = new JsonObject
        {
            ["id"] = request.State.Options.TenantId,
            ["displayName"] = "Rosewood",
            ["verifiedDomains"] = new JsonArray(new JsonObject { ["name"] = "rosewood.example", ["isDefault"] = true, ["isInitial"] = false, ["type"] = "Managed" }),
            ["assignedPlans"] = plans,
        };
        return new Listing
        {
            Context = "organization",
            Source = () => [new JsonEntity(json)],
            Selection = Selection.From(request.Query, "organization", ["id", "displayName", "verifiedDomains", "assignedPlans"]),
            Top = 100,
        }.Page(request);
    }

    private static GraphReply Principals(GraphRequest request)
    {
        request.Query.Allow("$select", "$top", "$filter", "$skiptoken");
        var roles = request.State.Routes.Permissions.Select(p => (JsonNode)new JsonObject { ["id"] = RoleId(p), ["value"] = p, ["isEnabled"] = true, ["allowedMemberTypes"] = new JsonArray("Application") });
        return new Listing
        {
            Context = "servicePrincipals",
            Source = () =>
            [
                new JsonEntity(new JsonObject { ["id"] = PrincipalId(GraphAppId), ["appId"] = GraphAppId, ["displayName"] = "Microsoft Graph", ["appRoles"] = new JsonArray([.. roles]) }),
                new JsonEntity(new JsonObject { ["id"] = PrincipalId(request.State.Options.ClientId), ["appId"] = request.State.Options.ClientId, ["displayName"] = "Rosewood policy", ["appRoles"] = new JsonArray() }),
            ],
            Filter = Filter.From(request.Query, "servicePrincipal", new Dictionary<string, string>(StringComparer.Ordinal) { ["appId"] = "eq", ["displayName"] = "eq startswith" }),
            Selection = Selection.From(request.Query, "servicePrincipal", ["id", "appId", "displayName", "appRoles"]),
            Top = request.Query.Top(100, 999),
        }.Page(request);
    }

    private static GraphReply Assignments(GraphRequest request)
    {
        request.Query.Allow("$top", "$skiptoken");
        var own = PrincipalId(request.State.Options.ClientId);
        if (!string.Equals(request.Ids[0], own, StringComparison.OrdinalIgnoreCase))
        {
            throw GraphException.NotFound(request.Ids[0]);
        }

        return new Listing
        {
            Context = $"servicePrincipals('{own}')/appRoleAssignments",
            Source = () => [.. request.State.Consented.Order(StringComparer.Ordinal).Select(p => new JsonEntity(new JsonObject { ["id"] = "assigned-" + p, ["appRoleId"] = RoleId(p), ["principalId"] = own, ["principalType"] = "ServicePrincipal", ["resourceId"] = PrincipalId(GraphAppId), ["resourceDisplayName"] = "Microsoft Graph" }))],
            Top = request.Query.Top(100, 999),
        }.Page(request);
    }

    private static string PrincipalId(string appId) => MadeId.Of("principal " + appId);

    private static string RoleId(string permission) => MadeId.Of("role " + permission);
}
