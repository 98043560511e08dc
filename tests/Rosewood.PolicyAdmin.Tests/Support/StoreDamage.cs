using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Tests.Support;

/// <summary>Ways to harm a store that only tests need.</summary>
internal static class StoreDamage
{
    private const int PageSize = 4096;

    /// <summary>Enough audit entries for several pages, all in the file itself.</summary>
    public static void FillPages(PolicyStore store)
    {
        for (var i = 0; i < 40; i++)
        {
            using var change = store.BeginChange(new AuditOrigin("Test-Nothing", "P-1", new DateTimeOffset(2026, 11, 24, 8, 0, i, TimeSpan.Zero)));
            change.Audit("GOV-1", $"thing {i}", before: null, after: new { Number = i, Text = new string('x', 500) });
            change.Commit();
        }

        store.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Overwrites every page but the first two with rubbish: the schema reads, the rows don't.</summary>
    public static void BreakAPage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        for (var page = 2; page < bytes.Length / PageSize; page++)
        {
            new Random(page).NextBytes(bytes.AsSpan(page * PageSize, PageSize));
        }

        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Changes the trail as somebody with the file and SQLite could.</summary>
    public static void Tamper(PolicyStore store, string sql, params (string Name, object? Value)[] parameters)
    {
        store.Execute("DROP TRIGGER IF EXISTS audit_is_append_only_update; DROP TRIGGER IF EXISTS audit_is_append_only_delete; PRAGMA foreign_keys = OFF;");
        store.Execute(sql, parameters);
    }
}
