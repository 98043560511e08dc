using System.Globalization;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Traffic.Import;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Import;

public sealed class ImportCrashTests
{
    private const int FewestKills = 10;

    [Fact]
    public void An_import_that_breaks_off_anywhere_loses_nothing_and_doubles_nothing()
    {
        using var whole = new TempWorkspace();
        var log = whole.Write("access.log", SquidLog.Text(Lines(800)));
        Import(whole.Workspace, log, whole.Clock);
        var expected = Shown(whole.Store);
        var random = new Random(11);
        var breaks = 0;
        for (var round = 0; round < 10; round++)
        {
            using var workspace = new TempWorkspace();
            while (!TryImport(workspace.Workspace, log, random.Next(1, 30)))
            {
                breaks++;
            }

            Shown(workspace.Store).ShouldBe(expected);
        }

        breaks.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_killed_import_loses_nothing_and_doubles_nothing()
    {
        using var whole = new TempWorkspace();
        var log = whole.Write("access.log", SquidLog.Text(Lines(2500)));
        Import(whole.Workspace, log, whole.Clock);
        var expected = Shown(whole.Store);
        var random = new Random(12);
        var kills = 0;
        for (var round = 0; kills < FewestKills; round++)
        {
            round.ShouldBeLessThan(20, "The child ends before it is killed.");
            using var killed = new TempWorkspace();
            while (!await ChildProgram.RunAndKillAsync(kills < FewestKills ? random.Next(5, 150) : null, "import", killed.Folder, log))
            {
                kills++;
                AuditVerifier.Verify(killed.Store, expectedHead: null).Intact.ShouldBeTrue();
            }

            Shown(killed.Store).ShouldBe(expected);
            killed.Store.CheckIntegrity().ShouldBeEmpty();
            AuditVerifier.Verify(killed.Store, expectedHead: null).Intact.ShouldBeTrue();
        }
    }

    /// <summary>The child's work: an import with small commits, told on its output when it begins.</summary>
    internal static void RunChild(string folder, string log)
    {
        var paths = new WorkspacePaths(folder);
        using var workspace = new PolicyWorkspace(paths, TestConfig.School, PolicyStore.Open(paths.Store));
        ChildProgram.TellBegun();
        Import(workspace, log, TimeProvider.System);
    }

    private static bool TryImport(PolicyWorkspace workspace, string log, int calls)
    {
        try
        {
            Import(workspace, log, new BreakingClock(calls));
            return true;
        }
        catch (BreakException)
        {
            return false;
        }
    }

    private static void Import(PolicyWorkspace workspace, string log, TimeProvider clock)
    {
        var context = new CommandContext("Import-FirewallLog", TempWorkspace.Technician, clock, workspace);
        var options = new ImportOptions { BlockSize = 700, CommitBytes = 3000, Workers = 2 };
        using var file = LogFile.Open(log);
        new LogImporter(context, new RecordingSink(), options, ServiceCatalogue.BuiltIn, new NoBoundaries()).Import(file, CancellationToken.None);
    }

    private static IEnumerable<string> Lines(int count)
    {
        var random = new Random(13);
        var hosts = new[] { "www.facebook.com", "www.youtube.com", "a.example", "x.com", "b.example" };
        var at = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            at = at.AddSeconds(random.Next(0, 60));
            yield return i % 97 == 96
                ? "malformed"
                : SquidLog.Line(at.ToString("O", CultureInfo.InvariantCulture), hosts[random.Next(hosts.Length)], $"user{random.Next(4)}", elapsed: random.Next(4) == 0 ? random.Next(2_000_000) : 0);
        }
    }

    private static List<string> Shown(PolicyStore store) =>
    [
        .. store.Visits.Read(0, long.MaxValue).Select(v => (v with { Id = 0 }).ToString()),
        .. store.Logs.Slots(0, long.MaxValue).Select(h => $"{h.Counts.Slot} {h.Counts.Lines} {h.Counts.NoUser} {h.Counts.NoHost} {h.Counts.Malformed}"),
        .. store.Logs.Sources().Select(s => $"{s.Offset} {s.Lines} {s.Matched} {s.Malformed} {s.FirstTicks} {s.LastTicks}"),
    ];

    /// <summary>The import asks the clock at every block and around every commit: each call is a place to break off.</summary>
    private sealed class BreakingClock(int calls) : TimeProvider
    {
        private int _left = calls;

        public override long GetTimestamp() => Interlocked.Decrement(ref _left) < 0 ? throw new BreakException() : base.GetTimestamp();
    }

    private sealed class BreakException : Exception;
}
