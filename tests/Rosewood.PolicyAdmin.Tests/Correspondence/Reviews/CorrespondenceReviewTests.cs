using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Reviews;

public sealed class CorrespondenceReviewTests
{
    [Fact]
    public async Task A_run_over_everybody_leaves_a_review_without_any_address()
    {
        using var school = await OpenAsync();
        school.Ordinary().Sent("2026-11-03T10:00:00Z", DanielOwn, "m1@x.example", Mother).Sent("2026-11-03T10:00:00Z", DanielOwn, "m2@x.example", Marta, Father);
        var shown = (await school.RunAsync()).Of<UnofficialCorrespondence>().ToList();
        shown.ShouldNotBeEmpty();
        var review = school.Workspace.Store.CorrespondenceReviews.Newest().ShouldNotBeNull();
        review.ShouldSatisfyAllConditions(
            r => (r.Id, r.At, r.OperatorId).ShouldBe(("C-0001", school.Workspace.Clock.Now, TempWorkspace.Technician.Id)),
            r => r.Content.Kinds.Values.Sum().ShouldBe(shown.Count),
            r => r.Content.Sources.Count.ShouldBe(2),
            r => r.Content.Blind.ShouldContain(b => b.Contains("private mailboxes", StringComparison.Ordinal)),
            r => r.Findings.ShouldContain(f => f.Family != null && f.Kind == CorrespondenceKind.PersonalAddress));
        var text = System.Text.Encoding.UTF8.GetString(PolicyJson.Serialise(review));
        text.ShouldNotContain("@gmail");
        text.ShouldNotContain("@x.example");
        text.ShouldNotContain("okonkwo", Case.Insensitive);
    }

    [Fact]
    public async Task What_could_not_have_been_seen_is_kept_apart_from_what_was_not_there()
    {
        using var school = await OpenAsync();
        await school.Sent("2026-11-03T10:00:00Z", Daniel, "m1@x.example", Mother).RunAsync();
        school.Workspace.Store.CorrespondenceReviews.Newest()!.Content.NotLookedFor.ShouldBe(
        [
            CorrespondenceKind.ExternalForward, CorrespondenceKind.InboxRuleForward, CorrespondenceKind.OffSystemThread, CorrespondenceKind.PersonalWebmail,
            CorrespondenceKind.NoOfficialCorrespondence, CorrespondenceKind.PersonalNumber,
        ]);

        using var other = await OpenAsync(new() { ReadSignatures = true, ReportNoOfficialCorrespondence = true });
        await other.Ordinary().Texted("2026-11-03T10:00:00Z", Daniel, "m1@x.example", "Hello", Mother).RunAsync(rules: "[{\"MailboxOwnerId\":\"d.okonkwo\",\"Enabled\":true,\"ForwardTo\":[\"x@y.example\"]}]");
        other.Workspace.Store.CorrespondenceReviews.Newest()!.Content.NotLookedFor.ShouldBe([CorrespondenceKind.ExternalForward, CorrespondenceKind.PersonalWebmail]);
    }

    [Fact]
    public async Task A_run_about_one_person_or_over_nothing_leaves_none()
    {
        using var school = await OpenAsync();
        school.Ordinary();
        await school.RunAsync(user: ["d.okonkwo"]);
        school.Workspace.Store.CorrespondenceReviews.Count().ShouldBe(default);
        await school.RunAsync();
        school.Workspace.Store.CorrespondenceReviews.Count().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_about_a_person_can_be_taken_out_and_nothing_else_changed()
    {
        using var school = await OpenAsync();
        school.Ordinary().Sent("2026-11-03T10:00:00Z", DanielOwn, "m1@x.example", Mother);
        await school.RunAsync();
        var reviews = school.Workspace.Store.CorrespondenceReviews;
        var person = reviews.Newest()!.Findings[0].PersonId;
        Should.Throw<Exception>(() => school.Workspace.Store.Execute("UPDATE correspondence_review SET fact = '{}'")).Message.ShouldContain("never edited");
        Should.Throw<Exception>(() => school.Workspace.Store.Execute("INSERT INTO correspondence_review_finding VALUES (1, 99, 'P-0001', '{}')")).Message.ShouldContain("nothing is added");
        using (var change = school.Workspace.Context("test").BeginChange())
        {
            reviews.Erase(change, person).ShouldBeGreaterThan(0);
            change.Audit("GOV-1", person, before: null, after: null);
            change.Commit();
        }

        var left = reviews.Newest()!;
        left.Findings.ShouldNotContain(f => string.Equals(f.PersonId, person, StringComparison.Ordinal));
        left.Content.Kinds.Values.Sum().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_controls_are_audited_by_the_review_until_its_mail_is_overdue()
    {
        using var school = await OpenAsync();
        school.Ordinary();
        Read("COM-1").Evidence.ShouldContain("No review of mail is kept");
        Read("COM-4").Status.ShouldBe(ControlStatus.NotCovered);
        await school.RunAsync();
        var at = new DateTimeOffset(2026, 10, 30, 12, 0, 0, TimeSpan.Zero);
        foreach (var clause in new[] { "COM-1", "COM-4" })
        {
            Read(clause).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.Audited), c => c.Evidence.ShouldContain("1 review"), c => c.EvidenceAt.ShouldBe(at));
        }

        school.Workspace.Clock.Now = at.AddDays(91);
        Read("COM-1").ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldNotContain("ruling"));
        Read("COM-4").ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldContain("No ruling of leadership is on record"));

        // To look at the same mail once more makes it no younger.
        await school.RunAsync();
        foreach (var clause in new[] { "COM-1", "COM-4" })
        {
            Read(clause).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldStartWith("Overdue: the newest mail that a review looked at is 91 days old"), c => c.EvidenceAt.ShouldBe(at));
        }

        PolicyControl Read(string clause) => Control(school, clause);
    }

    [Fact]
    public async Task A_run_over_rules_and_mailboxes_alone_is_a_review_that_saw_no_mail()
    {
        using var school = await OpenAsync();
        await school.RunAsync(
            rules: $$"""[{"MailboxOwnerId":"{{Daniel}}","Enabled":true,"ForwardTo":["{{DanielOwn}}"]}]""",
            mailboxes: $"PrimarySmtpAddress,ForwardingSmtpAddress\n{Marta},\n");
        school.Workspace.Store.CorrespondenceReviews.Count().Count.ShouldBe(1);
        foreach (var clause in new[] { "COM-1", "COM-4" })
        {
            Control(school, clause).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldStartWith("No review of mail is kept"), c => c.Evidence.ShouldContain("-FromTenant"), c => c.EvidenceAt.ShouldBeNull());
        }
    }

    private static PolicyControl Control(MailSchool school, string clause) =>
        ControlReader.Read(school.Workspace.Context("Get-PolicyControl")).Single(c => c.Clause.Equals(clause, StringComparison.Ordinal));
}
