using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Governance;

public sealed class AuditVerifierTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_trail_holds()
    {
        using var workspace = new TempWorkspace();
        AuditVerifier.Verify(workspace.Store, null).ShouldSatisfyAllConditions(
            p => p.Intact.ShouldBeTrue(),
            p => p.Entries.ShouldBe(0),
            p => p.Head.ShouldBe(new string('0', 64)));
    }

    [Fact]
    public void A_whole_trail_holds_and_gives_its_head()
    {
        using var workspace = Filled();
        var proof = AuditVerifier.Verify(workspace.Store, null);
        proof.ShouldSatisfyAllConditions(
            p => p.Intact.ShouldBeTrue(p.Explanation),
            p => p.Entries.ShouldBe(4),
            p => p.BrokenAt.ShouldBeNull(),
            p => p.Head.ShouldBe(Convert.ToHexStringLower(workspace.Store.Audit.Head().Hash)));
    }

    [Fact]
    public void A_head_noted_earlier_is_found_although_the_trail_has_grown()
    {
        using var workspace = Filled();
        var noted = AuditVerifier.Verify(workspace.Store, null).Head;
        Append(workspace.Store, "later");
        AuditVerifier.Verify(workspace.Store, noted.ToUpperInvariant().Insert(8, " ")).ShouldSatisfyAllConditions(
            p => p.Intact.ShouldBeTrue(),
            p => p.Explanation.ShouldContain("The expected head is among them"));
    }

    [Fact]
    public void A_shortened_trail_shows_against_a_head_noted_earlier_and_only_then()
    {
        using var workspace = Filled();
        var noted = AuditVerifier.Verify(workspace.Store, null).Head;
        StoreDamage.Tamper(workspace.Store, "DELETE FROM audit_value WHERE seq = 4; DELETE FROM audit WHERE seq = 4");
        AuditVerifier.Verify(workspace.Store, null).Intact.ShouldBeTrue();
        AuditVerifier.Verify(workspace.Store, noted).ShouldSatisfyAllConditions(
            p => p.Intact.ShouldBeFalse(),
            p => p.BrokenAt.ShouldBeNull(),
            p => p.Explanation.ShouldContain("the expected head is not among them"));
    }

    [Fact]
    public void A_trail_rewritten_from_the_middle_shows_against_a_head_noted_earlier()
    {
        using var workspace = Filled();
        var noted = AuditVerifier.Verify(workspace.Store, null).Head;
        StoreDamage.Tamper(workspace.Store, "DELETE FROM audit_value WHERE seq > 2; DELETE FROM audit WHERE seq > 2");
        Append(workspace.Store, "forged");
        Append(workspace.Store, "forged too");
        AuditVerifier.Verify(workspace.Store, noted).Intact.ShouldBeFalse();
    }

    public static TheoryData<string> Columns => ["at", "operator", "command", "clause", "subject", "before_digest", "after_digest", "previous", "hash"];

    /// <summary>Every byte of the column in every row, each flipped in a store of its own making and put back.</summary>
    [Theory]
    [MemberData(nameof(Columns))]
    public void Any_byte_of_any_row_that_is_flipped_shows_where(string column)
    {
        using var workspace = Filled();
        StoreDamage.Tamper(workspace.Store, "SELECT 1");
        var random = new Random(1126);
        for (var row = 1; row <= 4; row++)
        {
            var isNumber = column is "at";
            var original = Bytes(workspace.Store, column, row, isNumber);
            for (var i = 0; i < original.Length; i++)
            {
                var bytes = original.ToArray();
                bytes[i] ^= (byte)(1 << random.Next(8));
                Set(workspace.Store, column, row, bytes, isNumber);

                var proof = AuditVerifier.Verify(workspace.Store, null);
                proof.Intact.ShouldBeFalse($"{column} of row {row}, byte {i}");
                proof.BrokenAt.ShouldBe(row, $"{column} of row {row}, byte {i}");
                proof.Explanation.ShouldContain($"broken at entry {row}");
            }

            Set(workspace.Store, column, row, original, isNumber);
        }

        AuditVerifier.Verify(workspace.Store, null).Intact.ShouldBeTrue("put back");
    }

    [Theory]
    [InlineData("UPDATE audit_value SET after = replace(after, 'first', 'worst') WHERE seq = 1", 1)]
    [InlineData("UPDATE audit_value SET before = '{}' WHERE seq = 1", 1)]
    [InlineData("UPDATE audit_value SET after = NULL WHERE seq = 2", 2)]
    [InlineData("UPDATE audit_value SET salt = zeroblob(16) WHERE seq = 2", 2)]
    [InlineData("UPDATE audit_value SET salt = x'' WHERE seq = 2", 2)]
    [InlineData("INSERT INTO audit_value (seq, salt, before) VALUES (4, x'00', 'planted')", 4)]
    [InlineData("INSERT INTO audit_value (seq, salt, before) VALUES (9, x'00', 'planted')", 9)]
    [InlineData("UPDATE audit_value SET seq = 9 WHERE seq = 3", 9)]
    [InlineData("DELETE FROM audit WHERE seq = 1", 2)]
    [InlineData("DELETE FROM audit WHERE seq = 2", 3)]
    [InlineData("UPDATE audit SET seq = 7 WHERE seq = 4", 7)]
    [InlineData("UPDATE audit SET seq = 0 WHERE seq = 4", 0)]
    [InlineData("UPDATE audit SET seq = -1 WHERE seq = 1", -1)]
    [InlineData("UPDATE audit SET at = -5 WHERE seq = 3", 3)]
    [InlineData("UPDATE audit SET at = 9223372036854775807 WHERE seq = 3", 3)]
    [InlineData("UPDATE audit SET before_digest = NULL WHERE seq = 3", 3)]
    [InlineData("UPDATE audit SET subject = subject || x'00' WHERE seq = 3", 3)]
    [InlineData("UPDATE audit SET operator = CAST(x'ff50' AS TEXT) WHERE seq = 3", 3)]
    [InlineData("INSERT INTO audit SELECT 5, at, operator, command, clause, subject, before_digest, after_digest, hash, hash FROM audit WHERE seq = 4", 5)]
    public void Every_other_way_to_change_it_shows_where(string sql, long brokenAt)
    {
        using var workspace = Filled();
        StoreDamage.Tamper(workspace.Store, sql);
        var proof = AuditVerifier.Verify(workspace.Store, null);
        proof.Intact.ShouldBeFalse();
        proof.BrokenAt.ShouldBe(brokenAt, proof.Explanation);
    }

    [Fact]
    public void Two_fields_that_trade_characters_show()
    {
        using var workspace = Filled();
        StoreDamage.Tamper(workspace.Store, "UPDATE audit SET command = 'Test-Nothin', clause = 'gGOV-1' WHERE seq = 2");
        AuditVerifier.Verify(workspace.Store, null).BrokenAt.ShouldBe(2);
    }

    [Fact]
    public void Erased_values_hold_and_are_told()
    {
        using var workspace = Filled();
        workspace.Store.Execute("DELETE FROM audit_value WHERE seq = 2");
        AuditVerifier.Verify(workspace.Store, null).ShouldSatisfyAllConditions(
            p => p.Intact.ShouldBeTrue(p.Explanation),
            p => p.Explanation.ShouldContain("The values of 1 entries are erased"));
    }

    [Fact]
    public void A_proof_says_whether_guards_and_values_are_in_place()
    {
        using var workspace = Filled();
        AuditVerifier.Verify(workspace.Store, null).ShouldSatisfyAllConditions(p => p.Guarded.ShouldBeTrue(), p => p.Erased.ShouldBe(0));
        workspace.Store.Execute("DELETE FROM audit_value WHERE seq = 2");
        workspace.Store.Execute("DROP TRIGGER audit_is_append_only_delete");
        AuditVerifier.Verify(workspace.Store, null).ShouldSatisfyAllConditions(
            p => p.Intact.ShouldBeTrue(),
            p => p.Guarded.ShouldBeFalse(),
            p => p.Erased.ShouldBe(1),
            p => p.Explanation.ShouldContain("guards"));
    }

    [Fact]
    public void The_store_itself_refuses_changes_of_the_trail()
    {
        using var workspace = Filled();
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => workspace.Store.Execute("UPDATE audit SET clause = 'USE-9'")).Message.ShouldContain("append-only");
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => workspace.Store.Execute("DELETE FROM audit")).Message.ShouldContain("append-only");
    }

    [Fact]
    public void A_byte_flipped_anywhere_in_the_file_never_ends_in_anything_but_a_proof_or_a_fault()
    {
        using var disk = new DiskWorkspace();
        disk.WithStore(StoreDamage.FillPages);
        var good = File.ReadAllBytes(disk.Paths.Store);
        var random = new Random(20261124);
        for (var i = 0; i < 150; i++)
        {
            var bytes = good.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(disk.Paths.Store, bytes);
            File.Delete(disk.Paths.Store + "-wal");
            File.Delete(disk.Paths.Store + "-shm");
            try
            {
                disk.Run(new TestPolicyAudit()).Of<AuditProof>().ShouldHaveSingleItem();
            }
            catch (Rosewood.PolicyAdmin.Commands.FaultException e)
            {
                e.Fault.Message.ShouldNotContain("Exception");
            }
        }
    }

    private static TempWorkspace Filled()
    {
        var workspace = new TempWorkspace();
        Append(workspace.Store, "first", before: new { Name = "old" }, after: new { Name = "first" });
        Append(workspace.Store, "second", before: null, after: "x");
        Append(workspace.Store, "third", before: new[] { 1, 2 }, after: new { Note = "ünïcode 🏫" });
        Append(workspace.Store, "fourth");
        return workspace;
    }

    private static void Append(PolicyStore store, string subject, object? before = null, object? after = null)
    {
        using var change = store.BeginChange(new AuditOrigin("Test-Nothing", "P-0001", At));
        change.Audit("GOV-1", subject, before, after);
        change.Commit();
    }

    private static byte[] Bytes(PolicyStore store, string column, int row, bool isNumber) => store.Query(
        $"SELECT {column} FROM audit WHERE seq = {row}",
        [],
        r => isNumber ? BitConverter.GetBytes(r.GetInt64(0)) : r.IsDBNull(0) ? [] : r.GetValue(0) is byte[] b ? b : System.Text.Encoding.UTF8.GetBytes(r.GetString(0)))[0];

    private static void Set(PolicyStore store, string column, int row, byte[] bytes, bool isNumber)
    {
        var value = column is "before_digest" or "after_digest" or "previous" or "hash" ? "$v" : isNumber ? "$n" : "CAST($v AS TEXT)";
        if (bytes.Length > 0)
        {
            store.Execute($"UPDATE audit SET {column} = {value} WHERE seq = {row} AND ($v IS NOT NULL OR $n IS NOT NULL)", ("$v", bytes), ("$n", isNumber ? BitConverter.ToInt64(bytes) : null));
        }
    }
}
