using System.Text.Json;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.Tenancy.Directory;

namespace Rosewood.PolicyAdmin.Tests.Graph.Sync;

public sealed class SourcesTests
{
    [Fact]
    public async Task Non_interactive_sign_ins_come_from_beta_alone()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.SignIns.Generate(500, TenantSchool.Start.AddDays(-2), TenantSchool.Start.AddMinutes(-5), nonInteractive: 0.5);

        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.SignIns, TenantSource.NonInteractiveSignIns] });

        var people = school.Tenant.SignIns.All.Count(s => s.IsInteractive);
        people.ShouldBeInRange(100, 400);
        school.Lines(TenantSource.SignIns).Count.ShouldBe(people);
        school.Lines(TenantSource.NonInteractiveSignIns).Count.ShouldBe(500 - people);
        school.Tenant.Requests.All.Count(r => r.Path.StartsWith("/beta/", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_change_in_the_directory_keeps_who_and_what_and_no_address()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.Audits.GenerateDirectoryAudits(700, TenantSchool.Start.AddMinutes(-5));

        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.DirectoryAudits] });

        var lines = school.Lines(TenantSource.DirectoryAudits);
        lines.Count.ShouldBe(700);
        lines[0].ShouldContain("user0001@rosewood.example");
        lines[0].ShouldNotContain("203.0.113.1");
    }

    [Fact]
    public async Task Inbox_rules_are_read_of_everybody_on_the_roster_and_a_mailbox_that_is_missing_is_said()
    {
        await using var school = await TenantSchool.StartAsync();
        await school.Temp.WithSchoolAsync();
        var niamh = school.Tenant.Directory.Add(new TenantUser(Guid.NewGuid().ToString(), "n.obrien@rosewood.example", "Niamh O'Brien"));
        school.Tenant.Mail.AddRule(niamh.Id, new JsonObject
        {
            ["id"] = "rule-1",
            ["displayName"] = "away",
            ["isEnabled"] = true,
            ["hasError"] = true,
            ["conditions"] = new JsonObject { ["bodyContains"] = new JsonArray("a pupil's name") },
            ["actions"] = new JsonObject { ["delete"] = true, ["permanentDelete"] = true, ["moveToFolder"] = "folder-7", ["forwardTo"] = new JsonArray(new JsonObject { ["emailAddress"] = new JsonObject { ["name"] = "Me", ["address"] = "niamh@home.example" } }) },
        });
        school.Clock.Now = TenantSchool.Start.AddHours(1);

        var sink = await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.InboxRules] });

        var line = school.Lines(TenantSource.InboxRules).ShouldHaveSingleItem();
        using var json = JsonDocument.Parse(line);
        json.RootElement.GetProperty("mailbox").GetString().ShouldBe("n.obrien@rosewood.example");
        line.ShouldContain("niamh@home.example");
        line.ShouldNotContain("pupil");
        foreach (var unread in (string[])["away", "hasError", "elete", "folder-7", "conditions"])
        {
            line.ShouldNotContain(unread, Case.Sensitive);
        }

        sink.Warnings.ShouldContain(w => w.StartsWith("No mailbox in the tenant", StringComparison.Ordinal) && w.Contains("d.puty@rosewood.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_configuration_names_is_fetched_where_the_command_names_nothing()
    {
        await using var school = await TenantSchool.StartAsync(sources: [TenantSource.DirectoryAudits, TenantSource.MessageTraces]);
        (await school.RunAsync(new SyncPolicyTenant())).Of<SyncResult>().Select(r => r.Source).ShouldBe([TenantSource.MessageTraces, TenantSource.DirectoryAudits]);
    }

    [Fact]
    public async Task A_device_filter_that_the_service_leaves_aside_matters_not_since_none_is_used()
    {
        await using var school = await TenantSchool.StartAsync();
        school.Tenant.Devices.Add("PC-01", "user0001@rosewood.example");
        await school.RunAsync(new SyncPolicyTenant { Source = [TenantSource.Devices] });
        school.Tenant.Requests.All.ShouldAllBe(r => !r.Query.ContainsKey("$filter"));
        school.Lines(TenantSource.Devices).ShouldHaveSingleItem().ShouldContain("PC-01");
    }
}
