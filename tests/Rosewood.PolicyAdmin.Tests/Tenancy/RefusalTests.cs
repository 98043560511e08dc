using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Tenancy;

public class RefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/v1.0/users?$top=1000", 400, "Request_UnsupportedQuery")]
    [InlineData("/v1.0/users?$top=0", 400, "Request_UnsupportedQuery")]
    [InlineData("/v1.0/users?$top=ten", 400, "BadRequest")]
    [InlineData("/v1.0/users?$skip=10", 400, "BadRequest")]
    [InlineData("/v1.0/users?top=10", 400, "BadRequest")]
    [InlineData("/v1.0/users?$top=10&$top=20", 400, "BadRequest")]
    [InlineData("/v1.0/users?$select=id,colour", 400, "BadRequest")]
    [InlineData("/v1.0/users?$filter=colour eq 'red'", 400, "BadRequest")]
    [InlineData("/v1.0/users?$filter=displayName eq", 400, "BadRequest")]
    [InlineData("/v1.0/users?$filter=displayName eq 'a' nor mail eq 'b'", 400, "BadRequest")]
    [InlineData("/v1.0/users?$filter=displayName eq “a”", 400, "BadRequest")]
    [InlineData("/v1.0/users?$filter=endsWith(mail,'@rosewood.example')", 400, "Request_UnsupportedQuery")]
    [InlineData("/v1.0/users?$filter=accountEnabled ne true", 400, "Request_UnsupportedQuery")]
    [InlineData("/v1.0/users?$count=true", 400, "BadRequest")]
    [InlineData("/v1.0/users/$count", 400, "BadRequest")]
    [InlineData("/v1.0/users?$skiptoken=made-up", 400, "Directory_ExpiredPageToken")]
    [InlineData("/v1.0/users/nobody@rosewood.example", 404, "Request_ResourceNotFound")]
    [InlineData("/v1.0/groups/00000000-0000-0000-0000-000000000099/members", 404, "Request_ResourceNotFound")]
    [InlineData("/v1.0/colours", 400, "BadRequest")]
    [InlineData("/v2.0/users", 400, "BadRequest")]
    [InlineData("/v1.0/me", 400, "BadRequest")]
    [InlineData("/v1.0/auditLogs/signIns?$top=1001", 400, "Request_UnsupportedQuery")]
    [InlineData("/v1.0/auditLogs/signIns?$filter=createdDateTime ge '2026-03-01T00:00:00Z'", 400, "BadRequest")]
    [InlineData("/v1.0/auditLogs/signIns?$skip=1000", 400, "BadRequest")]
    [InlineData("/v1.0/auditLogs/signIns?$orderby=userId", 400, "BadRequest")]
    [InlineData("/v1.0/auditLogs/directoryAudits?$skip=100", 400, "BadRequest")]
    [InlineData("/v1.0/auditLogs/directoryAudits?$filter=activityDateTime lt 2026-03-01T00:00:00Z", 400, "Request_UnsupportedQuery")]
    [InlineData("/v1.0/admin/exchange/tracing/messageTraces?$top=5001", 400, "Request_UnsupportedQuery")]
    [InlineData("/v1.0/admin/exchange/tracing/messageTraces?$skip=5", 400, "BadRequest")]
    [InlineData("/v1.0/admin/exchange/tracing/messageTraces?$filter=receivedDateTime ge 2026-03-01T00:00:00Z", 400, "BadRequest")]
    [InlineData("/v1.0/admin/exchange/tracing/messageTraces?$filter=receivedDateTime ge 2026-02-01T00:00:00Z and receivedDateTime le 2026-02-11T00:00:01Z", 400, "BadRequest")]
    [InlineData("/v1.0/admin/exchange/tracing/messageTraces?$filter=receivedDateTime ge 2025-12-02T11:59:59Z and receivedDateTime le 2025-12-03T00:00:00Z", 400, "BadRequest")]
    [InlineData("/v1.0/admin/exchange/tracing/messageTraces?$filter=receivedDateTime ge 2026-03-02T00:00:00Z and receivedDateTime le 2026-03-02T12:00:01Z", 400, "BadRequest")]
    [InlineData("/v1.0/admin/exchange/tracing/messageTraces?$filter=receivedDateTime ge 2026-03-01T00:00:00Z and receivedDateTime lt 2026-03-02T00:00:00Z", 400, "Request_UnsupportedQuery")]
    [InlineData("/v1.0/admin/exchange/tracing/messageTraces?$filter=senderAddress eq 'a@b.example' or senderAddress eq 'c@d.example'", 400, "BadRequest")]
    [InlineData("/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleInstances", 400, "MissingParameters")]
    [InlineData("/v1.0/security/auditLog/queries/none", 404, "UnknownError")]
    public async Task What_the_service_refuses_is_refused(string path, int status, string code)
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        tenant.Directory.AddUsers(3);
        using var caller = new GraphCaller(tenant);

        var refusal = await caller.Refusal(path);

        refusal.ShouldBe((status, code));
        tenant.Requests.All.Single().ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task A_wrong_method_is_405_and_a_wrong_content_type_415()
    {
        await using var tenant = await TestTenant.StartAsync();
        var group = tenant.Directory.Add(new Rosewood.Tenancy.Directory.TenantGroup("00000000-0000-0000-0000-0000000000aa", "Staff"));
        using var caller = new GraphCaller(tenant);

        (await caller.Send(HttpMethod.Post, "/v1.0/users", "{}")).Status.ShouldBe(405);
        (await caller.Send(HttpMethod.Post, $"/v1.0/groups/{group.Id}/members/$ref")).Status.ShouldBe(415);
        (await caller.Send(HttpMethod.Post, $"/v1.0/groups/{group.Id}/members/$ref", "{")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Errors_and_answers_have_Graphs_headers_and_error_body()
    {
        await using var tenant = await TestTenant.StartAsync();
        using var caller = new GraphCaller(tenant);
        caller.Headers.Add("client-request-id", "11111111-0000-0000-0000-000000000001");

        var (_, error, refused) = await caller.Get("/v1.0/colours");
        var (_, _, fine) = await caller.Get("/v1.0/users");

        error!["error"]!["message"]!.ToString().ShouldBe("Resource not found for the segment 'colours'.");
        error["error"]!["innerError"]!["request-id"]!.ToString().ShouldBe(refused.Headers.GetValues("request-id").Single());
        error["error"]!["innerError"]!["client-request-id"]!.ToString().ShouldBe("11111111-0000-0000-0000-000000000001");
        fine.Headers.GetValues("OData-Version").Single().ShouldBe("4.0");
        fine.Headers.Date.ShouldNotBeNull();
        fine.Content.Headers.ContentType!.Parameters.ShouldContain(p => string.Equals(p.ToString(), "odata.metadata=minimal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Advanced_queries_pass_with_their_header_and_count()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Directory.AddUsers(12);
        tenant.Directory.Add(new Rosewood.Tenancy.Directory.TenantUser("00000000-0000-0000-0000-0000000000cc", "out@else.example", "Out") { AccountEnabled = false });
        using var caller = new GraphCaller(tenant);
        caller.Headers.Add("ConsistencyLevel", "eventual");

        var (_, page, _) = await caller.Get("/v1.0/users?$count=true&$top=5&$filter=endsWith(mail,'@rosewood.example')");
        var (_, _, count) = await caller.Get("/v1.0/users/$count");

        page!["@odata.count"]!.GetValue<int>().ShouldBe(12);
        (await count.Content.ReadAsStringAsync()).ShouldBe("13");
        (await caller.All("/v1.0/users?$count=true&$filter=accountEnabled ne true")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_token_or_with_an_old_one_it_is_401_and_says_how_to_sign_in()
    {
        var clock = new FixedClock(Now);
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = clock });
        using var none = new GraphCaller(tenant);
        none.Headers.Authorization = null;
        using var old = new GraphCaller(tenant, tenant.IssueToken(TimeSpan.FromMinutes(10)));
        using var madeUp = new GraphCaller(tenant, "a.b.c");

        var (status, body, response) = await none.Get("/v1.0/users");
        (await old.Get("/v1.0/users")).Status.ShouldBe(200);
        clock.Now += TimeSpan.FromMinutes(10);

        status.ShouldBe(401);
        body!["error"]!["code"]!.ToString().ShouldBe("InvalidAuthenticationToken");
        response.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
        (await old.Refusal("/v1.0/users")).ShouldBe((401, "InvalidAuthenticationToken"));
        (await madeUp.Refusal("/v1.0/users")).ShouldBe((401, "InvalidAuthenticationToken"));
    }

    [Fact]
    public async Task A_missing_consent_is_403_until_a_new_token_carries_it()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Consented = ["User.Read.All"] });
        var token = tenant.IssueToken();
        using var caller = new GraphCaller(tenant, token);

        (await caller.Get("/v1.0/users")).Status.ShouldBe(200);
        (await caller.Refusal("/v1.0/auditLogs/signIns")).ShouldBe((403, "Authorization_RequestDenied"));
        tenant.Consent("AuditLog.Read.All");
        (await caller.Refusal("/v1.0/auditLogs/signIns")).ShouldBe((403, "Authorization_RequestDenied"));
        using var renewed = new GraphCaller(tenant);
        (await renewed.Get("/v1.0/auditLogs/signIns")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_tenant_without_premium_has_no_reports_and_one_without_P2_no_timed_membership()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { PremiumLicence = false, PimRefusalStatus = 403 });
        using var caller = new GraphCaller(tenant);

        (await caller.Refusal("/v1.0/auditLogs/signIns")).ShouldBe((403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant"));
        (await caller.Refusal("/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleInstances?$filter=groupId eq 'x'")).ShouldBe((403, "AadPremiumLicenseRequired"));
    }

    [Fact]
    public async Task Only_thirty_days_of_sign_ins_are_kept_and_traces_without_bounds_are_two_days()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        tenant.SignIns.Generate(4000, Now.AddDays(-40), Now);
        tenant.Traces.Generate(1000, Now.AddDays(-10), Now);
        using var caller = new GraphCaller(tenant);

        (await caller.All("/v1.0/auditLogs/signIns")).Count.ShouldBe(3001);
        (await caller.All("/v1.0/admin/exchange/tracing/messageTraces")).Count.ShouldBe(tenant.Traces.All.Count(t => t.At >= Now.AddDays(-2)));
    }

    [Fact]
    public async Task Intune_ignores_a_filter_that_it_does_not_support()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Devices.Add("LAPTOP-01", "a@rosewood.example");
        tenant.Devices.Add("LAPTOP-02", "b@rosewood.example");
        using var caller = new GraphCaller(tenant);

        (await caller.All("/v1.0/deviceManagement/managedDevices?$filter=deviceName eq 'LAPTOP-01'")).Count.ShouldBe(1);
        (await caller.All("/v1.0/deviceManagement/managedDevices?$filter=contains(deviceName,'01')")).Count.ShouldBe(2);
        (await caller.Refusal("/v1.0/deviceManagement/managedDevices?$expand=users")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Messages_are_ordered_only_by_what_the_filter_names_first_and_basic_rights_show_no_body()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Consented = ["Mail.ReadBasic.All"] });
        var user = tenant.Directory.AddUsers(1)[0];
        tenant.Mail.AddMessage(user.Id, new() { ["id"] = "m", ["receivedDateTime"] = "2026-03-01T10:00:00Z", ["subject"] = "s", ["isRead"] = true, ["bodyPreview"] = "secret" });
        using var caller = new GraphCaller(tenant);

        (await caller.Refusal($"/v1.0/users/{user.Id}/messages?$filter=isRead eq true&$orderby=receivedDateTime desc")).ShouldBe((400, "InefficientFilter"));
        var message = (await caller.All($"/v1.0/users/{user.Id}/messages?$filter=receivedDateTime ge 2026-01-01T00:00:00Z and isRead eq true&$orderby=receivedDateTime desc")).Single();
        message["bodyPreview"].ShouldBeNull();
        message["subject"]!.ToString().ShouldBe("s");
    }
}
