using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Storage;

public sealed class AbsenceRecordsTests : IDisposable
{
    private readonly TempWorkspace _school = new();

    public void Dispose() => _school.Dispose();

    [Fact]
    public void Absences_are_put_in_and_taken_out_and_an_id_is_never_given_twice()
    {
        Change(change =>
        {
            _school.Store.Absences.Add(change, "P-0001", 10, 20).ShouldBe(new Absence("A-0001", "P-0001", 10, 20));
            _school.Store.Absences.Add(change, "P-0001", 20, 30);
            _school.Store.Absences.Add(change, "P-0002", 10, 20);
        });
        Change(change => _school.Store.Absences.Remove(change, "A-0003"));
        Change(change => _school.Store.Absences.Add(change, "P-0002", 11, 12).Id.ShouldBe("A-0004"));

        _school.Store.Absences.Load().All.Select(a => (a.Id, a.PersonId, a.From, a.Until)).ShouldBe([("A-0001", "P-0001", 10, 20), ("A-0004", "P-0002", 11, 12), ("A-0002", "P-0001", 20, 30)]);
    }

    [Theory]
    [InlineData("INSERT INTO staff_absence (person_id, from_at, until_at) VALUES ('P-0001', 19, 25)", "never overlap")]
    [InlineData("INSERT INTO staff_absence (person_id, from_at, until_at) VALUES ('P-0001', 1, 90)", "never overlap")]
    [InlineData("INSERT INTO staff_absence (person_id, from_at, until_at) VALUES ('P-0001', 30, 30)", "CHECK")]
    [InlineData("UPDATE staff_absence SET until_at = 99", "never edited")]
    public void The_store_keeps_no_absences_that_overlap_or_are_edited(string sql, string says)
    {
        Change(change => _school.Store.Absences.Add(change, "P-0001", 10, 20));
        Should.Throw<SqliteException>(() => _school.Store.Execute(sql)).Message.ShouldContain(says);
    }

    private void Change(Action<StoreChange> action)
    {
        using var change = _school.Context("Test").BeginChange();
        action(change);
        change.Audit("LOG-1", "x", before: null, after: null);
        change.Commit();
    }
}
