using System.Text.Json.Nodes;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Tenancy;

public class AuditAndConfigurationTests
{
    private const string Queries = "/security/auditLog/queries";

    [Fact]
    public async Task An_audit_query_has_records_only_when_it_has_succeeded()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { AuditEnumsInPascalCase = true });
        AddRecord(tenant, "a", "exchangeAdmin", "New-InboxRule");
        AddRecord(tenant, "b", "exchangeAdmin", "Set-Mailbox");
        AddRecord(tenant, "c", "sharePoint", "New-InboxRule");
        using var caller = new GraphCaller(tenant);
        var body = """{ "filterStartDateTime": "2026-03-01T00:00:00Z", "filterEndDateTime": "2026-03-02T00:00:00Z", "recordTypeFilters": ["exchangeAdmin"], "operationFilters": ["New-InboxRule"] }""";

        var (status, query, _) = await caller.Send(HttpMethod.Post, "/v1.0" + Queries, body);
        var path = $"/v1.0{Queries}/{query!["id"]}";

        status.ShouldBe(201);
        (await caller.All(path + "/records")).ShouldBeEmpty();
        (await caller.Get(path)).Body!["status"]!.ToString().ShouldBe("Running");
        (await caller.Get(path)).Body!["status"]!.ToString().ShouldBe("Succeeded");
        var record = (await caller.All(path + "/records")).Single();
        (record["id"]!.ToString(), record["auditLogRecordType"]!.ToString()).ShouldBe(("a", "ExchangeAdmin"));
    }

    [Fact]
    public async Task Where_v1_has_no_audit_queries_beta_has()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { AuditQueriesInV1 = false });
        using var caller = new GraphCaller(tenant);

        (await caller.Send(HttpMethod.Post, "/v1.0" + Queries, "{}")).Status.ShouldBe(404);
        (await caller.Send(HttpMethod.Post, "/beta" + Queries, "{}")).Status.ShouldBe(201);
        (await caller.Send(HttpMethod.Post, "/beta" + Queries, """{ "filterColour": "red" }""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Directory_audits_come_newest_first_or_as_ordered()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Audits.GenerateDirectoryAudits(30, DateTimeOffset.UtcNow);
        using var caller = new GraphCaller(tenant);

        var newest = (await caller.All("/v1.0/auditLogs/directoryAudits?$top=10")).ConvertAll(a => a["id"]!.ToString());
        var oldest = (await caller.All("/v1.0/auditLogs/directoryAudits?$top=10&$orderby=activityDateTime asc")).ConvertAll(a => a["id"]!.ToString());

        newest.Distinct(StringComparer.Ordinal).Count().ShouldBe(30);
        oldest.ShouldBe(Enumerable.Reverse(newest));
    }

    [Fact]
    public async Task A_configuration_is_made_changed_and_deleted_and_needs_its_type()
    {
        await using var tenant = await TestTenant.StartAsync();
        using var caller = new GraphCaller(tenant);
        const string root = "/v1.0/deviceManagement/deviceConfigurations";
        var made = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.windows10CustomConfiguration",
            ["displayName"] = "Rosewood blocklist",
            ["omaSettings"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.omaSettingString", ["displayName"] = "URLBlocklist", ["omaUri"] = "./Device/Vendor/MSFT/Policy/Config/Edge", ["value"] = "<enabled/>" }),
        };

        var (status, answer, _) = await caller.Send(HttpMethod.Post, root, made.ToJsonString());
        var id = answer!["id"]!.ToString();

        status.ShouldBe(201);
        (await caller.All(root + "?$filter=displayName eq 'Rosewood blocklist'")).Single()["id"]!.ToString().ShouldBe(id);
        (await caller.Send(HttpMethod.Patch, $"{root}/{id}", """{ "description": "x" }""")).Status.ShouldBe(400);
        (await caller.Send(HttpMethod.Patch, $"{root}/{id}", """{ "@odata.type": "#microsoft.graph.windows10CustomConfiguration", "description": "x" }""")).Body!["version"]!.GetValue<int>().ShouldBe(2);
        made["omaSettings"]![0]!["omaUri"] = "Device/Vendor";
        (await caller.Send(HttpMethod.Post, root, made.ToJsonString())).Status.ShouldBe(400);
        (await caller.Send(HttpMethod.Delete, $"{root}/{id}")).Status.ShouldBe(204);
        (await caller.Refusal($"{root}/{id}")).Status.ShouldBe(404);
    }

    private static void AddRecord(TestTenant tenant, string id, string type, string operation) => tenant.Audits.AddRecord(new JsonObject
    {
        ["id"] = id,
        ["createdDateTime"] = "2026-03-01T10:00:00Z",
        ["auditLogRecordType"] = type,
        ["operation"] = operation,
        ["userPrincipalName"] = "user0001@rosewood.example",
    });
}
