using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.SignIns;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Storage;

public sealed class SignInReviewRecordsTests : IDisposable
{
    private readonly TempWorkspace _school = new();

    private SignInReviewRecords Reviews => _school.Store.SignInReviews;

    public void Dispose() => _school.Dispose();

    [Fact]
    public void What_was_written_is_read_again_whole()
    {
        var content = SampleFindings.Content() with { From = SampleFindings.At(2, 0, 0), Until = SampleFindings.At(21, 0, 0) };
        var kept = Record(content);
        kept.Id.ShouldBe("R-0001");
        var read = Reviews.Newest().ShouldNotBeNull();
        read.ShouldSatisfyAllConditions(
            r => r.Id.ShouldBe("R-0001"),
            r => r.At.ShouldBe(_school.Clock.Now),
            r => r.OperatorId.ShouldBe(TempWorkspace.Technician.Id),
            r => (r.Shared, r.Possible, r.TakenOut).ShouldBe((2, 1, 0)));
        PolicyJson.Serialise(read.Content).ShouldBe(PolicyJson.Serialise(content));
        read.Content.Findings.Select(f => f.SubjectId).ShouldBe(content.Findings.Select(f => f.SubjectId));
        read.Content.Findings[0].Timeline[1].Lanes[1].Marks.ShouldBe(SampleFindings.Busy.Lanes[1].Marks);
    }

    [Fact]
    public void The_newest_and_those_of_a_time_are_chosen_by_when_they_were_run()
    {
        Reviews.Newest().ShouldBeNull();
        Reviews.Count().ShouldBe(default);
        var first = Record(SampleFindings.Content());
        _school.Clock.Now = first.At.AddDays(1);
        var second = Record(SampleFindings.Content());

        Reviews.Newest().ShouldNotBeNull().Id.ShouldBe("R-0002");
        Reviews.Newest(beforeTicks: second.At.UtcTicks).ShouldNotBeNull().Id.ShouldBe("R-0001");
        Reviews.Newest(beforeTicks: first.At.UtcTicks).ShouldBeNull();
        Reviews.All(first.At, second.At).Select(r => r.Id).ShouldBe(["R-0001"]);
        Reviews.All(first.At, second.At.AddTicks(1)).Select(r => r.Id).ShouldBe(["R-0001", "R-0002"]);
        Reviews.Count().ShouldBe(new Evidence(2, second.At));
    }

    [Theory]
    [InlineData("UPDATE sign_in_review SET fact = '{}'", "never edited")]
    [InlineData("UPDATE sign_in_review_finding SET subject_id = 'P-0002'", "never edited")]
    [InlineData("INSERT INTO sign_in_review_finding VALUES (2, 3, 'P-0002', '{}')", "nothing is added")]
    [InlineData("DELETE FROM sign_in_review_finding WHERE review = 1; INSERT INTO sign_in_review_finding VALUES (1, 0, 'P-0002', '{}')", "nothing is added")]
    [InlineData("DELETE FROM sign_in_review_finding WHERE review = 2 AND place = 0; INSERT INTO sign_in_review_finding VALUES (2, 0, 'P-0002', '{}')", "nothing is added")]
    [InlineData("DELETE FROM sign_in_review WHERE number = 1", "FOREIGN KEY")]
    public void Reviews_are_never_edited_and_nothing_is_put_in_later(string sql, string says)
    {
        Record(SampleFindings.Content());
        Record(SampleFindings.Content());
        Should.Throw<SqliteException>(() => _school.Store.Execute(sql)).Message.ShouldContain(says);
    }

    [Fact]
    public void What_is_about_one_person_is_taken_out_of_every_review_and_the_counts_stay()
    {
        Record(SampleFindings.Content());
        Record(SampleFindings.Content());
        using (var change = _school.Context("Test").BeginChange())
        {
            Reviews.Erase(change, SampleFindings.JoansId).ShouldBe(2);
            change.Audit("GOV-1", "P-1", before: null, after: null);
            change.Commit();
        }

        foreach (var review in Reviews.All(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
        {
            review.Content.Findings.ShouldNotContain(f => f.SubjectId == SampleFindings.JoansId);
            (review.Shared, review.Possible, review.TakenOut).ShouldBe((2, 1, 1));
        }

        _school.Store.Query("SELECT fact FROM sign_in_review", [], r => r.GetString(0)).ShouldAllBe(f => !f.Contains("Joan", StringComparison.Ordinal));
    }

    [Fact]
    public void An_id_is_never_given_twice()
    {
        Record(SampleFindings.Content());
        _school.Store.Execute("DELETE FROM sign_in_review_finding; DELETE FROM sign_in_review");
        Record(SampleFindings.Content()).Id.ShouldBe("R-0002");
    }

    [Fact]
    public void A_review_that_was_written_over_behind_the_guards_is_told_and_not_shown()
    {
        Record(SampleFindings.Content());
        _school.Store.Execute("DROP TRIGGER sign_in_review_finding_is_a_fact; UPDATE sign_in_review_finding SET finding = '{\"Account\":\"Nobody\"}' WHERE place = 0");
        Should.Throw<FaultException>(() => Reviews.Newest()).Fault.ShouldSatisfyAllConditions(
            f => f.Id.ShouldBe("SignInReviewDamaged"),
            f => f.Kind.ShouldBe(FaultKind.Corrupt));
    }

    private SignInReview Record(SignInReviewContent content) => SignInReviewWriter.Record(_school.Context("Find-SharedCredentialUse"), content);
}
