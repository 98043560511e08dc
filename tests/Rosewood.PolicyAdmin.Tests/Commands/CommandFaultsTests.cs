using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Commands;

public sealed class CommandFaultsTests
{
    [Fact]
    public void The_systems_errors_are_told_in_words()
    {
        CommandFaults.From(new UnauthorizedAccessException("Access to '/x' is denied."))!.Id.ShouldBe("AccessDenied");
        CommandFaults.From(new FileNotFoundException("Not there.", "/x/staff.csv"))!.ShouldSatisfyAllConditions(f => f.Id.ShouldBe("FileNotFound"), f => f.Target.ShouldBe("/x/staff.csv"));
        CommandFaults.From(new DirectoryNotFoundException("Not there."))!.Kind.ShouldBe(FaultKind.NotFound);
        CommandFaults.From(new IOException("Busy."))!.Id.ShouldBe("FileUnavailable");
        CommandFaults.From(new InvalidOperationException("A bug."))!.ShouldBeNull("bugs are not dressed up");
    }

    [Theory]
    [InlineData("Access to the path '/srv/policy/store.db' is denied.", true)]
    [InlineData("Access to the path '/srv/policy' is denied.", true)]
    [InlineData("Access to the path '/srv/policy-reports/a.html' is denied.", false)]
    [InlineData("Access to the path '/root/a.html' is denied.", false)]
    public void What_was_refused_decides_the_advice(string message, bool isWorkspace)
    {
        var fault = CommandFaults.From(new UnauthorizedAccessException(message), "/srv/policy")!;
        fault.Message.Contains("belongs to another account", StringComparison.Ordinal).ShouldBe(isWorkspace);
        fault.Message.Contains("Name a place that this account may use", StringComparison.Ordinal).ShouldBe(!isWorkspace);
        fault.Message.ShouldNotContain("permissions");
    }

    [Fact]
    public void The_systems_words_end_with_a_full_stop_before_ours() =>
        CommandFaults.From(new IOException("Host is down : '/mnt/reports'"))!.Message.ShouldStartWith("Host is down : '/mnt/reports'. Check the disk");

    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    public void A_full_disk_is_told_as_one(int result) =>
        CommandFaults.From(new IOException("No space left on device", result))!.ShouldSatisfyAllConditions(f => f.Id.ShouldBe("DiskFull"), f => f.Message.ShouldContain("Free some space"));

    [Fact]
    public void A_full_disk_really_is_told_as_one()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        var error = Should.Throw<IOException>(() =>
        {
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            full.Write("x"u8);
        });
        CommandFaults.From(error)!.Id.ShouldBe("DiskFull");
    }

    [Fact]
    public void A_store_that_may_not_be_written_is_told_as_one()
    {
        using var workspace = new TempWorkspace();
        workspace.Store.Execute("PRAGMA query_only = ON");
        var error = Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => workspace.Store.Execute("INSERT INTO meta (key, value) VALUES ('a', 'b')"));
        CommandFaults.From(error)!.ShouldSatisfyAllConditions(f => f.Id.ShouldBe("StoreReadOnly"), f => f.Message.ShouldContain("can't be written"));
    }

    [Fact]
    public void A_store_that_is_full_is_told_as_one_and_nothing_is_changed()
    {
        using var workspace = new TempWorkspace();
        var pages = workspace.Store.Query("PRAGMA page_count", [], r => r.GetInt64(0))[0];
        workspace.Store.Execute($"PRAGMA max_page_count = {pages}");
        var error = Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() =>
        {
            using var change = workspace.Store.BeginChange(new AuditOrigin("Test", "P-1", DateTimeOffset.UnixEpoch));
            change.Audit("GOV-1", "x", null, new string('x', 100_000));
            change.Commit();
        });
        CommandFaults.From(error)!.Id.ShouldBe("DiskFull");
        workspace.Store.Audit.Read().ShouldBeEmpty();
    }
}
