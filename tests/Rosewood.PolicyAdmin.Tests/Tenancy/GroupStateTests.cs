using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.Tenancy;
using Rosewood.Tenancy.Directory;

namespace Rosewood.PolicyAdmin.Tests.Tenancy;

public class GroupStateTests
{
    private const string GroupId = "00000000-0000-0000-0000-0000000000aa";
    private const string Timed = "/v1.0/identityGovernance/privilegedAccess/group/";

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_member_is_added_once_and_removed_once()
    {
        await using var tenant = await TestTenant.StartAsync();
        var user = tenant.Directory.AddUsers(2)[1];
        tenant.Directory.Add(new TenantGroup(GroupId, "Allowed"));
        using var caller = new GraphCaller(tenant);

        (await Add(caller, user.Id)).Status.ShouldBe(204);
        var (status, body, _) = await Add(caller, user.Id);

        (status, body!["error"]!["code"]!.ToString()).ShouldBe((400, "Request_BadRequest"));
        body["error"]!["message"]!.ToString().ShouldBe("One or more added object references already exist for the following modified properties: 'members'.");
        (await Add(caller, "00000000-0000-0000-0000-0000000000ff")).Status.ShouldBe(404);
        (await Members(caller)).ShouldBe([user.Id]);
        (await caller.Send(HttpMethod.Delete, $"/v1.0/groups/{GroupId}/members/{user.Id}/$ref")).Status.ShouldBe(204);
        (await caller.Send(HttpMethod.Delete, $"/v1.0/groups/{GroupId}/members/{user.Id}/$ref")).Status.ShouldBe(404);
        tenant.Directory.ActualMembers(GroupId).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_reference_form_nothing_is_deleted()
    {
        await using var tenant = await TestTenant.StartAsync();
        var user = tenant.Directory.AddUsers(1)[0];
        tenant.Directory.Add(new TenantGroup(GroupId, "Allowed"), user.Id);
        using var caller = new GraphCaller(tenant);

        // In the service this path without $ref would delete the user's object itself.
        (await caller.Send(HttpMethod.Delete, $"/v1.0/groups/{GroupId}/members/{user.Id}")).Status.ShouldBe(400);
        tenant.Directory.ActualMembers(GroupId).ShouldBe([user.Id]);
    }

    [Fact]
    public async Task Groups_in_groups_that_contain_each_other_give_each_person_once()
    {
        await using var tenant = await TestTenant.StartAsync();
        var users = tenant.Directory.AddUsers(5);
        const string inner = "00000000-0000-0000-0000-0000000000bb";
        tenant.Directory.Add(new TenantGroup(GroupId, "Outer"), users[0].Id, users[1].Id, inner);
        tenant.Directory.Add(new TenantGroup(inner, "Inner"), users[1].Id, users[2].Id, GroupId);
        using var caller = new GraphCaller(tenant);

        foreach (var cast in (string[])["microsoft.graph.user", "graph.user"])
        {
            (await caller.All($"/v1.0/groups/{GroupId}/transitiveMembers/{cast}?$select=id&$top=2")).Select(u => u["id"]!.ToString()).Order(StringComparer.Ordinal)
                .ShouldBe([users[0].Id, users[1].Id, users[2].Id]);
        }

        (await caller.All($"/v1.0/groups/{GroupId}/members")).Select(m => m["@odata.type"]!.ToString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_change_is_seen_only_after_some_reads()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Consistency = Consistency.AfterReads(2) });
        var user = tenant.Directory.AddUsers(1)[0];
        tenant.Directory.Add(new TenantGroup(GroupId, "Allowed"));
        using var caller = new GraphCaller(tenant);

        (await Add(caller, user.Id)).Status.ShouldBe(204);

        (await Members(caller)).ShouldBeEmpty();
        (await Members(caller)).ShouldBeEmpty();
        (await Members(caller)).ShouldBe([user.Id]);
        (await Add(caller, user.Id)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_change_is_seen_only_after_some_seconds()
    {
        var clock = new FixedClock(Now);
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = clock, Consistency = Consistency.After(TimeSpan.FromSeconds(30)) });
        var user = tenant.Directory.AddUsers(1)[0];
        tenant.Directory.Add(new TenantGroup(GroupId, "Allowed"));
        using var caller = new GraphCaller(tenant);

        await Add(caller, user.Id);
        clock.Now += TimeSpan.FromSeconds(29);
        (await Members(caller)).ShouldBeEmpty();
        clock.Now += TimeSpan.FromSeconds(1);
        (await Members(caller)).ShouldBe([user.Id]);
    }

    [Fact]
    public async Task A_timed_membership_ends_by_the_clock()
    {
        var clock = new FixedClock(Now);
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = clock, TokenLifetime = TimeSpan.FromDays(1) });
        var user = tenant.Directory.AddUsers(1)[0];
        tenant.Directory.Add(new TenantGroup(GroupId, "Allowed"));
        using var caller = new GraphCaller(tenant);

        var (status, body, _) = await caller.Send(HttpMethod.Post, Timed + "assignmentScheduleRequests", Assign(user.Id, """{ "type": "afterDuration", "duration": "PT2H" }"""));

        (status, body!["status"]!.ToString()).ShouldBe((201, "Provisioned"));
        (await Members(caller)).ShouldBe([user.Id]);
        var instance = (await caller.All(Timed + $"assignmentScheduleInstances?$filter=groupId eq '{GroupId}'")).Single();
        instance["endDateTime"]!.ToString().ShouldBe("2026-03-02T14:00:00Z");
        (await caller.All(Timed + $"assignmentScheduleInstances?$filter=principalId eq '{GroupId}'")).ShouldBeEmpty();
        clock.Now += TimeSpan.FromHours(2);
        (await Members(caller)).ShouldBeEmpty();
        (await caller.All(Timed + $"assignmentSchedules?$filter=groupId eq '{GroupId}'")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "type": "noExpiration" }""", "call", "[\"ExpirationRule\"]")]
    [InlineData("null", "call", "[\"ExpirationRule\"]")]
    [InlineData("""{ "type": "afterDateTime", "endDateTime": "2026-12-02T12:00:00Z" }""", "call", "[\"ExpirationRule\"]")]
    [InlineData("""{ "type": "afterDuration", "duration": "PT2H" }""", "", "[\"JustificationRule\"]")]
    public async Task A_timed_membership_against_the_groups_policy_is_refused(string expiration, string justification, string rules)
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        var user = tenant.Directory.AddUsers(1)[0];
        tenant.Directory.Add(new TenantGroup(GroupId, "Allowed"));
        using var caller = new GraphCaller(tenant);

        var (status, body, _) = await caller.Send(HttpMethod.Post, Timed + "assignmentScheduleRequests", Assign(user.Id, expiration, justification));

        status.ShouldBe(400);
        body!["error"]!["message"]!.ToString().ShouldBe("The following policy rules failed: " + rules);
        tenant.Directory.ActualMembers(GroupId).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timed_membership_is_assigned_once_and_removed_once()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        var user = tenant.Directory.AddUsers(1)[0];
        tenant.Directory.Add(new TenantGroup(GroupId, "Allowed"));
        using var caller = new GraphCaller(tenant);
        var assign = Assign(user.Id, """{ "type": "afterDuration", "duration": "PT2H" }""");
        var remove = new JsonObject { ["accessId"] = "member", ["principalId"] = user.Id, ["groupId"] = GroupId, ["action"] = "adminRemove" }.ToJsonString();

        var codes = new List<string?>();
        foreach (var json in (string[])[assign, assign, remove, remove])
        {
            codes.Add((await caller.Send(HttpMethod.Post, Timed + "assignmentScheduleRequests", json)).Body!["error"]?["code"]?.ToString());
        }

        codes.ShouldBe([null, "RoleAssignmentExists", null, "RoleAssignmentDoesNotExist"]);
        (await Members(caller)).ShouldBeEmpty();
    }

    private static Task<(int Status, JsonNode? Body, HttpResponseMessage Response)> Add(GraphCaller caller, string id)
        => caller.Send(HttpMethod.Post, $"/v1.0/groups/{GroupId}/members/$ref", $$"""{ "@odata.id": "https://graph.microsoft.com/v1.0/directoryObjects/{{id}}" }""");

    private static async Task<List<string>> Members(GraphCaller caller)
        => (await caller.All($"/v1.0/groups/{GroupId}/members?$select=id")).ConvertAll(m => m["id"]!.ToString());

    private static string Assign(string principal, string expiration, string justification = "Half-term campaign") => new JsonObject
    {
        ["accessId"] = "member",
        ["principalId"] = principal,
        ["groupId"] = GroupId,
        ["action"] = "adminAssign",
        ["justification"] = justification,
        ["scheduleInfo"] = new JsonObject { ["startDateTime"] = "2026-03-02T12:00:00Z", ["expiration"] = JsonNode.Parse(expiration) },
    }.ToJsonString();
}
