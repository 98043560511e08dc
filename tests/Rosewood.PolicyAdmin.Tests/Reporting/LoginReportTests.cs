using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Tests.SignIns;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

public sealed class LoginReportTests
{
    [Fact]
    public void What_was_looked_at_and_what_could_not_be_seen_come_before_what_was_found()
    {
        var html = Section(SampleReport.Fixed);
        var statement = html.IndexOf("judged 48 accounts in sign-ins from Sun 1 Nov 2026, 06:00 to Fri 20 Nov 2026, 17:45", StringComparison.Ordinal);
        var blind = html.IndexOf("No computer in the library sent its log.", StringComparison.Ordinal);
        var found = html.IndexOf("Joan Bell", StringComparison.Ordinal);
        statement.ShouldBeInRange(0, blind);
        blind.ShouldBeLessThan(found);
        html.ShouldContain("Entra sign-ins (Graph JSON)");
    }

    [Fact]
    public void A_shared_login_is_named_with_its_grounds_and_a_picture_with_a_table_behind_it()
    {
        var html = Section(SampleReport.Fixed);
        html.ShouldContain("<strong>Very likely (over 99%)</strong>");
        html.ShouldContain("In two places at once, on 9 days. For example: R7-PC, then OFFICE-PC-02, then R7-PC again in 4 min (17 Nov 2026 08:40).");
        html.ShouldContain("Remote desktop: no session was found");
        html.ShouldContain("""role="img" aria-label="Sign-ins of Joan Bell on Tuesday 17 November 2026, 07:00 to 18:00. R7-PC, school: 5 marks, 2 of them evidence. OFFICE-PC-02, school: 4 marks, 2 of them evidence.""");
        html.Split("<svg class=\"lanes\"").Length.ShouldBe(2, "the best day alone");
        html.ShouldContain("<summary>The same as a table: 11 marks</summary>");
        html.ShouldContain("kiosk@rosewood.example");
    }

    [Fact]
    public void What_is_possible_or_nobodys_on_the_roster_is_counted_and_never_named()
    {
        var html = SampleReport.Html(SampleReport.Fixed);
        html.ShouldContain("Possibly shared logins of people on the roster: 1 login. Of accounts that are nobody’s on the roster, shared or possible: fewer than five.");
        html.ShouldNotContain(SampleFindings.Pupil);
        var json = System.Text.Encoding.UTF8.GetString(PolicyJson.Serialise(SampleReport.Fixed.Logins));
        json.ShouldNotContain(SampleFindings.Pupil);
        json.ShouldNotContain("Aoife");
        json.ShouldNotContain(SampleFindings.JoansId);
    }

    [Theory]
    [InlineData(0, "none")]
    [InlineData(1, "fewer than five")]
    [InlineData(4, "fewer than five")]
    [InlineData(5, "5")]
    public void Small_numbers_of_people_who_are_not_named_are_not_told(int accounts, string shown)
    {
        var findings = Enumerable.Range(0, accounts).Select(i => SampleFindings.Finding("x" + i, "account:x" + i) with { OnRoster = false });
        Build(SampleFindings.Content() with { Findings = [.. findings] }).Logins.NotOnRoster.ShouldBe(shown);
    }

    [Fact]
    public void Without_a_review_it_says_that_nobody_looked_and_what_to_run()
    {
        var report = SampleReport.Build(SampleReport.Material with { SignInReview = null }, []);
        report.Logins.Reviewed.ShouldBeFalse();
        string.Join('\n', report.Summary).ShouldContain("Nobody looked whether work logins are shared: no review of the sign-ins covers this period.");
        var html = Section(report);
        html.ShouldContain("Nobody looked: no review of the sign-ins is kept.");
        html.ShouldContain("Run Find-SharedCredentialUse -SignInLog");
        html.ShouldContain("banner holes");
    }

    [Fact]
    public void A_review_of_an_earlier_time_is_said_to_be_old()
    {
        var content = SampleFindings.Content() with { Until = SampleReport.At(14, 0, 0) };
        var report = Build(content);
        report.Logins.ShouldSatisfyAllConditions(
            l => l.Reviewed.ShouldBeFalse(),
            l => l.Statement.ShouldStartWith("Nobody looked at this period. The last review was on Mon 23 Nov 2026"),
            l => l.Next.ShouldNotBeNull());
        string.Join('\n', report.Summary).ShouldContain("No review of the sign-ins covers this period; by the last one before, 1 work login of staff seems to be more than one person’s.");
        Section(Build(content with { Findings = [] })).ShouldNotContain("None of a member of staff, in what was looked at.");
    }

    [Fact]
    public void What_began_after_the_period_is_left_to_the_next_report()
    {
        var later = SampleFindings.Joan with { FirstSeen = SampleReport.Week.Until, LastSeen = SampleReport.Week.Until.AddDays(1) };
        Build(SampleFindings.Content() with { Findings = [later] }).Logins.Shared.ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_asks_to_speak_with_the_person_first()
    {
        var item = SampleReport.Fixed.Decisions.Items.Single(d => d.Kind == DecisionKind.SharedLogin);
        item.ShouldSatisfyAllConditions(
            d => d.Subject.ShouldBe("The work login of Joan Bell"),
            d => d.What.ShouldStartWith("It is very likely (over 99%) that more than one person uses it: seen from 3 Nov 2026 to 19 Nov 2026 on OFFICE-PC-02 and R7-PC."),
            d => d.Next.ShouldStartWith("Speak with Joan Bell about their login"),
            d => d.Clause.ShouldBe("LOG-1"));
        var head = SampleFindings.Joan with { Account = "Harriet Osei", SubjectId = "P-1" };
        Build(SampleFindings.Content() with { Findings = [head] }).Decisions.Items.Single(d => d.Kind == DecisionKind.SharedLogin).Next.ShouldContain("chair of governors");
    }

    [Fact]
    public void A_device_that_is_known_by_its_address_only_is_not_shown_by_it()
    {
        var day = SampleFindings.Busy with { Lanes = [SampleFindings.Busy.Lanes[0] with { Device = "203.0.113.9" }] };
        var report = Build(SampleFindings.Content() with { Findings = [SampleFindings.Joan with { Devices = ["203.0.113.9", "2001:db8::1"], Timeline = [day] }] });
        var html = Section(report);
        html.ShouldNotContain("203.0.113.9");
        html.ShouldNotContain("2001:db8::1");
        html.ShouldContain("a device without a name");
    }

    [Theory]
    [InlineData("answered on 3 days by the phone that answers for y9.pupil@rosewood.example (3 Nov 2026)")]
    [InlineData("OFFICE-PC-02 while ROSEWOOD\\y9.pupil was at it")]
    public void An_account_that_is_nobodys_on_the_roster_is_not_named_in_the_evidence_either(string detail)
    {
        var finding = SampleFindings.Joan with { Evidence = [new SharedCredentialEvidence(SignInEvidenceKind.SecondFactor, 1, 3, 4, detail)], InnocentExplanations = [detail] };
        var report = Build(SampleFindings.Content() with { Findings = [finding] });
        SampleReport.Html(report).ShouldNotContain("y9.pupil");
        report.Logins.Shared[0].Evidence[0].ShouldContain("an account that is not on the roster");
    }

    [Fact]
    public void Names_with_apostrophes_and_markup_stay_text()
    {
        var finding = SampleFindings.Hostile("<script>O'Brien</script>", "P-9") with { Account = "Niamh O'Brien" };
        var html = Section(Build(SampleFindings.Content() with { Findings = [finding] }));
        html.ShouldContain("<bdi>Niamh O&#x27;Brien</bdi>");
        html.ShouldContain("&lt;script&gt;O&#x27;Brien&lt;/script&gt;");
        html.ShouldNotContain("<script", Case.Insensitive);
    }

    [Fact]
    public async Task The_report_of_last_week_has_the_review_that_was_run_on_the_monday_after_it()
    {
        using var workspace = await FindingSchool.OpenAsync();
        var niamh = SampleFindings.Joan with { Account = "Nell Brown", SubjectId = workspace.IdOf("n.brown2") };
        var old = SampleFindings.Content() with { Until = SampleReport.At(9, 0, 0), Judged = 7 };
        workspace.Clock.Now = SampleReport.At(20, 9, 0);
        SignInReviewWriter.Record(workspace.Context("Find-SharedCredentialUse"), old);
        workspace.Clock.Now = SampleReport.At(23, 9, 0);
        SignInReviewWriter.Record(workspace.Context("Find-SharedCredentialUse"), SampleFindings.Content() with { Findings = [niamh] });
        workspace.Clock.Now = SampleReport.At(24, 9, 0);

        var files = (await workspace.RunAsync(new NewPolicyComplianceReport { Format = [ReportFormat.Html, ReportFormat.Csv] })).Of<ReportFile>().ToList();
        var html = await File.ReadAllTextAsync(files.Single(f => f.Format == ReportFormat.Html).Path);
        html.ShouldContain("judged 48 accounts");
        html.ShouldContain("<h4><bdi><span class=\"long\">n.brown2@rosewood.example</span></bdi></h4>", Case.Sensitive, "two people are called Nell Brown");
        var logins = await File.ReadAllTextAsync(files.Single(f => f.Path.EndsWith("-logins.csv", StringComparison.Ordinal)).Path);
        logins.ShouldContain("n.brown2@rosewood.example,0.9972,very likely (over 99%)");
        var review = await File.ReadAllTextAsync(files.Single(f => f.Path.EndsWith("-login-review.csv", StringComparison.Ordinal)).Path);
        review.ShouldContain("Not seen,No computer in the library sent its log.");
        review.ShouldContain("Review,R-0002");
    }

    private static ComplianceReport Build(SignInReviewContent content) =>
        SampleReport.Build(SampleReport.Material with { SignInReview = SampleFindings.Review() with { Content = content } }, []);

    private static string Section(ComplianceReport report)
    {
        var html = SampleReport.Html(report);
        var start = html.IndexOf("<section id=\"logins\"", StringComparison.Ordinal);
        return html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
    }
}
