using System.Globalization;
using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Tests.Traffic;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Storage;

public sealed class PolicyStoreTests
{
    private const string Migrations = "Rosewood.PolicyAdmin.Storage.Migrations.";

    private static readonly string[] Steps =
        [.. typeof(PolicyStore).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Migrations, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static TheoryData<int> OlderVersions => [.. Enumerable.Range(1, Steps.Length - 1)];

    [Fact]
    public void The_store_writes_ahead()
    {
        using var workspace = new TempWorkspace();
        using var file = new FileStream(workspace.Store.FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[20];
        file.ReadExactly(header);

        // Bytes 18 and 19 of the file: 2 stands for WAL (https://www.sqlite.org/fileformat.html).
        (header[18], header[19]).ShouldBe(((byte)2, (byte)2));
    }

    [Fact]
    public async Task Two_that_change_it_at_once_wait_for_each_other_and_lose_nothing()
    {
        using var workspace = new TempWorkspace();
        const int Changes = 40;

        await Task.WhenAll(Enumerable.Range(0, 3).Select(writer => Task.Run(() =>
        {
            using var store = PolicyStore.Open(workspace.Store.FilePath);
            for (var i = 0; i < Changes; i++)
            {
                using var change = store.BeginChange(new AuditOrigin("Test-Nothing", $"P-{writer}", DateTimeOffset.UnixEpoch));
                store.Settings.Set(change, $"{writer}-{i}", "x");
                change.Audit("GOV-1", $"{writer}-{i}", before: null, after: i);
                change.Commit();
            }
        })));

        workspace.Store.Audit.Read().Select(r => r.Subject).Distinct(StringComparer.Ordinal).Count().ShouldBe(3 * Changes);
        AuditVerifier.Verify(workspace.Store, expectedHead: null).Intact.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(OlderVersions))]
    public void A_store_of_any_older_version_is_brought_up_to_date(int steps)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("rosewood-test-").FullName, "store.db");
        try
        {
            WriteOlder(path, steps);
            using (var store = PolicyStore.Open(path))
            {
                store.People.Load().IsEmpty.ShouldBeTrue();
                store.Grants.Load().All.ShouldBeEmpty();
                store.Visits.Read(0, long.MaxValue).ShouldBeEmpty();
                store.Settings.Get("kept").ShouldBe("yes");
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public async Task A_visit_from_before_open_connections_were_kept_stays_and_goes_on()
    {
        using var workspace = new TempWorkspace();
        var path = Path.Combine(workspace.Folder, "older.db");
        WriteOlder(path, Array.FindIndex(Steps, s => s.EndsWith("0008-open-connections.sql", StringComparison.Ordinal)));
        var noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
        using (var older = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            older.Open();
            older.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO visit (user, address, service, start_at, end_at, last_start, hits, bytes, person_allowed, person_blocked, media, embedded, outside_referrer, background, shared, smallest_hit, largest_hit, gap_squares)
                VALUES ('nell.ames', '10.20.1.5', 'Facebook', {noon.UtcTicks}, {noon.UtcTicks}, {noon.UtcTicks}, 1, 1000, 1, 0, 0, 0, 0, 0, 0, 1000, 1000, 0)
                """));
        }

        using var migrated = new PolicyWorkspace(new WorkspacePaths(workspace.Folder), TestConfig.School, PolicyStore.Open(path));
        var visit = migrated.Store.Visits.Read(0, long.MaxValue).ShouldHaveSingleItem();
        (visit.Start, visit.OpenFrom, visit.OpenUntil).ShouldBe((noon, null, null));

        var context = new CommandContext("Import-FirewallLog", TempWorkspace.Technician, workspace.Clock, migrated);
        await new ImportFirewallLogHandler().HandleAsync(
            new ImportFirewallLog { Path = [workspace.Write("access.log", SquidLog.Text(SquidLog.Line("2026-11-23T12:30:00Z", elapsed: 1_740_000)))] },
            context,
            new RecordingSink(),
            CancellationToken.None);

        visit = migrated.Store.Visits.Read(0, long.MaxValue).ShouldHaveSingleItem();
        (visit.Hits, visit.OpenFrom, visit.OpenUntil).ShouldBe((2, noon.AddMinutes(1), noon.AddMinutes(30)));
    }

    private static void WriteOlder(string path, int steps)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        SQLitePCL.Batteries_V2.Init();
        connection.Open();
        foreach (var step in Steps.Take(steps))
        {
            using var reader = new StreamReader(typeof(PolicyStore).Assembly.GetManifestResourceStream(step)!);
            connection.Execute(reader.ReadToEnd());
        }

        var version = int.Parse(Steps[steps - 1].AsSpan(Migrations.Length, 4), CultureInfo.InvariantCulture);
        connection.Execute($"PRAGMA user_version = {version}; PRAGMA application_id = {0x52535744}; INSERT INTO meta VALUES ('kept', 'yes');");
    }
}
