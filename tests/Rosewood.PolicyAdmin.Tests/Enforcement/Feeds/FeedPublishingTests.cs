using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Feeds;

/// <summary>A feed as a web server serves it: its time, and so its ETag, changes with its content and not otherwise.</summary>
public sealed class FeedPublishingTests
{
    private static readonly DateTime Long = new(2026, 11, 1, 3, 0, 0, DateTimeKind.Utc);
    private static readonly EnforcementTargetConfig Target = new("list", EnforcementTargetKind.Feed) { Format = EnforcementFormat.FortiGate };

    [Fact]
    public async Task A_list_that_has_not_changed_keeps_its_time_and_a_changed_one_is_swapped_whole()
    {
        using var workspace = await Workspace().WithSchoolAsync();
        var path = Path.Combine(workspace.Workspace.Paths.Feeds, "list.txt");
        await workspace.RunAsync(new PublishSocialMediaBlock());
        File.SetLastWriteTimeUtc(path, Long);

        await workspace.RunAsync(new PublishSocialMediaBlock());
        await workspace.RunAsync(new PublishSocialMediaBlock { Force = true });
        await workspace.RunAsync(new PublishSocialMediaBlock { Due = true });
        await GrantAsync(workspace);
        await workspace.RunAsync(new PublishSocialMediaBlock());
        File.GetLastWriteTimeUtc(path).ShouldBe(Long);

        // Who has the old list open goes on reading that one.
        using var old = File.OpenText(path);
        await workspace.RunAsync(new RemoveSocialMediaService { Name = ["Facebook"], Force = true });
        await workspace.RunAsync(new PublishSocialMediaBlock { Due = true });
        File.GetLastWriteTimeUtc(path).ShouldNotBe(Long);
        (await File.ReadAllTextAsync(path)).ShouldNotContain("\nfacebook.com\n");
        (await old.ReadToEndAsync()).ShouldContain("\nfacebook.com\n");
    }

    [Fact]
    public async Task A_grant_opens_nothing_in_a_list_and_the_warning_does_not_promise_force()
    {
        using var workspace = await Workspace().WithSchoolAsync();
        await GrantAsync(workspace);
        foreach (var force in new[] { false, true })
        {
            var sink = await workspace.RunAsync(new PublishSocialMediaBlock { Force = force });
            sink.Faults.ShouldBeEmpty();
            var warning = sink.Warnings.ShouldHaveSingleItem();
            warning.ShouldContain("everyone behind the firewall");
            warning.ShouldContain("can't open it even with -Force");
            (await File.ReadAllTextAsync(Path.Combine(workspace.Workspace.Paths.Feeds, "list.txt"))).ShouldContain("\nfacebook.com\n");
        }
    }

    private static TempWorkspace Workspace() => new(TestConfig.School with { Enforcement = new EnforcementConfig { Targets = [Target] } });

    private static async Task GrantAsync(TempWorkspace workspace) =>
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "A lesson", For = new("2h") });
}
