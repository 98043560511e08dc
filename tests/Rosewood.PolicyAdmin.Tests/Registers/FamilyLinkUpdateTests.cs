using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Registers;

public sealed class FamilyLinkUpdateTests : IAsyncLifetime, IDisposable
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync()
    {
        _school = await FindingSchool.OpenAsync();
        await Run(new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1042", Relationship = "Aunt", Boundaries = "Does not teach the child", ReviewDate = new TimeInput("2026-12-01") });
        await Run(new NewFamilyContactAgreement { User = "n.obrien", FamilyId = "F-1042", Reason = "Abroad", Until = new TimeInput("2026-12-01") });
        _school.Clock.Now = _school.Clock.Now.AddDays(2);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task A_review_moves_the_day_and_the_boundaries_and_what_stood_before_stays()
    {
        var updated = (await Run(new UpdateRelationshipDeclaration { Id = ["r-0001"], ReviewDate = new TimeInput("2027-11-01"), Boundaries = "No lifts", Reason = "Asked", DeclaredTo = "deputy" })).Of<RelationshipDeclaration>().Single();
        var shown = (await Run(new GetRelationshipDeclaration())).Of<RelationshipDeclaration>().Single();
        foreach (var declaration in new[] { updated, shown })
        {
            declaration.ShouldSatisfyAllConditions(
                d => d.Id.ShouldBe("R-0001"),
                d => d.ReviewDate.ShouldBe(new DateOnly(2027, 11, 1)),
                d => d.Boundaries.ShouldBe("No lifts"),
                d => d.DeclaredTo.ShouldBe("Dee Puty"),
                d => d.UpdatedAt.ShouldBe(_school.Clock.Now),
                d => d.UpdatedBy.ShouldBe("Hana Teach"),
                d => d.Before.ShouldBe(["2026-11-24: review 2026-12-01; Does not teach the child"]));
        }

        await Run(new UpdateRelationshipDeclaration { Id = ["R-0001"], Reason = "Nothing has changed" });
        var last = (await Run(new GetRelationshipDeclaration())).Of<RelationshipDeclaration>().Single();
        last.ReviewDate.ShouldBe(new DateOnly(2027, 11, 26), "a year from the day on which it was looked at");
        last.Boundaries.ShouldBe("No lifts");
        last.Before.Count.ShouldBe(2);
        _school.Store.FamilyLinks.LoadAll()[0].Original.Boundaries.ShouldBe("Does not teach the child");
        (await _school.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().Count(e => e.Command is "Update-RelationshipDeclaration").ShouldBe(2);
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => _school.Store.Execute("UPDATE family_link_update SET fact = '{}'"));
    }

    [Fact]
    public async Task An_agreement_goes_on_longer_or_ends_sooner_and_counts_so()
    {
        var id = _school.Store.FamilyLinks.LoadAll()[1].Fact.Id;
        var updated = (await Run(new UpdateFamilyContactAgreement { Id = [id], Until = new TimeInput("2027-01-31"), Service = ["whatsapp"] })).Of<FamilyContactAgreement>().Single();
        updated.Until.ShouldBe(DateTimeOffset.Parse("2027-02-01T00:00:00+00:00"));
        updated.Services.ShouldBe(["WhatsApp"]);
        updated.Before.ShouldBe(["2026-11-24: until 2026-12-02 00:00; all services"]);
        Counts("2027-01-31T23:59:00Z").ShouldBeTrue();
        Counts("2027-02-01T00:00:00Z").ShouldBeFalse();
        await Run(new UpdateFamilyContactAgreement { Id = [id], Until = new TimeInput("2026-11-30") });
        Counts("2026-12-01T00:00:00Z").ShouldBeFalse();
        (await FaultOf(new UpdateFamilyContactAgreement { Id = [id], Until = new TimeInput("2026-11-20") })).ShouldBe("RegisterPeriodEmpty");

        // What is over is agreed afresh: it is not made to have counted all the while.
        _school.Clock.Now = _school.Clock.Now.AddDays(10);
        (await FaultOf(new UpdateFamilyContactAgreement { Id = [id], Until = new TimeInput("2027-01-31") })).ShouldBe("RegisterEntryEnded");

        bool Counts(string at) => _school.Store.FamilyLinks.LoadAll()[1].ToLink().CountsWithin(DateTimeOffset.Parse(at).UtcTicks, DateTimeOffset.Parse(at).UtcTicks);
    }

    [Fact]
    public async Task Nothing_new_no_leader_and_oneself_are_refused()
    {
        (await FaultOf(new UpdateRelationshipDeclaration { Id = ["R-0001"] })).ShouldBe("RegisterNothingToUpdate");
        (await FaultOf(new UpdateFamilyContactAgreement { Id = ["F-0002"], Reason = "x" })).ShouldBe("RegisterNothingToUpdate");
        (await FaultOf(new UpdateRelationshipDeclaration { Id = ["R-0001"], Reason = "x", DeclaredTo = "n.obrien" })).ShouldBe("RegisterLeaderIsSubject");
        (await FaultOf(new UpdateRelationshipDeclaration { Id = ["R-0001"], Reason = "x", ReviewDate = new TimeInput("2026-11-01") })).ShouldBe("RegisterReviewInPast");
        (await FaultOf(new UpdateRelationshipDeclaration { Id = ["F-0002"], Reason = "x" })).ShouldBe("RegisterEntryNotFound");
        await _school.RunAsync(new NewRelationshipDeclaration { User = "head", FamilyId = "F-1", Relationship = "Aunt" }, _school.As("deputy"));
        (await FaultOf(new UpdateRelationshipDeclaration { Id = ["R-0003"], Reason = "x" })).ShouldBe("RegisterOfSelf");
        await _school.RunAsync(new UpdateRelationshipDeclaration { Id = ["R-0001"], Reason = "x" }, _school.As("head"), new RecordingSink { Agrees = false });
        _school.Store.FamilyLinks.LoadAll().ShouldAllBe(e => e.Updates.Count == 0);
    }

    private Task<RecordingSink> Run(PolicyRequest request) => _school.RunAsync(request, _school.As("head"));

    private async Task<string> FaultOf(PolicyRequest request) => (await _school.FaultOfAsync(request, _school.As("head"))).Id;
}
