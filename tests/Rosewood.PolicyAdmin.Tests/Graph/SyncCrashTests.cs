using System.Diagnostics;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.Tenancy;

namespace Rosewood.PolicyAdmin.Tests.Graph;

public sealed class SyncCrashTests
{
    private const int FewestKills = 8;
    private static readonly FaultPlan Faults = new()
    {
        Shares = new Dictionary<Rosewood.Tenancy.FaultKind, double>
        {
            [Rosewood.Tenancy.FaultKind.Throttled] = 0.04,
            [Rosewood.Tenancy.FaultKind.CutInside] = 0.02,
            [Rosewood.Tenancy.FaultKind.Truncated] = 0.02,
        },
    };

    private static readonly SyncPolicyTenant Sync = new() { Source = [TenantSource.SignIns, TenantSource.MessageTraces], From = new TimeInput("2026-11-04") };

    [Fact]
    public async Task A_killed_sync_loses_nothing_doubles_nothing_and_does_not_ask_again_for_what_was_finished()
    {
        await using var school = await TenantSchool.StartAsync(o => o with { Faults = Faults });
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

        // The last run asks in peace: what it asks for is counted, and a limit that the killed one had reached is over.
        school.Tenant.Faults.Plan = FaultPlan.None;
        await Task.Delay(TimeSpan.FromSeconds(10 / TenantSchool.Speed));
        school.Tenant.Requests.All.ShouldContain(r => r.Fault != Rosewood.Tenancy.FaultKind.None);
        school.Tenant.Requests.Clear();
        var settled = Sync.Source.Sum(s => school.Slices.Of(s).Count(t => t.Header.FetchedAt > t.Header.Until));
        var results = (await school.RunAsync(Sync)).Of<SyncResult>().ToList();

        settled.ShouldBeGreaterThan(0);
        Ids(school, TenantSource.SignIns, "id").ShouldBe(school.Tenant.SignIns.All.Select(static s => s.Id).Order(StringComparer.Ordinal));
        Ids(school, TenantSource.MessageTraces, "id", "recipientAddress").ShouldBe(school.Tenant.Traces.All.Select(static t => $"{t.Id} {t.Recipient}").Order(StringComparer.Ordinal));
        school.Tenant.Requests.Admitted.Count.ShouldBeLessThanOrEqualTo(2 * 21 - settled + 4);
        results.ShouldAllBe(r => r.Gaps.Count == 0);
        Directory.EnumerateFiles(school.Folder, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
        school.Temp.Store.CheckIntegrity().ShouldBeEmpty();
        AuditVerifier.Verify(school.Temp.Store, expectedHead: null).Intact.ShouldBeTrue();
    }

    private static IEnumerable<string> Ids(TenantSchool school, TenantSource source, params string[] names) => school.Lines(source)
        .Select(line =>
        {
            using var record = JsonDocument.Parse(line);
            return string.Join(' ', names.Select(n => record.RootElement.GetProperty(n).GetString()));
        })
        .Order(StringComparer.Ordinal);

    /// <summary>The child's work: a sync whose every page is told on its output.</summary>
    internal static void RunChild(string folder, string address)
    {
        var paths = new WorkspacePaths(folder);
        using var workspace = new PolicyWorkspace(paths, TestConfig.School with { Tenant = TenantSchool.Config(address) }, PolicyStore.Open(paths.Store));
        var context = new CommandContext("Sync-PolicyTenant", TempWorkspace.Technician, new QuickClock(TenantSchool.Start, TenantSchool.Speed), workspace);
        CommandTable.For(typeof(SyncPolicyTenant)).CreateHandler().HandleAsync(Sync, context, new TellingSink(), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Runs a child, and kills it when it has told a number of steps.</summary>
    /// <returns>Whether it ended by itself.</returns>
    private static async Task<bool> RunAndKillAsync(string folder, string address, int steps)
    {
        using var child = Process.Start(ChildProgram.StartInfo("sync", folder, address))!;
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
