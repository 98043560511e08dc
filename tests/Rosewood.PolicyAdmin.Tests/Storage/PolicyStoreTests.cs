using System.Globalization;
using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

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
