using System.Net;
using System.Net.Sockets;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Tests.Enforcement;

/// <summary>The test of the block against a resolver of the test's own that answers as it is told.</summary>
public sealed class TestSocialMediaBlockTests : IDisposable
{
    private readonly UdpClient _resolver = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stop = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-block-").FullName;
    private volatile bool _blocks = true;

    private string HostsFile => Path.Combine(_folder, "hosts.block");

    public TestSocialMediaBlockTests() => _ = ServeAsync();

    [Fact]
    public async Task A_block_that_holds_is_recorded_and_turns_the_clause_to_enforced()
    {
        using var workspace = Workspace();
        var tests = (await workspace.RunAsync(new TestSocialMediaBlock { Service = ["Facebook"] })).Of<BlockTest>().ToList();
        var test = tests.Single(t => "Facebook".Equals(t.Service, StringComparison.Ordinal));
        test.Outcome.ShouldBe(BlockTestOutcome.Passed);
        test.By.ShouldBe("it.tech");
        test.Device.ShouldBe(Environment.MachineName);
        test.Place.ShouldContain("127.0.0.1");
        test.Expected.ShouldStartWith("Blocked");
        test.Action.ShouldBeNull();
        workspace.Store.Enforcement.Tests().Select(t => t.Id).ShouldBe(tests.Select(t => t.Id));
        tests.ShouldAllBe(t => t.Outcome == BlockTestOutcome.Passed);
        (await ControlAsync(workspace)).Status.ShouldBe(ControlStatus.Enforced);
    }

    [Fact]
    public async Task A_block_that_does_not_hold_is_recorded_as_failed_with_what_to_do()
    {
        using var workspace = Workspace();
        _blocks = false;
        var test = (await workspace.RunAsync(new TestSocialMediaBlock { Service = ["Facebook"] })).Of<BlockTest>().Single(t => "Facebook".Equals(t.Service, StringComparison.Ordinal));
        test.Outcome.ShouldBe(BlockTestOutcome.Failed);
        test.Action!.ShouldContain("Publish-SocialMediaBlock");
        (await ControlAsync(workspace)).Status.ShouldNotBe(ControlStatus.Enforced);
    }

    [Fact]
    public async Task A_target_without_a_probe_address_says_why_it_cannot_be_tried()
    {
        using var workspace = Workspace(probe: false);
        var sink = await workspace.RunAsync(new TestSocialMediaBlock());
        sink.Of<BlockTest>().ShouldBeEmpty();
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("probeAddress");
    }

    [Fact]
    public async Task A_password_file_that_others_may_read_is_refused()
    {
        using var workspace = Workspace();
        var file = workspace.Write("probe.txt", "secret\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        (await workspace.FaultOfAsync(new TestSocialMediaBlock { PasswordFile = file })).Id.ShouldBe("PasswordFileOpen");
    }

    [Fact]
    public async Task Health_turns_red_when_a_due_publication_was_missed_and_amber_for_other_drift()
    {
        using var workspace = Workspace(probe: false);
        await workspace.RunAsync(new PublishSocialMediaBlock());
        BlockChecks.All(workspace.Context("Test-PolicyWorkspace")).ShouldHaveSingleItem().Status.ShouldBe(HealthStatus.Green);

        await File.WriteAllTextAsync(HostsFile, "# drift\n");
        BlockChecks.All(workspace.Context("Test-PolicyWorkspace")).ShouldHaveSingleItem().Status.ShouldBe(HealthStatus.Amber);

        using (var change = workspace.Context("Publish-SocialMediaBlock").BeginChange())
        {
            var now = workspace.Clock.GetUtcNow();
            workspace.Store.Enforcement.Add(change, new Publication("resolver", now, ProvedAt: null, NextRun: now.AddMinutes(-10), Forced: false, "x"));
            change.Audit("USE-1", "target resolver", before: null, "x");
            change.Commit();
        }

        var missed = BlockChecks.All(workspace.Context("Test-PolicyWorkspace")).ShouldHaveSingleItem();
        missed.Status.ShouldBe(HealthStatus.Red);
        missed.Remedy!.ShouldContain("-Due");
    }

    public void Dispose()
    {
        _stop.Cancel();
        _resolver.Dispose();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<PolicyControl> ControlAsync(TempWorkspace workspace) =>
        (await workspace.RunAsync(new GetPolicyControl())).Of<PolicyControl>().Single(c => c.Clause.Equals("USE-1", StringComparison.Ordinal));

    private TempWorkspace Workspace(bool probe = true)
    {
        return new TempWorkspace(TestConfig.School with
        {
            Enforcement = new EnforcementConfig
            {
                Targets =
                [
                    new EnforcementTargetConfig("resolver", EnforcementTargetKind.Dns)
                    {
                        Format = EnforcementFormat.Hosts,
                        Path = HostsFile,
                        ProbeAddress = probe ? $"127.0.0.1:{((IPEndPoint)_resolver.Client.LocalEndPoint!).Port}" : null,
                    },
                ],
            },
        });
    }

    /// <summary>No such name while it blocks; 192.0.2.1 for everything else.</summary>
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await _resolver.ReceiveAsync(_stop.Token);
                var asked = System.Text.Encoding.ASCII.GetString(question.Buffer);
                var refuse = _blocks && !asked.Contains("\aexample\u0003com", StringComparison.OrdinalIgnoreCase);
                var end = 12;
                while (question.Buffer[end] != 0)
                {
                    end += question.Buffer[end] + 1;
                }

                byte[] head = [question.Buffer[0], question.Buffer[1], 0x81, (byte)(refuse ? 0x83 : 0x80), 0, 1, 0, (byte)(refuse ? 0 : 1), 0, 0, 0, 0];
                byte[] answer = refuse ? [] : [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1];
                await _resolver.SendAsync((byte[])[.. head, .. question.Buffer[12..(end + 5)], .. answer], question.RemoteEndPoint, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Stopped.
        }
    }
}
