using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Publishing;

/// <summary>Where a grant or its end waits for a publication, whoever changes it is told.</summary>
public sealed class AwaitedPublicationTests : IDisposable
{
    private const string Open = "Still open for Niamh O'Brien at 'exempt': ";
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-block-").FullName;

    [Fact]
    public async Task A_revocation_says_where_the_person_still_gets_in_until_a_publication()
    {
        using var workspace = await PublishedAsync();
        (await GrantAsync(workspace)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            w => w.ShouldStartWith("G-0001 counts at 'exempt' only after: Publish-SocialMediaBlock."),
            w => w.ShouldContain("applied to the directory"));
        await PublishAsync(workspace);

        (await EndAsync(workspace, new RevokeSocialMediaAccess { Id = ["G-0001"], Reason = "Over" })).ShouldHaveSingleItem().ShouldStartWith(Open + "there the end of G-0001 counts only after Publish-SocialMediaBlock. Have it run now");
        await PublishAsync(workspace);
        (await File.ReadAllTextAsync(Path.Combine(workspace.Workspace.Paths.Feeds, "exempt.csv"))).ShouldNotContain("n.obrien");
    }

    [Fact]
    public async Task What_was_not_published_is_not_said_to_be_open()
    {
        using (var workspace = await PublishedAsync())
        {
            await GrantAsync(workspace);
            (await EndAsync(workspace, new RevokeSocialMediaAccess { User = ["n.obrien"], Reason = "Over" })).ShouldBeEmpty();
        }

        using var never = await Workspace().WithSchoolAsync();
        (await GrantAsync(never)).ShouldBeEmpty("a target that was never published to blocks nothing");
    }

    [Fact]
    public async Task An_answer_of_the_authoriser_is_told_of_in_the_same_way()
    {
        using var workspace = await PublishedAsync(confirm: true);
        (await GrantAsync(workspace)).ShouldBeEmpty("it does not count before it is confirmed");
        (await EndAsync(workspace, new ConfirmSocialMediaAccess { Id = ["G-0001"] }, workspace.As("head"))).ShouldHaveSingleItem().ShouldStartWith("G-0001 counts at 'exempt' only after");
        (await EndAsync(workspace, new ConfirmSocialMediaAccess(), workspace.As("head"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_is_told_of_as_a_revocation()
    {
        using var workspace = await PublishedAsync();
        await GrantAsync(workspace);
        await PublishAsync(workspace);
        (await EndAsync(workspace, new ConfirmSocialMediaAccess { Id = ["G-0001"], Refuse = true }, workspace.As("head"))).ShouldHaveSingleItem().ShouldStartWith(Open);

        using var waiting = await PublishedAsync(confirm: true);
        await GrantAsync(waiting);
        (await EndAsync(waiting, new ConfirmSocialMediaAccess { Id = ["G-0001"], Refuse = true }, waiting.As("head"))).ShouldBeEmpty("nobody was let in by it yet");
    }

    [Fact]
    public async Task A_grant_that_begins_later_is_told_of_too()
    {
        using var workspace = await PublishedAsync();
        var sink = await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "A lesson", From = new("2026-11-26T09:00"), For = new("2h") });
        sink.Warnings.ShouldHaveSingleItem().ShouldStartWith("G-0001 counts at 'exempt' only after");
    }

    [Fact]
    public async Task What_if_says_nothing_of_it()
    {
        using var workspace = await PublishedAsync();
        var sink = new RecordingSink { Agrees = false };
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "A lesson", For = new("2h") }, sink: sink);
        sink.Warnings.ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<List<string>> GrantAsync(TempWorkspace workspace) =>
        (await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "A lesson", For = new("2h") })).Warnings;

    private static async Task<List<string>> EndAsync(TempWorkspace workspace, PolicyRequest request, Operator? op = null)
    {
        workspace.Clock.Now += TimeSpan.FromMinutes(5);
        return (await workspace.RunAsync(request, op)).Warnings;
    }

    private static Task<RecordingSink> PublishAsync(TempWorkspace workspace) => workspace.RunAsync(new PublishSocialMediaBlock { Target = ["exempt", "list"] });

    private async Task<TempWorkspace> PublishedAsync(bool confirm = false)
    {
        var workspace = await Workspace(confirm).WithSchoolAsync();
        (await PublishAsync(workspace)).Faults.ShouldBeEmpty();
        return workspace;
    }

    /// <summary>A group's list; a hosts file, which no grant opens; and a live proxy, where a grant counts by itself.</summary>
    private TempWorkspace Workspace(bool confirm = false) => new(TestConfig.School with
    {
        Access = new AccessConfig { RequireConfirmation = confirm },
        Enforcement = new EnforcementConfig
        {
            Targets =
            [
                new EnforcementTargetConfig("exempt", EnforcementTargetKind.Group) { Format = EnforcementFormat.Csv },
                new EnforcementTargetConfig("list", EnforcementTargetKind.Dns) { Format = EnforcementFormat.Hosts, Path = Path.Combine(_folder, "hosts") },
                new EnforcementTargetConfig("proxy", EnforcementTargetKind.Squid) { Path = Path.Combine(_folder, "squid") },
            ],
        },
    });
}
