using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Storage;

public sealed class StoreChangeTests
{
    private static readonly AuditOrigin Origin = new("Test-Nothing", "P-1", new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_change_without_its_audit_entry_cannot_be_committed()
    {
        using var workspace = new TempWorkspace();
        using (var change = workspace.Store.BeginChange(Origin))
        {
            workspace.Store.Settings.Set(change, "colour", "green");
            Should.Throw<InvalidOperationException>(change.Commit);
        }

        workspace.Store.Settings.Get("colour").ShouldBeNull();
    }

    [Fact]
    public void Entries_chain_from_the_empty_hash()
    {
        using var workspace = new TempWorkspace();
        using (var change = workspace.Store.BeginChange(Origin))
        {
            change.Audit("GOV-1", "a", before: null, after: new { Colour = "green" });
            change.Audit("GOV-1", "b", before: "x", after: null);
            change.Commit();
        }

        var rows = workspace.Store.Audit.Read().ToList();
        rows.Count.ShouldBe(2);
        rows[0].Previous.ShouldBe(AuditChain.Empty);
        rows[1].Previous.ShouldBe(rows[0].Hash);
        rows[0].After.ShouldBe("""{"Colour":"green"}""");
        rows.ShouldAllBe(r => r.Hash.SequenceEqual(AuditChain.HashOf(r)));
        rows[0].AfterDigest.ShouldBe(AuditChain.Digest(rows[0].Salt, rows[0].After));
    }

    [Fact]
    public void The_store_is_for_its_owner_alone()
    {
        using var workspace = new TempWorkspace();
        File.GetUnixFileMode(workspace.Store.FilePath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
