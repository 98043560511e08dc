using System.Text.Json;
using System.Text.Json.Nodes;
using Rosewood.Tenancy;
using Rosewood.Tenancy.Directory;

namespace Rosewood.PolicyAdmin.Tests.Tenancy;

public class FaultTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_faults_and_about_the_shares_asked_for()
    {
        var plan = new FaultPlan { Seed = 7, Shares = new Dictionary<FaultKind, double> { [FaultKind.Throttled] = 0.2, [FaultKind.Unavailable] = 0.1 } };
        await using var one = await TestTenant.StartAsync(new TestTenantOptions { Faults = plan });
        await using var two = await TestTenant.StartAsync(new TestTenantOptions { Faults = plan });

        var first = await Statuses(one, 400);

        (await Statuses(two, 400)).ShouldBe(first);
        first.Count(s => s == 429).ShouldBeInRange(50, 110);
        first.Count(s => s == 503).ShouldBeInRange(20, 65);
        one.Requests.All.Count(r => r.Status == 200).ShouldBe(first.Count(s => s == 200));
    }

    [Fact]
    public async Task A_throttled_write_says_when_to_come_back_and_did_nothing()
    {
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { Faults = new FaultPlan { RetryAfterSeconds = 3 } });
        var user = tenant.Directory.AddUsers(1)[0];
        var group = tenant.Directory.Add(new TenantGroup("00000000-0000-0000-0000-0000000000aa", "Allowed"));
        using var caller = new GraphCaller(tenant);
        foreach (var kind in (FaultKind[])[FaultKind.Throttled, FaultKind.Unavailable, FaultKind.GatewayTimeout])
        {
            tenant.Faults.Next(kind);
        }

        var answers = new List<(int, double?)>();
        for (var i = 0; i < 4; i++)
        {
            var (status, _, response) = await caller.Send(HttpMethod.Post, $"/v1.0/groups/{group.Id}/members/$ref", $$"""{ "@odata.id": "{{tenant.BaseUrl}}/v1.0/directoryObjects/{{user.Id}}" }""");
            answers.Add((status, response.Headers.RetryAfter?.Delta?.TotalSeconds));
            tenant.Directory.ActualMembers(group.Id).Count.ShouldBe(i == 3 ? 1 : 0);
        }

        answers.ShouldBe([(429, 3), (503, 3), (504, null), (204, null)]);
    }

    [Fact]
    public async Task Cut_and_truncated_answers_fail_as_they_do_on_a_wire()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Directory.AddUsers(500);
        using var caller = new GraphCaller(tenant);
        tenant.Faults.Next(FaultKind.CutBefore);
        await Should.ThrowAsync<HttpRequestException>(() => caller.Get("/v1.0/users?$top=999"));
        tenant.Faults.Next(FaultKind.CutInside);
        await Should.ThrowAsync<HttpRequestException>(() => caller.Get("/v1.0/users?$top=999"));
        tenant.Faults.Next(FaultKind.Truncated);
        await Should.ThrowAsync<JsonException>(() => caller.Get("/v1.0/users?$top=999"));

        tenant.Requests.All.Select(r => (r.Status, r.Fault)).ShouldBe([(0, FaultKind.CutBefore), (200, FaultKind.CutInside), (200, FaultKind.Truncated)]);
        (await caller.All("/v1.0/users?$top=999")).Count.ShouldBe(500);
    }

    [Fact]
    public async Task A_repeated_page_gives_the_same_records_again_and_an_empty_one_goes_on()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Directory.AddUsers(30);
        using var caller = new GraphCaller(tenant);
        tenant.Faults.Next(FaultKind.RepeatedPage);
        tenant.Faults.Next(FaultKind.EmptyPage);

        var all = await caller.All("/v1.0/users?$top=10");

        all.Count.ShouldBe(40);
        all.Select(u => u["id"]!.ToString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(30);
        tenant.Requests.All.Count.ShouldBe(5);
    }

    [Fact]
    public async Task An_expired_skip_token_stays_expired()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Directory.AddUsers(30);
        using var caller = new GraphCaller(tenant);
        var (_, page, _) = await caller.Get("/v1.0/users?$top=10");
        tenant.Faults.Next(FaultKind.ExpiredSkipToken, path: "/users");
        var next = page!["@odata.nextLink"]!.ToString();

        (await caller.Refusal(next)).ShouldBe((400, "Directory_ExpiredPageToken"));
        (await caller.Refusal(next)).ShouldBe((400, "Directory_ExpiredPageToken"));
        (await caller.All("/v1.0/users?$top=10")).Count.ShouldBe(30);
    }

    [Fact]
    public async Task A_skip_token_belongs_to_its_query()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Directory.AddUsers(30);
        using var caller = new GraphCaller(tenant);
        var (_, page, _) = await caller.Get("/v1.0/users?$top=10");
        var next = page!["@odata.nextLink"]!.ToString();

        (await caller.Refusal(next.Replace("$top=10", "$top=20", StringComparison.Ordinal))).Status.ShouldBe(400);
        (await caller.Get(next)).Status.ShouldBe(200);
        (await caller.Get(next)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Mail_that_was_accepted_may_still_be_answered_with_504()
    {
        await using var tenant = await TestTenant.StartAsync();
        var user = tenant.Directory.AddUsers(1)[0];
        using var caller = new GraphCaller(tenant);
        tenant.Faults.Next(FaultKind.GatewayTimeoutAfterWork, path: "sendMail");
        var mail = new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["subject"] = "Report",
                ["body"] = new JsonObject { ["contentType"] = "Text", ["content"] = "See attachment." },
                ["toRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = "head@rosewood.example" } }),
                ["attachments"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.fileAttachment", ["name"] = "report.html", ["contentBytes"] = Convert.ToBase64String("<p>"u8) }),
            },
        };

        (await caller.Send(HttpMethod.Post, $"/v1.0/users/{user.Id}/sendMail", mail.ToJsonString())).Status.ShouldBe(504);
        tenant.Mail.Sent.Count.ShouldBe(1);
        (await caller.Send(HttpMethod.Post, $"/v1.0/users/{user.Id}/sendMail", mail.ToJsonString())).Status.ShouldBe(202);
        tenant.Mail.Sent[1].Attachments[0].Content.ShouldBe("<p>"u8.ToArray());

        mail["message"]!["attachments"]![0]!["contentBytes"] = new string('A', 4 * 1024 * 1024);
        (await caller.Send(HttpMethod.Post, $"/v1.0/users/{user.Id}/sendMail", mail.ToJsonString())).Status.ShouldBe(413);
        mail["message"]!["toRecipients"] = new JsonArray();
        (await caller.Send(HttpMethod.Post, $"/v1.0/users/{user.Id}/sendMail", mail.ToJsonString().Replace(new string('A', 4 * 1024 * 1024), "AAAA", StringComparison.Ordinal))).Status.ShouldBe(400);
        tenant.Mail.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_sixth_report_in_ten_seconds_is_too_many_and_trying_again_at_once_does_not_help()
    {
        var clock = new StoppedWatch();
        await using var tenant = await TestTenant.StartAsync(new TestTenantOptions { EnforceBudgets = true, BudgetClock = clock });
        using var caller = new GraphCaller(tenant);
        for (var i = 0; i < 5; i++)
        {
            (await caller.Get("/v1.0/auditLogs/signIns")).Status.ShouldBe(200);
        }

        var (status, _, response) = await caller.Get("/v1.0/auditLogs/directoryAudits");
        (status, response.Headers.RetryAfter!.Delta!.Value.TotalSeconds).ShouldBe((429, 10));
        clock.Seconds = 9.9;
        (await caller.Get("/v1.0/auditLogs/signIns")).Status.ShouldBe(429);
        (await caller.Get("/v1.0/users")).Status.ShouldBe(200);
        clock.Seconds = 10.1;
        (await caller.Get("/v1.0/auditLogs/signIns")).Status.ShouldBe(200);
        tenant.Requests.Of("reports").Count.ShouldBe(8);
        tenant.Requests.MostWithin("reports", TimeSpan.FromMinutes(10)).ShouldBe(8);
    }

    private static async Task<List<int>> Statuses(TestTenant tenant, int count)
    {
        using var caller = new GraphCaller(tenant);
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            statuses.Add((await caller.Get("/v1.0/users")).Status);
        }

        return statuses;
    }

    private sealed class StoppedWatch : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
