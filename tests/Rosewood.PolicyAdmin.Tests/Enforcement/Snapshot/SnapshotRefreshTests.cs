using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;

/// <summary>Every change arrives in the snapshots of all live targets, whoever makes it and however it ends.</summary>
public sealed class SnapshotRefreshTests : IDisposable
{
    private readonly DiskWorkspace _workspace = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-test-").FullName;

    public SnapshotRefreshTests()
    {
        Edit(policy =>
        {
            policy["enforcement"] = new JsonObject { ["targets"] = new JsonArray(new JsonObject { ["name"] = "proxy", ["kind"] = "Squid", ["path"] = _folder, ["helperProgram"] = "/usr/bin/rosewood" }) };
            policy["networks"] = new JsonArray(new JsonObject { ["cidr"] = "10.20.0.0/16", ["class"] = "School" });
        });
        _workspace.Run(new ImportPolicyPerson { Path = Csv("staff.csv", DemoStaff.People) });
    }

    private string Snapshot => Path.Combine(_folder, "access.snapshot");

    [Fact]
    public void A_grant_its_confirmation_and_its_end_arrive()
    {
        Decide().Reason.ShouldBe(ReasonCode.NoGrant);

        Edit(policy => policy["access"] = new JsonObject { ["requireConfirmation"] = true });
        Grant();
        Decide().Reason.ShouldBe(ReasonCode.GrantPending);

        _workspace.Run(new ConfirmSocialMediaAccess { Id = ["G-0001"] }, account: "h.teach");
        Decide().Reason.ShouldBe(ReasonCode.Grant);

        _workspace.Clock.Now += TimeSpan.FromMinutes(5);
        _workspace.Run(new RevokeSocialMediaAccess { Id = ["G-0001"], Reason = "Done" });
        Decide().Reason.ShouldBe(ReasonCode.GrantRevoked);
    }

    [Fact]
    public void People_and_devices_arrive()
    {
        Grant();
        _workspace.Clock.Now += TimeSpan.FromMinutes(5);
        _workspace.Run(new ImportPolicyDevice { Path = Csv("devices.csv", "Name,Class,Addresses,Mac,SerialNumber,AssignedUser\nLT-1,Personal,10.20.1.7,,,\n") });
        Decide().Reason.ShouldBe(ReasonCode.InSession);

        _workspace.Clock.Now += TimeSpan.FromMinutes(5);
        _workspace.Run(new ImportPolicyPerson { Path = Csv("later.csv", DemoStaff.People.Replace("n.obrien,,,,", "n.obrien,,,,2026-11-23", StringComparison.Ordinal)) });
        Facts().Access.Decide("n.obrien", DeviceClass.School, deviceName: null, "Facebook", _workspace.Clock.Now.UtcTicks).Reason.ShouldBe(ReasonCode.PersonNotEmployed);
    }

    [Fact]
    public void Services_arrive_and_go()
    {
        _workspace.Run(new AddSocialMediaService { Name = "Fancy Chat", HostName = ["chat.example"] });
        Facts().Access.Catalogue.Match("www.chat.example").Found.ShouldBeTrue();

        _workspace.Run(new RemoveSocialMediaService { Name = ["Fancy Chat"] });
        Facts().Access.Catalogue.Match("www.chat.example").Found.ShouldBeFalse();
    }

    [Fact]
    public void An_edit_of_the_policy_arrives_with_the_next_command()
    {
        Edit(policy => policy["networks"] = new JsonArray(new JsonObject { ["cidr"] = "10.20.0.0/16", ["class"] = "SchoolMobile" }));
        _workspace.Run(new GetSocialMediaAccess());

        Decide("d.puty").Reason.ShouldBe(ReasonCode.StandingAuthorisation);
    }

    [Fact]
    public void What_a_killed_command_left_undone_the_next_one_does()
    {
        var before = File.ReadAllBytes(Snapshot);
        Grant();
        File.WriteAllBytes(Snapshot, before);
        Decide().Reason.ShouldBe(ReasonCode.NoGrant);

        _workspace.Run(new GetPolicyPerson());
        Decide().Reason.ShouldBe(ReasonCode.Grant);

        File.WriteAllBytes(Snapshot, before[..^10]);
        _workspace.Run(new GetPolicyPerson());
        Decide().Reason.ShouldBe(ReasonCode.Grant);

        File.Delete(Snapshot);
        _workspace.Run(new GetPolicyPerson());
        Decide().Reason.ShouldBe(ReasonCode.Grant);
    }

    [Fact]
    public void A_command_that_changes_nothing_leaves_the_file_alone()
    {
        var before = File.ReadAllBytes(Snapshot);
        _workspace.Clock.Now += TimeSpan.FromHours(1);

        _workspace.Run(new GetPolicyPerson());

        File.ReadAllBytes(Snapshot).ShouldBe(before);
        Directory.GetFiles(_folder).ShouldBe([Snapshot]);
    }

    [Fact]
    public void What_was_committed_before_a_fault_arrives_too()
    {
        var sink = new RecordingSink();

        // The second person is nobody: the grant of the first may stand or not, the snapshot says what the store says.
        Should.Throw<FaultException>(() => _workspace.Run(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "nobody", Reason = "Fair", For = new("2h") }, sink: sink));

        sink.Faults.ShouldBeEmpty();
        Check().Status.ShouldBe(HealthStatus.Green);
    }

    [Fact]
    public void A_snapshot_that_can_not_be_written_is_told_and_the_grant_stands()
    {
        File.Delete(Snapshot);
        Directory.CreateDirectory(Path.Combine(Snapshot, "in the way"));

        var sink = Grant();

        sink.Of<AccessGrant>().Single().Status.ShouldBe(GrantStatus.Active);
        var fault = sink.Faults.ShouldHaveSingleItem();
        fault.Id.ShouldBe("SnapshotNotWritten");
        fault.Target.ShouldBe(Snapshot);
        fault.Message.ShouldContain("still goes by the old facts");
        Directory.GetFiles(_folder).ShouldBeEmpty();

        Directory.Delete(Snapshot, recursive: true);
        _workspace.Run(new GetSocialMediaAccess()).Faults.ShouldBeEmpty();
        Decide().Reason.ShouldBe(ReasonCode.Grant);
    }

    [Fact]
    public void An_unknown_reader_group_is_told()
    {
        Edit(policy => policy["enforcement"]!["targets"]![0]!["readerGroup"] = "no-such-group-here");

        _workspace.Run(new GetSocialMediaAccess()).Faults.ShouldHaveSingleItem().Message.ShouldContain("no-such-group-here");
    }

    [Theory]
    [InlineData("enabled", "false")]
    [InlineData("format", "\"Static\"")]
    public void A_target_that_is_not_live_gets_none(string key, string value)
    {
        File.Delete(Snapshot);
        Edit(policy => policy["enforcement"]!["targets"]![0]![key] = JsonNode.Parse(value));

        _workspace.Run(new GetSocialMediaAccess()).Faults.ShouldBeEmpty();

        File.Exists(Snapshot).ShouldBeFalse();
    }

    [Fact]
    public void A_target_that_was_not_published_to_gets_no_folder()
    {
        Directory.Delete(_folder, recursive: true);

        _workspace.Run(new GetSocialMediaAccess()).Faults.ShouldBeEmpty();

        Directory.Exists(_folder).ShouldBeFalse();
        Directory.CreateDirectory(_folder);
    }

    [Fact]
    public void A_command_that_began_before_an_edit_does_not_put_it_back()
    {
        using var old = WorkspaceLocator.Open(_workspace.Paths.Root);
        var context = new CommandContext("Get-Nothing", new Operator("it.tech", Person: null, RoleSet.None), _workspace.Clock, old);
        Edit(policy => policy["networks"] = new JsonArray(new JsonObject { ["cidr"] = "10.20.0.0/16", ["class"] = "SchoolMobile" }));
        _workspace.Run(new GetSocialMediaAccess());

        SnapshotRefresh.Run(context, f => throw f.ToException());

        Decide("d.puty").Reason.ShouldBe(ReasonCode.StandingAuthorisation);
        AccessSnapshot.Write(context, AccessSnapshot.LiveTargets(old.Config).Single()).ShouldBeFalse();
    }

    [Fact]
    public void Others_may_read_it_and_nobody_else_write_it()
    {
        File.GetUnixFileMode(Snapshot).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    [Fact]
    public void Health_is_green_when_it_is_current_and_red_with_a_remedy_when_not()
    {
        Check().Status.ShouldBe(HealthStatus.Green, Check().Detail);

        var before = File.ReadAllBytes(Snapshot);
        Grant();
        File.WriteAllBytes(Snapshot, before);
        Check().ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("changed since"), c => c.Remedy!.ShouldContain("Get-SocialMediaAccess"));

        _workspace.Run(new GetSocialMediaAccess());
        Check().Status.ShouldBe(HealthStatus.Green);

        File.WriteAllText(Snapshot, "rubbish\n");
        Check().ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("damaged"), c => c.Remedy.ShouldNotBeNull());

        File.Delete(Snapshot);
        Check().ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Remedy!.ShouldContain("Publish-SocialMediaBlock"));
    }

    [Fact]
    public void A_target_that_was_never_published_to_is_told_once_as_that_and_not_as_closed()
    {
        File.Delete(Snapshot);
        Checks().ShouldBeEmpty();
        Directory.Delete(_folder, recursive: true);
        Checks().ShouldBeEmpty();
        _workspace.Run(new TestPolicyWorkspace()).Of<HealthCheck>().Where(c => c.Name.Equals("Block on proxy", StringComparison.Ordinal)).ShouldHaveSingleItem().Detail.ShouldContain("never published");
        Directory.CreateDirectory(_folder);
    }

    [Fact]
    public void Health_stays_green_when_only_the_audit_has_moved_on()
    {
        _workspace.Clock.Now += TimeSpan.FromHours(1);
        _workspace.WithStore(store =>
        {
            using var change = store.BeginChange(new AuditOrigin("Import-FirewallLog", "P-1", _workspace.Clock.Now));
            change.Audit("GOV-1", "log", before: null, after: "x");
            change.Commit();
        });

        Check().Status.ShouldBe(HealthStatus.Green, Check().Detail);
    }

    [Fact]
    public void Commands_at_the_same_time_leave_the_newest_facts()
    {
        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < 5; i++)
            {
                Grant().Faults.ShouldBeEmpty();
            }
        });

        Facts().Access.Ledger.All.Count.ShouldBe(20);
        Directory.GetFiles(_folder).ShouldBe([Snapshot]);
        _workspace.WithStore(store => SnapshotReader.Read(Snapshot, _workspace.Clock.Now).Header!.Source.AuditHead.ShouldBe(store.Audit.Head().Sequence));
    }

    public void Dispose()
    {
        _workspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private RecordingSink Grant() => _workspace.Run(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "Fair", Reference = "R1", For = new("2h") });

    private SnapshotFacts Facts()
    {
        var reading = SnapshotReader.Read(Snapshot, _workspace.Clock.Now);
        reading.Problem.ShouldBeNull(reading.Detail);
        return reading.Facts!;
    }

    private AccessDecision Decide(string who = "n.obrien")
    {
        var facts = Facts();
        var device = facts.Devices.Resolve("10.20.1.7", deviceText: null, _workspace.Clock.Now.UtcTicks);
        return facts.Access.Decide(new AccessQuery(who, device.Class, device.Name, facts.Access.Catalogue.Match("www.facebook.com"), _workspace.Clock.Now.UtcTicks));
    }

    /// <summary>The check of a target that was published to: its entry is there.</summary>
    private HealthCheck Check()
    {
        File.WriteAllText(Path.Combine(_folder, "rosewood.conf"), "");
        return Checks().Single();
    }

    private List<HealthCheck> Checks() => [.. _workspace.Run(new TestPolicyWorkspace()).Of<HealthCheck>().Where(c => c.Name.Equals("Live block", StringComparison.Ordinal))];

    private string Csv(string name, string content)
    {
        var path = Path.Combine(_workspace.Paths.Root, "..", name);
        File.WriteAllText(path, content);
        return path;
    }

    private void Edit(Action<JsonNode> edit)
    {
        var policy = JsonNode.Parse(File.ReadAllText(_workspace.Paths.Config), documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        edit(policy);
        File.WriteAllText(_workspace.Paths.Config, policy.ToJsonString());
    }
}
