using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Governance.Retention;

public sealed class RetentionCrashTests
{
    private const int FewestKills = 10;
    private const string Then = "1996-06-03T09:00:00+00:00";
    private const string Gone = "o.gone@rosewood.example,Oona Gone,Teacher,o.gone,,,,1996-07-01\n";
    private const string Now = "2026-11-24T09:00:00+00:00";

    [Fact]
    public async Task A_killed_run_of_retention_leaves_the_store_whole_and_the_next_one_ends_its_work()
    {
        var random = new Random(13);
        var kills = 0;
        for (var round = 0; kills < FewestKills; round++)
        {
            round.ShouldBeLessThan(20, "The child ends before it is killed.");
            using var school = await FilledAsync();
            var kept = Kept(school.Store);
            while (!await ChildProgram.RunAndKillAsync(kills < FewestKills ? random.Next(5, 250) : null, "retention", school.Folder))
            {
                kills++;
                AuditVerifier.Verify(school.Store, expectedHead: null).Intact.ShouldBeTrue();
                school.Store.CheckIntegrity().ShouldBeEmpty();
                Kept(school.Store).ShouldBe(kept);
            }

            Kept(school.Store).ShouldBe(kept);
            school.Store.CheckIntegrity().ShouldBeEmpty();
            AuditVerifier.Verify(school.Store, expectedHead: null).Intact.ShouldBeTrue();
            (await school.RunAsync(new RemoveExpiredPolicyData())).Outputs.ShouldBeEmpty("a run that ended left nothing");
            Bytes(school).ShouldNotContain("OLDMARK");
            Bytes(school).ShouldContain("NEWMARK");
        }
    }

    /// <summary>The child's work: one run of retention, told on its output when it begins.</summary>
    internal static void RunChild(string folder)
    {
        var paths = new WorkspacePaths(folder);
        using var workspace = new PolicyWorkspace(paths, TestConfig.School, PolicyStore.Open(paths.Store));
        ChildProgram.TellBegun();
        var context = new CommandContext("Remove-ExpiredPolicyData", TempWorkspace.Technician, new FixedClock(Now), workspace);
        CommandTable.For(typeof(RemoveExpiredPolicyData)).CreateHandler().HandleAsync(new RemoveExpiredPolicyData(), context, new RecordingSink(), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>A school with old and new records of every class, and enough old visits that a run takes a while.</summary>
    private static async Task<TempWorkspace> FilledAsync()
    {
        var school = new TempWorkspace(now: Then);
        await school.RunAsync(new ImportPolicyPerson { Path = school.Write("staff.csv", FindingSchool.People + Gone) });
        PlantedData.Plant(school, "o.gone", "OLDMARK");
        var old = DateTimeOffset.Parse(Then, CultureInfo.InvariantCulture).UtcTicks;
        school.Store.Execute(
            "INSERT INTO visit (user, address, device, service, start_at, end_at, last_start, hits, bytes, person_allowed, person_blocked, media, embedded, outside_referrer, background, shared, smallest_hit, largest_hit, gap_squares) "
            + "SELECT 'OLDMARK' || value, '10.0.0.1', NULL, 'Facebook', $at + value, $at + value, $at + value, 9, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0 FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 20000) SELECT value FROM n)",
            ("$at", old));
        school.Clock.Now = DateTimeOffset.Parse(Now, CultureInfo.InvariantCulture);
        PlantedData.Plant(school, "n.obrien", "NEWMARK");
        File.Delete(Path.Combine(school.Folder, "staff.csv"));
        return school;
    }

    /// <summary>What must stay: every record that is not over its time, counted by table.</summary>
    private static string Kept(PolicyStore store)
    {
        var tables = store.Query("SELECT DISTINCT m.name FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name", [], static r => r.GetString(0));
        return string.Join('\n', tables
            .Select(t => (Table: t, Columns: store.Query($"SELECT name FROM pragma_table_info('{t}')", [], static r => r.GetString(0))))
            .Select(t => (t.Table, Rows: store.Query($"SELECT count(*) FROM \"{t.Table}\" WHERE {string.Join(" || ", t.Columns.Select(static c => $"coalesce(CAST(\"{c}\" AS TEXT), '')"))} LIKE '%NEWMARK%'", [], static r => r.GetInt64(0))[0]))
            .Where(static t => t.Rows > 0)
            .Select(static t => FormattableString.Invariant($"{t.Table} {t.Rows}")));
    }

    private static string Bytes(TempWorkspace school) => string.Concat(Directory.EnumerateFiles(school.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
