using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Tests.Enforcement;

/// <summary>The commands over a hosts file, which needs no program.</summary>
public sealed class PublishSocialMediaBlockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-block-").FullName;

    private string HostsFile => Path.Combine(_folder, "hosts.block");

    [Fact]
    public async Task A_target_goes_from_not_published_to_in_step_and_drifts_with_the_catalogue()
    {
        using var workspace = Workspace();
        (await StatusAsync(workspace)).State.ShouldBe(BlockState.NotPublished);

        var published = (await workspace.RunAsync(new PublishSocialMediaBlock())).Of<BlockPublication>().ShouldHaveSingleItem();
        published.Outcome.ShouldBe(PublicationOutcome.Written);
        (await File.ReadAllTextAsync(HostsFile)).ShouldContain("facebook.com");
        (await StatusAsync(workspace)).State.ShouldBe(BlockState.InStep);

        (await workspace.RunAsync(new PublishSocialMediaBlock())).Of<BlockPublication>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.Outcome.ShouldBe(PublicationOutcome.Unchanged),
            p => p.Proof.ShouldContain("nothing has proved that it holds"));

        await workspace.RunAsync(new Rosewood.PolicyAdmin.Catalogue.RemoveSocialMediaService { Name = ["Facebook"], Force = true });
        var drifted = await StatusAsync(workspace);
        drifted.State.ShouldBe(BlockState.Drifted);
        drifted.Detail.ShouldContain(d => d.Contains(HostsFile, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Due_publishes_what_was_published_before_and_nothing_else()
    {
        using var workspace = Workspace();
        (await workspace.RunAsync(new PublishSocialMediaBlock { Due = true })).Of<BlockPublication>().ShouldBeEmpty();
        File.Exists(HostsFile).ShouldBeFalse();

        await workspace.RunAsync(new PublishSocialMediaBlock());
        (await workspace.RunAsync(new PublishSocialMediaBlock { Due = true })).Of<BlockPublication>().ShouldBeEmpty();

        await File.WriteAllTextAsync(HostsFile, "# someone's own idea\n");
        (await workspace.RunAsync(new PublishSocialMediaBlock { Due = true })).Of<BlockPublication>().ShouldHaveSingleItem();
        (await StatusAsync(workspace)).State.ShouldBe(BlockState.InStep);
    }

    /// <summary>A publication that was stopped between its swap and its reload has left files that are as planned and that nothing has read.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_publication_that_never_came_to_its_end_is_not_in_step_and_is_published_again(bool due)
    {
        var witness = Path.Combine(_folder, "reloaded");
        using var workspace = Workspace(reload: ["touch", witness]);
        await workspace.RunAsync(new PublishSocialMediaBlock());
        await workspace.RunAsync(new Rosewood.PolicyAdmin.Catalogue.RemoveSocialMediaService { Name = ["Facebook"], Force = true });
        using (var aside = new TempWorkspace(workspace.Workspace.Config with
        {
            Enforcement = new EnforcementConfig { Targets = [workspace.Workspace.Config.Enforcement.Targets[0] with { ReloadCommand = [] }] },
        }))
        {
            await aside.RunAsync(new Rosewood.PolicyAdmin.Catalogue.RemoveSocialMediaService { Name = ["Facebook"], Force = true });
            await aside.RunAsync(new PublishSocialMediaBlock());
        }

        File.Delete(witness);
        var status = await StatusAsync(workspace);
        status.State.ShouldBe(BlockState.Drifted);
        status.Detail.ShouldContain(d => d.Contains("Publish again", StringComparison.Ordinal));

        (await workspace.RunAsync(new PublishSocialMediaBlock { Due = due })).Of<BlockPublication>().ShouldHaveSingleItem().Outcome.ShouldBe(PublicationOutcome.Written);
        File.Exists(witness).ShouldBeTrue();
        (await StatusAsync(workspace)).State.ShouldBe(BlockState.InStep);
    }

    [Fact]
    public async Task What_if_changes_nothing()
    {
        using var workspace = Workspace();
        var sink = new RecordingSink { Agrees = false };
        await workspace.RunAsync(new PublishSocialMediaBlock(), sink: sink);
        File.Exists(HostsFile).ShouldBeFalse();
        sink.Of<BlockPublication>().ShouldBeEmpty();
        (await StatusAsync(workspace)).LastPublished.ShouldBeNull();
    }

    [Fact]
    public async Task A_reload_that_fails_puts_the_old_file_back_and_records_nothing()
    {
        using (var workspace = Workspace())
        {
            await workspace.RunAsync(new PublishSocialMediaBlock());
        }

        var old = await File.ReadAllBytesAsync(HostsFile);
        await File.WriteAllBytesAsync(HostsFile, [.. old, .. "# drift\n"u8.ToArray()]);
        using var broken = Workspace(reload: ["false"]);
        var sink = await broken.RunAsync(new PublishSocialMediaBlock());
        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("PublishPutBack");
        (await File.ReadAllBytesAsync(HostsFile)).ShouldBe([.. old, .. "# drift\n"u8.ToArray()]);
        (await StatusAsync(broken)).LastPublished.ShouldBeNull();
    }

    [Fact]
    public async Task A_grant_that_the_target_cannot_make_for_one_person_alone_is_left_out_with_a_warning_and_no_fault()
    {
        using var workspace = Workspace();
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", DemoStaff.People) });
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], Reason = "Fair", AuthorisedBy = "head" });
        var sink = await workspace.RunAsync(new PublishSocialMediaBlock());
        sink.Faults.ShouldBeEmpty();
        sink.Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            w => w.ShouldStartWith("Left out on 'resolver', and all else is published there: "),
            w => w.ShouldContain("Niamh O'Brien (G-0001): every service would also let in everyone who asks this resolver"),
            w => w.ShouldContain("Let through by none: "),
            w => w.ShouldContain("can't open it even with -Force"));
        sink.Of<BlockPublication>().ShouldHaveSingleItem().LeftOut.ShouldContain(l => l.Contains("Niamh O'Brien", StringComparison.Ordinal));
        (await File.ReadAllTextAsync(HostsFile)).ShouldContain("facebook.com");
    }

    [Fact]
    public async Task Who_is_left_out_is_named_with_the_target_that_lets_them_through_also_on_a_run_that_changes_nothing()
    {
        var proxy = new EnforcementTargetConfig("proxy", EnforcementTargetKind.Squid) { Format = EnforcementFormat.Static, Path = Path.Combine(_folder, "squid") };
        using var workspace = Workspace(also: proxy);
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", DemoStaff.People) });
        for (var i = 0; i < 2; i++)
        {
            // The head's and the deputy's standing authorisation alone: nothing could mend it, and on the proxy it works.
            var sink = await workspace.RunAsync(new PublishSocialMediaBlock { Target = ["resolver"] });
            sink.Faults.ShouldBeEmpty();
            sink.Of<BlockPublication>().ShouldHaveSingleItem().Outcome.ShouldBe(i == 0 ? PublicationOutcome.Written : PublicationOutcome.Unchanged);
            sink.Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                w => w.ShouldContain("(USE-3) at 'proxy'"),
                w => w.ShouldNotContain("by none"),
                w => w.ShouldNotContain("-Force"));
        }

        (await workspace.RunAsync(new GetSocialMediaBlock { Target = ["resolver"] })).Of<BlockStatus>().Single().Detail.ShouldContain(d => d.StartsWith("Left out: ", StringComparison.Ordinal));
        BlockChecks.All(workspace.Context("Test-PolicyWorkspace")).First().ShouldSatisfyAllConditions(
            c => c.Status.ShouldBe(HealthStatus.Green),
            c => c.Detail.ShouldContain("left out there"));
    }

    [Fact]
    public async Task An_unknown_target_is_a_fault_that_names_those_that_are()
    {
        using var workspace = Workspace();
        var fault = await workspace.FaultOfAsync(new PublishSocialMediaBlock { Target = ["proxi"] });
        fault.Id.ShouldBe("TargetNotFound");
        fault.Message.ShouldContain("resolver");
    }

    [Fact]
    public async Task A_publication_is_in_the_audit_trail()
    {
        using var workspace = Workspace();
        await workspace.RunAsync(new PublishSocialMediaBlock());
        (await workspace.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().ShouldContain(e => e.Command.Equals("Publish-SocialMediaBlock", StringComparison.Ordinal) && e.Clause.Equals("USE-1", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<BlockStatus> StatusAsync(TempWorkspace workspace) => (await workspace.RunAsync(new GetSocialMediaBlock())).Of<BlockStatus>().ShouldHaveSingleItem();

    private TempWorkspace Workspace(IReadOnlyList<string>? reload = null, EnforcementTargetConfig? also = null) => new(TestConfig.School with
    {
        Enforcement = new EnforcementConfig
        {
            Targets = [new EnforcementTargetConfig("resolver", EnforcementTargetKind.Dns) { Format = EnforcementFormat.Hosts, Path = HostsFile, ReloadCommand = reload ?? [] }, .. also is null ? Array.Empty<EnforcementTargetConfig>() : [also]],
        },
    });
}
