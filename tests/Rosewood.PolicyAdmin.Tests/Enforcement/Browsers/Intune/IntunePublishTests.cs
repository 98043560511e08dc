using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Browsers.Intune;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Graph.Profiles;
using Rosewood.PolicyAdmin.Tests.Graph;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.Tenancy;
using TenantFault = Rosewood.Tenancy.FaultKind;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Browsers.Intune;

/// <summary>A browser's policy kept in the tenant's Intune.</summary>
public sealed class IntunePublishTests
{
    private const string Name = "Social media policy: edge";

    private static async Task<TenantSchool> SchoolAsync(Func<TestTenantOptions, TestTenantOptions>? with = null)
    {
        var target = new EnforcementTargetConfig("edge", EnforcementTargetKind.Browser) { Format = EnforcementFormat.Edge, Platform = BrowserPlatform.Intune, InTenant = true, Services = ["Facebook"] };
        var school = await TenantSchool.StartAsync(with, targets: [target]);
        await school.Temp.WithSchoolAsync();
        return school;
    }

    private static JsonObject Profile(TenantSchool school) => school.Tenant.Devices.Configurations.Values.Single(c => c["displayName"]!.ToString().Equals(Name, StringComparison.Ordinal));

    private static string Value(TenantSchool school, string policy) => Profile(school)["omaSettings"]!.AsArray().Single(s => s!["omaUri"]!.ToString().EndsWith("/" + policy, StringComparison.Ordinal))!["value"]!.ToString();

    private static async Task<BlockStatus> StatusAsync(TenantSchool school) => (await school.RunAsync(new GetSocialMediaBlock())).Of<BlockStatus>().Single();

    private static async Task<PolicyControl> UseOfSchoolDevicesAsync(TenantSchool school) => (await school.RunAsync(new GetPolicyControl())).Of<PolicyControl>().Single(c => c.Clause is "USE-1");

    private static int Writes(TenantSchool school) => school.Tenant.Requests.All.Count(r => r.Method is "POST" or "PATCH" or "DELETE");

    [Fact]
    public async Task The_profile_is_made_read_back_and_an_administrator_is_told_to_assign_it()
    {
        await using var school = await SchoolAsync();
        (await StatusAsync(school)).State.ShouldBe(BlockState.NotPublished);

        var sink = await school.RunAsync(new PublishSocialMediaBlock());

        sink.Faults.ShouldBeEmpty();
        sink.Asked.ShouldHaveSingleItem().Action.ShouldBe("Change the profile in Intune: make the profile");
        var published = sink.Of<BlockPublication>().Single();
        published.Outcome.ShouldBe(PublicationOutcome.Written, "nobody gets it yet");
        published.Proof.ShouldEndWith("assigned to nobody.");
        sink.Warnings.ShouldContain(w => w.Contains("assigned to nobody yet", StringComparison.Ordinal));
        Profile(school)["@odata.type"]!.ToString().ShouldBe("#microsoft.graph.windows10CustomConfiguration");
        Value(school, "URLBlocklist").ShouldContain("facebook.com");
        (await StatusAsync(school)).ShouldSatisfyAllConditions(s => s.State.ShouldBe(BlockState.Drifted), s => s.Detail.ShouldContain(d => d.Contains("assigned to nobody", StringComparison.Ordinal)), s => s.LastProved.ShouldBeNull());
        (await UseOfSchoolDevicesAsync(school)).Status.ShouldNotBe(ControlStatus.Enforced);
        var waiting = await school.RunAsync(new PublishSocialMediaBlock { Due = true });
        (waiting.Outputs.Count, waiting.Warnings.Count).ShouldBe((0, 0));

        // An exclusion alone gives it to nobody.
        var writes = Writes(school);
        school.Tenant.Devices.Exclude(Profile(school)["id"]!.ToString());
        (await StatusAsync(school)).State.ShouldBe(BlockState.Drifted);
        (await school.RunAsync(new PublishSocialMediaBlock())).Of<BlockPublication>().Single().Outcome.ShouldBe(PublicationOutcome.Unchanged);

        school.Tenant.Devices.Assign(Profile(school)["id"]!.ToString());
        (await StatusAsync(school)).State.ShouldBe(BlockState.InStep);
        (await school.RunAsync(new PublishSocialMediaBlock { Due = true })).Of<BlockPublication>().Single().Outcome.ShouldBe(PublicationOutcome.Proved, "from now on it blocks");
        (await StatusAsync(school)).LastProved.ShouldNotBeNull();
        (await UseOfSchoolDevicesAsync(school)).Status.ShouldBe(ControlStatus.Enforced);
        (await school.RunAsync(new PublishSocialMediaBlock())).Of<BlockPublication>().Single().Outcome.ShouldBe(PublicationOutcome.Unchanged);
        var due = await school.RunAsync(new PublishSocialMediaBlock { Due = true });
        (due.Outputs.Count, due.Warnings.Count, Writes(school)).ShouldBe((0, 0, writes));
    }

    [Fact]
    public async Task What_somebody_changed_in_Intune_is_drift_and_publishing_puts_it_right()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new PublishSocialMediaBlock());
        var id = Profile(school)["id"]!.ToString();
        school.Tenant.Devices.Assign(id);
        school.Tenant.Devices.Change(id, profile =>
        {
            var settings = profile["omaSettings"]!.AsArray();
            settings.RemoveAt(0);
            settings.Add(new JsonObject { ["@odata.type"] = "#microsoft.graph.omaSettingString", ["displayName"] = "Other", ["omaUri"] = "./Device/Vendor/MSFT/Policy/Config/Other", ["value"] = "<enabled/>" });
        });

        var status = await StatusAsync(school);
        status.State.ShouldBe(BlockState.Drifted);
        status.Detail.ShouldContain("Publishing would add URLBlocklist", StringComparer.Ordinal);
        status.Detail.ShouldContain("Publishing would take Other out", StringComparer.Ordinal);
        (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldBeEmpty();
        (await StatusAsync(school)).State.ShouldBe(BlockState.InStep);
    }

    [Fact]
    public async Task What_an_administrator_set_is_written_back_as_it_was()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new PublishSocialMediaBlock());
        school.Tenant.Devices.Change(Profile(school)["id"]!.ToString(), static profile => profile["omaSettings"] = new JsonArray(
            Setting("Integer", "A number", 7),
            Setting("Boolean", "A switch", true),
            Setting("String", "A text", "<enabled/>"),
            Setting("StringXml", "A file", Convert.ToBase64String("<rules>é</rules>"u8))));
        var before = Profile(school);
        using (var profiles = await IntuneProfiles.OpenAsync(school.Context("Publish-SocialMediaBlock"), new RecordingSink(), CancellationToken.None))
        {
            var found = (await profiles.FindAsync(Name, CancellationToken.None)).ShouldNotBeNull();
            found.Settings["./Device/Test/A file"].Value.ShouldBe("<rules>é</rules>");
            await profiles.UpdateAsync(found.Id, IntuneComparison.ProfileOf(before, found.Settings), CancellationToken.None);
        }

        Sorted(Profile(school)).ShouldBe(Sorted(before));

        static JsonObject Setting(string type, string name, JsonNode value) => new() { ["@odata.type"] = "#microsoft.graph.omaSetting" + type, ["displayName"] = name, ["omaUri"] = "./Device/Test/" + name, ["value"] = value };

        static List<string> Sorted(JsonObject profile) => [.. profile["omaSettings"]!.AsArray().Select(s => s!.ToJsonString()).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task What_if_changes_nothing()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new PublishSocialMediaBlock(), new RecordingSink { Agrees = false });
        school.Tenant.Devices.Configurations.ShouldBeEmpty();
        (await StatusAsync(school)).State.ShouldBe(BlockState.NotPublished);
    }

    [Fact]
    public async Task A_lost_answer_is_no_failure_where_the_tenant_shows_the_profile()
    {
        await using var school = await SchoolAsync();
        school.Tenant.Faults.Next(TenantFault.GatewayTimeoutAfterWork, path: "deviceConfigurations", method: "POST");
        var sink = await school.RunAsync(new PublishSocialMediaBlock());
        sink.Faults.ShouldBeEmpty();
        school.Tenant.Devices.Configurations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_not_done_is_said_and_nothing_is_recorded()
    {
        await using var school = await SchoolAsync();
        school.Tenant.Faults.Next(TenantFault.GatewayTimeout, path: "deviceConfigurations", method: "POST");
        var fault = (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldHaveSingleItem();
        fault.Id.ShouldBe("IntuneProfileNotProved");
        fault.Message.ShouldContain("It is again as it was before.");
        school.Tenant.Devices.Configurations.ShouldBeEmpty();
        (await StatusAsync(school)).State.ShouldBe(BlockState.NotPublished);
    }

    [Fact]
    public async Task Two_profiles_of_the_name_are_no_guess()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new PublishSocialMediaBlock());
        school.Tenant.Devices.Copy(Profile(school)["id"]!.ToString());
        (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldHaveSingleItem().Id.ShouldBe("IntuneProfileAmbiguous");
    }

    [Fact]
    public async Task A_missing_permission_is_named_with_the_way_round()
    {
        await using var school = await SchoolAsync(static o => o with { Consented = ["DeviceManagementManagedDevices.Read.All", "User.Read.All"] });
        var fault = (await school.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldHaveSingleItem();
        fault.ShouldSatisfyAllConditions(
            f => f.Message.ShouldContain("DeviceManagementConfiguration.ReadWrite.All"),
            f => f.Message.ShouldContain("take inTenant out of the target"));
    }
}
