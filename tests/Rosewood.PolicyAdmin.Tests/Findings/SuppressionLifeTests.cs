using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Findings;

/// <summary>Show, expire, remove.</summary>
public sealed class SuppressionLifeTests : IAsyncLifetime, IDisposable
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync()
    {
        _school = await FindingSchool.OpenAsync();
        await Add("n.obrien", "1h");
        await Add("supply.9", "30d");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task An_expired_dismissal_no_longer_counts_from_its_end_on_and_stays_on_record()
    {
        _school.Clock.Now += TimeSpan.FromHours(1) - TimeSpan.FromTicks(1);
        (await Ids(new())).ShouldBe(["S-0001", "S-0002"]);

        _school.Clock.Now += TimeSpan.FromTicks(1);
        (await Ids(new())).ShouldBe(["S-0002"]);
        (await Get(new() { IncludeEnded = true })).Select(s => (s.Id, s.Status)).ShouldBe([("S-0001", SuppressionStatus.Expired), ("S-0002", SuppressionStatus.Active)]);
        (await _school.FaultOfAsync(new RemoveFindingSuppression { Id = ["S-0001"] })).Id.ShouldBe("SuppressionAlreadyEnded");
    }

    [Fact]
    public async Task A_removed_one_tells_when_by_whom_and_why()
    {
        _school.Clock.Now += TimeSpan.FromMinutes(5);
        var removed = (await _school.RunAsync(new RemoveFindingSuppression { Id = ["s-0001 "], Reason = "Laptop went\nback" }, _school.As("it.tech"))).Of<FindingSuppression>().Single();

        (removed.Status, removed.RemovedAt, removed.RemovedBy, removed.RemovedReason).ShouldBe((SuppressionStatus.Removed, _school.Clock.Now, "Ivy Tech", "Laptop went back"));
        (await Ids(new())).ShouldBe(["S-0002"]);

        // After its own end it is still the removal that ended it.
        _school.Clock.Now += TimeSpan.FromDays(40);
        (await Get(new() { IncludeEnded = true }))[0].Status.ShouldBe(SuppressionStatus.Removed);
    }

    [Fact]
    public async Task What_has_ended_or_never_was_cannot_be_removed()
    {
        await _school.RunAsync(new RemoveFindingSuppression { Id = ["S-0001"] });
        var again = await _school.FaultOfAsync(new RemoveFindingSuppression { Id = ["S-0001"] });
        (again.Id, again.Kind).ShouldBe(("SuppressionAlreadyEnded", FaultKind.Conflict));
        (await _school.FaultOfAsync(new RemoveFindingSuppression { Id = ["S-0099"] })).Id.ShouldBe("SuppressionNotFound");
        (await _school.FaultOfAsync(new RemoveFindingSuppression())).Id.ShouldBe("SuppressionIdRequired");

        // One that can't be removed keeps the others.
        (await _school.FaultOfAsync(new RemoveFindingSuppression { Id = ["S-0002", "S-0001"] })).Id.ShouldBe("SuppressionAlreadyEnded");
        (await Ids(new())).ShouldBe(["S-0002"]);
    }

    [Fact]
    public async Task One_that_was_removed_while_a_person_was_asked_is_not_removed_twice()
    {
        var sink = new RecordingSink { Meanwhile = () => _school.RunAsync(new RemoveFindingSuppression { Id = ["S-0001"], Reason = "first" }).GetAwaiter().GetResult() };

        (await Should.ThrowAsync<FaultException>(() => _school.RunAsync(new RemoveFindingSuppression { Id = ["S-0001"], Reason = "second" }, sink: sink))).Fault.Id.ShouldBe("SuppressionAlreadyEnded");

        (await Get(new() { IncludeEnded = true }))[0].RemovedReason.ShouldBe("first");
    }

    [Fact]
    public async Task Without_consent_nothing_is_removed()
    {
        var entries = _school.Store.Audit.Head().Sequence;
        var sink = await _school.RunAsync(new RemoveFindingSuppression { Id = ["S-0001", "S-0002"] }, sink: new RecordingSink { Agrees = false });

        sink.Asked.ShouldHaveSingleItem().Target.ShouldBe("S-0001 (Niamh O'Brien), S-0002 (supply.9)");
        (await Ids(new())).Count.ShouldBe(2);
        _school.Store.Audit.Head().Sequence.ShouldBe(entries);
    }

    [Fact]
    public async Task A_removal_is_in_the_audit_trail_and_the_trail_proves_whole()
    {
        await _school.RunAsync(new RemoveFindingSuppression { Id = ["S-0001"], Reason = "Back" });

        var row = _school.Store.Audit.Read().Last();
        (row.Command, row.Clause, row.Subject).ShouldBe(("Remove-FindingSuppression", "LOG-1", $"S-0001 {_school.IdOf("n.obrien")}"));
        row.Before.ShouldNotBeNull().ShouldContain("\"Finding\":\"SharedCredentialUse\"");
        row.After.ShouldNotBeNull().ShouldContain("\"Reason\":\"Back\"");
        AuditVerifier.Verify(_school.Store, expectedHead: null).Intact.ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_or_a_login_chooses_and_a_name_that_nothing_can_match_is_a_fault()
    {
        (await Ids(new() { User = ["Niamh O'Brien"] })).ShouldBe(["S-0001"]);
        (await Ids(new() { User = ["SUPPLY.9", "n.obrien"] })).ShouldBe(["S-0001", "S-0002"]);
        (await Ids(new() { User = ["n.brown"], Finding = [FindingKind.SharedCredentialUse] })).ShouldBeEmpty();
        (await _school.FaultOfAsync(new GetFindingSuppression { User = ["suply.9"] })).Id.ShouldBe("PersonNotFound");
    }

    private async Task<List<FindingSuppression>> Get(GetFindingSuppression request) => [.. (await _school.RunAsync(request)).Of<FindingSuppression>()];

    private async Task<List<string>> Ids(GetFindingSuppression request) => (await Get(request)).ConvertAll(s => s.Id);

    private Task<RecordingSink> Add(string user, string length) =>
        _school.RunAsync(new AddFindingSuppression { User = [user], Reason = "Seen", For = new DurationInput(length) }, _school.As("head"));
}
