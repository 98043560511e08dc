using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Storage;

public sealed class SuppressionRecordsTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly TempWorkspace _school = new();

    public void Dispose() => _school.Dispose();

    [Fact]
    public void What_was_written_is_read_again_whole()
    {
        var fact = Fact("S-0001") with { Evidence = ["Overlap"], Reason = "Siân's \"own\" laptop; \u05D0", AuthoriserId = "P-0003" };
        Change(change =>
        {
            _school.Store.Suppressions.NextId(change).ShouldBe("S-0001");
            _school.Store.Suppressions.Add(change, fact);
            _school.Store.Suppressions.NextId(change).ShouldBe("S-0002");
        });

        var read = _school.Store.Suppressions.LoadAll().ShouldHaveSingleItem();
        read.Fact.ShouldSatisfyAllConditions(
            f => (f with { Evidence = fact.Evidence }).ShouldBe(fact),
            f => f.Evidence.ShouldBe(["Overlap"]));
        read.Ending.ShouldBeNull();
    }

    [Fact]
    public void Those_that_count_at_an_instant_are_chosen()
    {
        Change(change =>
        {
            _school.Store.Suppressions.Add(change, Fact("S-0001"));
            _school.Store.Suppressions.Add(change, Fact("S-0002") with { Until = Noon.AddHours(1) });
            _school.Store.Suppressions.Add(change, new SuppressionEnding("S-0001", Noon.AddHours(2), "P-0002", "Back")).ShouldBeTrue();
            _school.Store.Suppressions.Add(change, new SuppressionEnding("S-0001", Noon.AddHours(3), "P-0002", "Again")).ShouldBeFalse();
        });

        IdsAt(Noon.AddTicks(-1)).ShouldBeEmpty();
        IdsAt(Noon).ShouldBe(["S-0001", "S-0002"]);
        IdsAt(Noon.AddHours(1)).ShouldBe(["S-0001"]);
        IdsAt(Noon.AddHours(2)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE finding_suppression SET until_at = until_at + 1", "never edited")]
    [InlineData("UPDATE finding_suppression_ending SET reason = 'x'", "never edited")]
    [InlineData("INSERT INTO finding_suppression (id, finding, added_at, until_at, fact) VALUES ('S-9', 'x', 1, 2, '{}')", "CHECK")]
    [InlineData("INSERT INTO finding_suppression (id, finding, person_id, login, added_at, until_at, fact) VALUES ('S-9', 'x', 'P-1', 'l', 1, 2, '{}')", "CHECK")]
    [InlineData("INSERT INTO finding_suppression (id, finding, login, added_at, until_at, fact) VALUES ('S-9', 'x', 'l', 2, 2, '{}')", "CHECK")]
    [InlineData("INSERT INTO finding_suppression_ending VALUES ('S-77', 1, 'P-1', NULL)", "FOREIGN KEY")]
    public void Facts_are_never_edited_and_never_half(string sql, string says)
    {
        Change(change =>
        {
            _school.Store.Suppressions.Add(change, Fact("S-0001"));
            _school.Store.Suppressions.Add(change, new SuppressionEnding("S-0001", Noon.AddHours(2), "P-0002", Reason: null));
        });

        Should.Throw<SqliteException>(() => _school.Store.Execute(sql)).Message.ShouldContain(says);
    }

    [Fact]
    public void An_id_is_never_given_twice()
    {
        Change(change => _school.Store.Suppressions.Add(change, Fact("S-0001")));
        _school.Store.Execute("DELETE FROM finding_suppression");
        Change(change => _school.Store.Suppressions.NextId(change).ShouldBe("S-0002"));
    }

    private static SuppressionFact Fact(string id) =>
        new(id, FindingKind.SharedCredentialUse, "P-0001", Login: null, [], "Seen", AuthoriserId: null, "P-0002", Noon, Noon.AddDays(1));

    private List<string> IdsAt(DateTimeOffset at) => [.. _school.Store.Suppressions.Load(at.UtcTicks).All.Select(s => s.Fact.Id)];

    private void Change(Action<StoreChange> action)
    {
        using var change = _school.Context("Test").BeginChange();
        action(change);
        change.Audit("LOG-1", "x", before: null, after: null);
        change.Commit();
    }
}
