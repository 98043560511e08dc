using System.Diagnostics;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Graph;

public sealed class SyncCrashTests
{
    private const int FewestKills = 8;
    private static readonly SyncPolicyTenant Sync = new() { Source = [TenantSource.SignIns, TenantSource.MessageTraces], From = new TimeInput("2026-11-04") };

    [Fact]
    public async Task A_killed_sync_loses_nothing_doubles_nothing_and_does_not_ask_again_for_what_was_finished()
    {
        await using var school = await TenantSchool.StartAsync(o => o with { EnforceBudgets = false });
        school.Tenant.SignIns.Generate(9000, TenantSchool.Start.AddDays(-19), TenantSchool.Start.AddMinutes(-5));
        school.Tenant.Traces.Generate(9000, TenantSchool.Start.AddDays(-19), TenantSchool.Start.AddMinutes(-5));
        var random = new Random(5);
        var kills = 0;
        for (var round = 0; kills < FewestKills; round++)
        {
            round.ShouldBeLessThan(30, "The child ends before it is killed.");
            kills += await RunAndKillAsync(school.Folder, school.Tenant.BaseUrl, random.Next(1, 25)) ? 0 : 1;
            foreach (var source in Sync.Source)
            {
                // Whatever is there is whole.
                var lines = school.Lines(source);
                lines.Distinct(StringComparer.Ordinal).Count().ShouldBe(lines.Count);
            }
        }

        school.Tenant.Requests.Clear();
        var settled = Sync.Source.Sum(s => school.Slices.Of(s).Count(t => t.Header.FetchedAt > t.Header.Until));
        var results = (await school.RunAsync(Sync)).Of<SyncResult>().ToList();

        settled.ShouldBeGreaterThan(0);
        school.Lines(TenantSource.SignIns).Count.ShouldBe(9000);
        school.Lines(TenantSource.MessageTraces).Count.ShouldBe(9000);
        school.Tenant.Requests.All.Count.ShouldBeLessThanOrEqualTo(2 * 21 - settled + 4);
        results.ShouldAllBe(r => r.Gaps.Count == 0);
        Directory.EnumerateFiles(school.Folder, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
        school.Temp.Store.CheckIntegrity().ShouldBeEmpty();
        AuditVerifier.Verify(school.Temp.Store, expectedHead: null).Intact.ShouldBeTrue();
    }

    /// <summary>The child's work: a sync whose every page is told on its output.</summary>
    internal static void RunChild(string folder, string address)
    {
        var paths = new WorkspacePaths(folder);
        using var workspace = new PolicyWorkspace(paths, TestConfig.School with { Tenant = TenantSchool.Config(address) }, PolicyStore.Open(paths.Store));
        var context = new CommandContext("Sync-PolicyTenant", TempWorkspace.Technician, new QuickClock(TenantSchool.Start, 10_000), workspace);
        CommandTable.For(typeof(SyncPolicyTenant)).CreateHandler().HandleAsync(Sync, context, new TellingSink(), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Runs a child, and kills it when it has told a number of steps.</summary>
    /// <returns>Whether it ended by itself.</returns>
    private static async Task<bool> RunAndKillAsync(string folder, string address, int steps)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "exec", typeof(SyncCrashTests).Assembly.Location, "sync", folder, address })
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        for (var i = 0; i < steps; i++)
        {
            if (await child.StandardOutput.ReadLineAsync() is null)
            {
                await child.WaitForExitAsync();
                child.ExitCode.ShouldBe(0);
                return true;
            }
        }

        child.Kill();
        await child.WaitForExitAsync();
        return child.ExitCode == 0;
    }

    private sealed class TellingSink : ICommandSink
    {
        public void Write(object value)
        {
        }

        public void Warn(string message)
        {
        }

        public void Report(Fault fault) => throw fault.ToException();

        public void Progress(CommandProgress progress)
        {
            System.Console.Out.WriteLine(progress.Status);
            System.Console.Out.Flush();
        }

        public bool ShouldProcess(string target, string action) => true;
    }
}
