using System.Text.Json;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.SignIns;

public sealed class SignInReviewTests
{
    private const string Header = "Date (UTC),User,Username,Application,Status,Sign-in error code,Device ID,Operating System,IP address\n";

    [Fact]
    public void The_audit_entry_holds_ids_and_counts_and_nobodys_name()
    {
        using var workspace = new TempWorkspace();
        var review = SignInReviewWriter.Record(workspace.Context("Find-SharedCredentialUse"), SampleFindings.Content());
        var entry = workspace.Store.Audit.Read().Last();
        (entry.Command, entry.Clause, entry.Subject).ShouldBe(("Find-SharedCredentialUse", "LOG-1", review.Id));
        using var after = JsonDocument.Parse(entry.After!);
        after.RootElement.GetProperty("Judged").GetInt32().ShouldBe(48);
        after.RootElement.GetProperty("Shared").GetInt32().ShouldBe(2);
        after.RootElement.GetProperty("Records").GetInt64().ShouldBe(24_216);
        foreach (var personal in new[] { "Joan", "Aoife", SampleFindings.Pupil, "kiosk", "R7-PC" })
        {
            entry.After!.ShouldNotContain(personal);
        }
    }

    [Fact]
    public void Where_the_store_cannot_be_written_a_warning_says_that_the_review_was_not_kept()
    {
        using var workspace = new TempWorkspace();
        workspace.Store.Execute("PRAGMA query_only = ON");
        var sink = new RecordingSink();
        SignInReviewWriter.TryRecord(workspace.Context("Find-SharedCredentialUse"), SampleFindings.Content(), sink).ShouldBeNull();
        sink.Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            w => w.ShouldContain("this review was not kept"),
            w => w.ShouldContain("The store can't be written."));
        workspace.Store.Execute("PRAGMA query_only = OFF");
        workspace.Store.SignInReviews.Count().Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("Ruth Safe")]
    [InlineData("Dora Prot")]
    public async Task A_run_over_all_accounts_is_kept_whoever_may_run_it(string user)
    {
        using var workspace = await FindingSchool.OpenAsync();
        var sink = await workspace.RunAsync(new FindSharedCredentialUse { SignInLog = [Log(workspace)] }, workspace.As(user));
        sink.Warnings.ShouldNotContain(w => w.Contains("not kept", StringComparison.Ordinal));
        var review = workspace.Store.SignInReviews.Newest().ShouldNotBeNull();
        review.ShouldSatisfyAllConditions(
            r => r.OperatorId.ShouldBe(workspace.IdOf(user)),
            r => r.Content.Judged.ShouldBe(1),
            r => r.Content.Sources.ShouldHaveSingleItem().Records.ShouldBe(2));
        workspace.Store.Query("SELECT fact FROM sign_in_review", [], r => r.GetString(0)).Single().ShouldNotContain("signins.csv");
    }

    [Fact]
    public async Task A_run_for_some_accounts_only_or_over_nothing_is_no_review()
    {
        using var workspace = await FindingSchool.OpenAsync();
        await workspace.RunAsync(new FindSharedCredentialUse { SignInLog = [Log(workspace)], User = ["Niamh O'Brien"] });
        await workspace.RunAsync(new FindSharedCredentialUse());
        workspace.Store.SignInReviews.Count().Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(null, null, "2026-11-01T06:00Z", "2026-11-20T17:45Z")]
    [InlineData("2026-11-09T00:00Z", "2026-11-16T00:00Z", "2026-11-09T00:00Z", "2026-11-16T00:00Z")]
    [InlineData("2026-10-01T00:00Z", "2026-12-01T00:00Z", "2026-11-01T06:00Z", "2026-11-20T17:45Z")]
    public void Its_evidence_is_what_was_asked_for_as_far_as_there_are_records(string? from, string? until, string begins, string ends)
    {
        var review = SampleFindings.Review() with { Content = SampleFindings.Content() with { From = Instant(from), Until = Instant(until) } };
        review.EvidenceFrom.ShouldBe(Instant(begins));
        review.EvidenceUntil.ShouldBe(Instant(ends)!.Value);
        review.Touches(Instant(ends)!.Value, Instant(ends)!.Value.AddDays(7)).ShouldBeFalse();
        review.Touches(Instant(ends)!.Value.AddDays(-1), Instant(ends)!.Value.AddDays(7)).ShouldBeTrue();
        review.Touches(Instant(begins)!.Value.AddDays(-7), Instant(begins)!.Value).ShouldBeFalse();
    }

    [Fact]
    public void Evidence_days_and_marks_say_themselves_in_a_line()
    {
        SampleFindings.Joan.Evidence[0].ToString().ShouldBe("Overlap, 9 days, +5.0: R7-PC, then OFFICE-PC-02, then R7-PC again in 4 min (17 Nov 2026 08:40)");
        SampleFindings.Joan.Evidence[1].ToString().ShouldStartWith("ForeignDevice, 1 day, +2.4: ");
        SampleFindings.Busy.ToString().ShouldStartWith("Tue 17 Nov 2026 | R7-PC (school) 08:31, 08:38*, 08:52*, 10:04, 15:20 Remote | OFFICE-PC-02 (school) 08:36 Failed, ");
    }

    private static string Log(TempWorkspace workspace) => workspace.Write(
        "signins.csv",
        Header
        + "2026-11-17T08:31:00Z,Niamh O'Brien,n.obrien@rosewood.example,Office 365,Success,0,d-1,Windows 11,10.20.1.7\n"
        + "2026-11-18T08:31:00Z,Niamh O'Brien,n.obrien@rosewood.example,Office 365,Success,0,d-1,Windows 11,10.20.1.7\n");

    private static DateTimeOffset? Instant(string? text) => text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
