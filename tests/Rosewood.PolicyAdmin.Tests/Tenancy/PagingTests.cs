using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Tenancy;

public class PagingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/v1.0/users", 1234)]
    [InlineData("/v1.0/users?$top=999", 1234)]
    [InlineData("/v1.0/users?$top=7&$select=id", 1234)]
    public async Task Pages_of_users_give_every_user_once(string path, int count)
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Directory.AddUsers(count);
        using var caller = new GraphCaller(tenant);

        var ids = (await caller.All(path)).ConvertAll(u => u["id"]!.ToString());

        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(count);
        ids.Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_select_gives_only_what_was_asked_for()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Directory.AddUsers(1);
        using var caller = new GraphCaller(tenant);

        var user = (await caller.All("/v1.0/users?$select=userPrincipalName,accountEnabled")).Single().AsObject();

        user.Select(p => p.Key).ShouldBe(["userPrincipalName", "accountEnabled"]);
        (await caller.All("/v1.0/users")).Single()["accountEnabled"].ShouldBeNull();
    }

    [Fact]
    public async Task Sign_ins_of_many_pages_come_whole_and_newest_first()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        tenant.Directory.AddUsers(80);
        tenant.SignIns.Generate(20_000, Now.AddDays(-29), Now);
        using var caller = new GraphCaller(tenant);

        var all = await caller.All("/v1.0/auditLogs/signIns?$top=1000&$select=id,createdDateTime");

        all.Select(s => s["id"]!.ToString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(20_000);
        all.Select(s => s["createdDateTime"]!.ToString()).ShouldBeInOrder(SortDirection.Descending, StringComparer.Ordinal);
        tenant.Requests.All.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Slices_of_sign_ins_meet_and_do_not_overlap()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        tenant.SignIns.Generate(5_000, Now.AddHours(-1), Now);
        using var caller = new GraphCaller(tenant);

        var ids = new List<string>();
        for (var start = Now.AddHours(-2); start < Now.AddHours(1); start = start.AddMinutes(10))
        {
            var filter = $"createdDateTime ge {start:yyyy-MM-ddTHH:mm:ssZ} and createdDateTime lt {start.AddMinutes(10):yyyy-MM-ddTHH:mm:ssZ}";
            ids.AddRange((await caller.All("/v1.0/auditLogs/signIns?$filter=" + Uri.EscapeDataString(filter))).Select(s => s["id"]!.ToString()));
        }

        ids.Count.ShouldBe(5_000);
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(5_000);
    }

    [Fact]
    public async Task Traces_come_whole_in_pages_of_five_thousand()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        tenant.Traces.Generate(20_000, Now.AddDays(-10), Now.AddSeconds(-1));
        using var caller = new GraphCaller(tenant);

        var filter = Uri.EscapeDataString("receivedDateTime ge 2026-02-20T12:00:00Z and receivedDateTime le 2026-03-02T12:00:00Z");
        var all = await caller.All("/v1.0/admin/exchange/tracing/messageTraces?$top=5000&$filter=" + filter);

        all.Select(t => t["id"] + " " + t["recipientAddress"]).Distinct(StringComparer.Ordinal).Count().ShouldBe(all.Count);
        all.Count.ShouldBe(tenant.Traces.All.Count(t => t.At >= Now.AddDays(-10)));
        all.Count.ShouldBeGreaterThan(19_990);
    }

    [Fact]
    public async Task Beta_has_the_sign_ins_without_a_person_and_only_when_asked()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        tenant.SignIns.Generate(2_000, Now.AddDays(-2), Now, nonInteractive: 0.25);
        using var caller = new GraphCaller(tenant);
        var silent = tenant.SignIns.All.Count(s => !s.IsInteractive);

        silent.ShouldBeInRange(400, 600);
        (await caller.All("/v1.0/auditLogs/signIns")).Count.ShouldBe(2_000 - silent);
        (await caller.All("/beta/auditLogs/signIns")).Count.ShouldBe(2_000 - silent);
        (await caller.All("/beta/auditLogs/signIns?$filter=signInEventTypes/any(t:t eq 'nonInteractiveUser')")).Count.ShouldBe(silent);
        (await caller.Refusal("/v1.0/auditLogs/signIns?$filter=signInEventTypes/any(t:t eq 'nonInteractiveUser')")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_record_that_arrives_between_two_pages_shifts_nothing()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Clock = new FixedClock(Now) });
        tenant.SignIns.Generate(30, Now.AddDays(-1), Now.AddMinutes(-5));
        using var caller = new GraphCaller(tenant);

        var (_, first, _) = await caller.Get("/v1.0/auditLogs/signIns?$top=10");
        tenant.SignIns.Add(new Rosewood.Tenancy.Reports.SignInRecord("new", Now, "u", "u@rosewood.example"));
        var rest = await caller.All(first!["@odata.nextLink"]!.ToString());

        first["value"]!.AsArray().Select(s => s!["id"]!.ToString()).Concat(rest.Select(s => s["id"]!.ToString())).Distinct(StringComparer.Ordinal).Count().ShouldBe(30);
        (await caller.All("/v1.0/auditLogs/signIns?$top=10")).Count.ShouldBe(31);
    }

    [Fact]
    public async Task Messages_follow_by_skip_with_ten_a_page()
    {
        await using var tenant = await TestTenant.StartAsync();
        var user = tenant.Directory.AddUsers(1)[0];
        for (var i = 0; i < 25; i++)
        {
            tenant.Mail.AddMessage(user.Id, new() { ["id"] = $"m{i}", ["receivedDateTime"] = $"2026-03-01T10:{i:D2}:00Z", ["subject"] = "s", ["internetMessageHeaders"] = new System.Text.Json.Nodes.JsonArray() });
        }

        using var caller = new GraphCaller(tenant);
        var (_, first, _) = await caller.Get($"/v1.0/users/{user.UserPrincipalName}/messages");

        first!["value"]!.AsArray().Count.ShouldBe(10);
        first["@odata.nextLink"]!.ToString().ShouldContain("$skip=10");
        first["value"]![0]!["internetMessageHeaders"].ShouldBeNull();
        (await caller.All($"/v1.0/users/{user.Id}/messages?$select=internetMessageHeaders")).Count(m => m["internetMessageHeaders"] is not null).ShouldBe(25);
    }
}
