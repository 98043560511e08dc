using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Storage;

public sealed class RowReaderTests : IDisposable
{
    private readonly TempWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Values_come_as_they_are_stored()
    {
        using var rows = new RowReader(_workspace.Store, "SELECT ?, 7, 2.5, NULL, NULL UNION ALL SELECT ?, -7, -0.0, 638000000000000000, 'x'", long.MaxValue, long.MinValue);
        rows.Read().ShouldBeTrue();
        (rows.Int64(0), rows.Int32(1), rows.Double(2), rows.InstantOrNull(3), rows.Text(4)).ShouldBe((long.MaxValue, 7, 2.5, null, null));
        rows.Read().ShouldBeTrue();
        (rows.Int64(0), rows.Int32(1), rows.Double(2), rows.InstantOrNull(3), rows.Text(4)).ShouldBe((long.MinValue, -7, -0.0, new DateTimeOffset(638000000000000000, TimeSpan.Zero), "x"));
        rows.Read().ShouldBeFalse();
    }

    [Fact]
    public void Texts_that_share_a_place_in_its_memory_are_not_mixed_up()
    {
        using (var insert = new RowStatement(_workspace.Store, "INSERT INTO meta (key, value) SELECT 'text-' || ?1, ?2"))
        {
            for (var i = 0; i < 20_000; i++)
            {
                insert.Add(i).Add(TextOf(i)).Run();
            }
        }

        using var rows = new RowReader(_workspace.Store, "SELECT CAST(substr(key, 6) AS INTEGER), value FROM meta WHERE key LIKE 'text-%' ORDER BY 1");
        for (var i = 0; i < 20_000; i++)
        {
            rows.Read().ShouldBeTrue();
            rows.Int32(0).ShouldBe(i);
            rows.Text(1).ShouldBe(TextOf(i));
        }

        rows.Read().ShouldBeFalse();
    }

    [Fact]
    public void A_query_that_can_not_be_asked_is_told() =>
        Should.Throw<SqliteException>(() => new RowReader(_workspace.Store, "SELECT nothing FROM nowhere").Dispose());

    // Each many times over, some long, some of more bytes than letters, some empty.
    private static string TextOf(int i) => (i % 5) switch
    {
        0 => "",
        1 => $"n.obrien{i % 9000}@rosewood.example",
        2 => $"Aoife Ní Dhonnchadha {i % 7}",
        3 => new string('é', 200 + (i % 3)),
        _ => $"😀{i % 100}",
    };
}
