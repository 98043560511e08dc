using System.Diagnostics;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Publishing;

/// <summary>
/// A process that publishes, grants and revokes without a pause is killed at moments from a fixed seed. Whoever reads a target then finds the
/// one state or the other.
/// </summary>
public sealed class PublishCrashTests : IDisposable
{
    private const int FewestKills = 8;
    private const string Now = "2026-11-24T09:00:00+00:00";
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-kill-").FullName;

    [Fact]
    public async Task A_killed_publication_leaves_the_old_state_or_the_new_one_and_the_next_mends_the_rest()
    {
        var clock = new FixedClock(Now);
        using (var workspace = Open(_folder, isFirst: true, create: true))
        {
            await RunAsync(workspace, new ImportPolicyPerson { Path = Write("staff.csv", DemoStaff.People) });
        }

        var states = new[] { Plans(isFirst: true), Plans(isFirst: false) };
        foreach (var (first, second) in states[0].Zip(states[1]))
        {
            first.Plan.Entry.Content.Span.SequenceEqual(second.Plan.Entry.Content.Span).ShouldBeFalse(first.Target.Name);
        }

        var random = new Random(31);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        // Until every target was met in both states: only then did the kills fall among publications and not before the first.
        for (var kill = 0; kill < FewestKills || !states[0].TrueForAll(w => seen.Contains($"{w.Target.Name}: first") && seen.Contains($"{w.Target.Name}: second")); kill++)
        {
            kill.ShouldBeLessThan(40, string.Join(", ", seen));
            await RunAndKillAsync(rounds: random.Next(4), milliseconds: random.Next(200));
            for (var i = 0; i < states[0].Count; i++)
            {
                seen.Add($"{states[0][i].Target.Name}: {StateOf(states[0][i].Plan, states[1][i].Plan)}");
            }

            using var store = PolicyStore.Open(new WorkspacePaths(_folder).Store);
            store.CheckIntegrity().ShouldBeEmpty();
            AuditVerifier.Verify(store, expectedHead: null).Intact.ShouldBeTrue();
            foreach (var target in AccessSnapshot.LiveTargets(Config(_folder, isFirst: true)))
            {
                var reading = SnapshotReader.Read(AccessSnapshot.PathOf(target), clock.GetUtcNow());
                (reading.Problem is null or SnapshotProblem.Missing).ShouldBeTrue(reading.Detail);
            }
        }

        await ShouldBeMendedAsync(isFirst: true, states[0]);
        await ShouldBeMendedAsync(isFirst: false, states[1]);
        states[1].ForEach(ShouldHoldNothingElse);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The child's work; it tells on its output when a round begins, and never ends by itself.</summary>
    internal static void RunChild(string folder)
    {
        for (var round = 0; ; round++)
        {
            System.Console.Out.WriteLine("round");
            System.Console.Out.Flush();
            using var workspace = Open(folder, isFirst: round % 2 == 0);
            RunAsync(workspace, new PublishSocialMediaBlock()).GetAwaiter().GetResult();
            if (round % 4 == 1)
            {
                RunAsync(workspace, new GrantSocialMediaAccess { User = ["n.obrien"], Reason = "Open evening", AuthorisedBy = "head" }).GetAwaiter().GetResult();
            }
            else if (round % 4 == 3)
            {
                RunAsync(workspace, new RevokeSocialMediaAccess { User = ["n.obrien"], Reason = "Over" }).GetAwaiter().GetResult();
            }
        }
    }

    private static PolicyWorkspace Open(string folder, bool isFirst, bool create = false)
    {
        var paths = new WorkspacePaths(folder);
        return new PolicyWorkspace(paths, Config(folder, isFirst), PolicyStore.Open(paths.Store, create)) { ConfigText = isFirst ? "first" : "second" };
    }

    private static PolicyConfig Config(string folder, bool isFirst) => TestConfig.School with
    {
        School = TestConfig.School.School with { OwnHosts = isFirst ? ["teams.microsoft.com"] : ["teams.microsoft.com", "facebook.com"] },
        Enforcement = new EnforcementConfig
        {
            Targets =
            [
                new EnforcementTargetConfig("proxy", EnforcementTargetKind.Squid) { Path = Path.Combine(folder, "squid"), HelperProgram = "/usr/bin/rosewood" },
                new EnforcementTargetConfig("resolver", EnforcementTargetKind.Dns) { Format = EnforcementFormat.Unbound, Path = Path.Combine(folder, "unbound") },
                new EnforcementTargetConfig("browsers", EnforcementTargetKind.Browser) { Format = EnforcementFormat.Chromium, Path = Path.Combine(folder, "managed", "rosewood.json") },
                new EnforcementTargetConfig("list", EnforcementTargetKind.Feed) { Format = EnforcementFormat.PaloAlto, Path = Path.Combine(folder, "feed", "social.txt") },
            ],
        },
    };

    private static async Task RunAsync(PolicyWorkspace workspace, PolicyRequest request)
    {
        request.Validate();
        var command = CommandTable.For(request.GetType());
        var context = new CommandContext(command.Name, TempWorkspace.Technician, new FixedClock(Now), workspace);
        await command.CreateHandler().HandleAsync(request, context, new RecordingSink(), CancellationToken.None);
        SnapshotRefresh.Run(context, static fault => throw fault.ToException());
    }

    /// <summary>What each target should hold.</summary>
    private List<TargetWork> Plans(bool isFirst)
    {
        using var workspace = Open(_folder, isFirst);
        var context = new CommandContext("Publish-SocialMediaBlock", TempWorkspace.Technician, new FixedClock(Now), workspace);
        var facts = EnforcementFacts.Load(context);
        return [.. context.Config.Enforcement.Targets.Select(t => TargetWork.Of(t, facts, context))];
    }

    /// <summary>Which of two plans is on disk whole, read as the target would: from its entry.</summary>
    private static string StateOf(TargetPlan first, TargetPlan second)
    {
        if (TargetFiles.ReadIfThere(first.Entry.Path) is not { } entry)
        {
            return "none";
        }

        var isFirst = first.Entry.Content.Span.SequenceEqual(entry);
        var plan = isFirst ? first : second;
        plan.Entry.Content.Span.SequenceEqual(entry).ShouldBeTrue("The entry is neither the one nor the other: " + first.Entry.Path);
        foreach (var part in plan.Parts)
        {
            part.Content.Span.SequenceEqual(TargetFiles.ReadIfThere(part.Path)).ShouldBeTrue("A part of the entry is not as planned: " + part.Path);
        }

        return isFirst ? "first" : "second";
    }

    private async Task ShouldBeMendedAsync(bool isFirst, List<TargetWork> works)
    {
        using (var workspace = Open(_folder, isFirst))
        {
            await RunAsync(workspace, new PublishSocialMediaBlock());
            foreach (var target in AccessSnapshot.LiveTargets(workspace.Config))
            {
                AccessSnapshot.IsCurrent(new CommandContext("Get-SocialMediaBlock", TempWorkspace.Technician, new FixedClock(Now), workspace), target).ShouldBeTrue();
            }
        }

        foreach (var work in works)
        {
            PlanOnDisk.Differences(work.Plan).ShouldBeEmpty(work.Target.Name);
        }
    }

    /// <summary>Publications that changed every target have taken away what the killed ones left behind.</summary>
    private static void ShouldHoldNothingElse(TargetWork work) =>
        Directory.GetFiles(Path.GetDirectoryName(work.Plan.Entry.Path)!, "*", SearchOption.AllDirectories)
            .Where(static f => !Path.GetFileName(f).Equals(AccessSnapshot.FileName, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(work.Plan.Parts.Append(work.Plan.Entry).Select(static f => f.Path).Order(StringComparer.Ordinal), work.Target.Name);

    /// <summary>Kills a child some time after so many of its rounds, however slow the machine is.</summary>
    private async Task RunAndKillAsync(int rounds, int milliseconds)
    {
        var start = ChildProgram.StartInfo("publish", _folder);
        start.RedirectStandardError = true;

        using var child = Process.Start(start)!;
        for (var round = 0; round <= rounds; round++)
        {
            (await child.StandardOutput.ReadLineAsync()).ShouldBe("round");
        }

        await Task.Delay(milliseconds);
        child.HasExited.ShouldBeFalse();
        child.Kill();
        await child.WaitForExitAsync();
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
