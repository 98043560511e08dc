using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Reporting;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

public sealed class ReportSummaryTests
{
    private static readonly ReportMaterial Complete = SampleReport.Material with { Coverage = [], Grants = [], SignInReview = null };

    [Fact]
    public void Nothing_over_complete_evidence_is_said_plainly() => Summary(Complete, 0).ShouldBe(
    [
        "No visit to social media was seen.",
        "None on a school device is left unexplained.",
        "Nobody looked whether work logins are shared: no review of the sign-ins covers this period.",
        "No grants are in force; 0 ended and 0 were revoked since the period began.",
        "None of the services that the policy names was seen.",
        "The audit trail is whole: 1,204 entries.",
    ]);

    [Fact]
    public void One_reads_as_one()
    {
        var lines = Summary(Complete, 1);
        lines[0].ShouldBe("1 visit by people to social media was seen.");
        lines[1].ShouldBe("1 visit on school devices is unexplained: the login of 1 member of staff, 1 service, about 6 min in all.");
    }

    [Fact]
    public void Many_read_as_many()
    {
        var lines = Summary(Complete, 1204);
        lines[0].ShouldBe("1,204 visits by people to social media were seen.");
        lines[1].ShouldBe("1,204 visits on school devices are unexplained: the login of 1 member of staff, 1 service, about 120 h 24 min in all.");
    }

    [Fact]
    public void Over_holes_nothing_means_nothing_that_could_be_seen()
    {
        var lines = Summary(SampleReport.Material, 0);
        lines[0].ShouldBe("Nothing was seen in what could be seen; the evidence has holes.");
        lines[1].ShouldBe("No unexplained visit was seen in what could be seen; that does not show that there was none.");
    }

    [Fact]
    public void Visits_without_a_member_of_staff_are_told_apart()
    {
        var visits = new[]
        {
            SampleReport.Visit("Kit Rowe", "Facebook", Verdict.Unexplained, SampleReport.At(17, 9, 0)),
            SampleReport.Visit("pupil", "Facebook", Verdict.Unexplained, SampleReport.At(17, 9, 0), onRoster: false),
        };
        SampleReport.Build(Complete, visits).Summary[1].ShouldEndWith("; 1 of these visits has no member of staff to ask.");
    }

    [Fact]
    public void Own_devices_are_not_called_staffs_and_those_of_nobody_on_the_roster_are_counted()
    {
        var visits = new[]
        {
            SampleReport.Visit("Kit Rowe", "Facebook", Verdict.PersonalInSession, SampleReport.At(17, 9, 0)),
            SampleReport.Visit("pupil", "Facebook", Verdict.PersonalInSession, SampleReport.At(17, 9, 0), onRoster: false),
            SampleReport.Visit(user: null, "Facebook", Verdict.PersonalPermitted, SampleReport.At(17, 17, 0), onRoster: false),
        };
        var report = SampleReport.Build(Complete, visits);
        report.Summary[2].ShouldBe("On own devices there were 2 visits while the school was in session. 1 visit at other times is allowed by the policy; 2 of them belong to nobody on the staff roster.");
        SampleReport.Html(report).ShouldContain("1 of them belongs to nobody on the staff roster");
    }

    [Fact]
    public void Without_a_term_in_the_period_the_evidence_is_never_called_complete()
    {
        var evidence = SampleReport.Build(Complete with { HasTerm = false }, []).Evidence;
        evidence.Complete.ShouldBeFalse();
        evidence.Holes.ShouldHaveSingleItem().Explanation.ShouldContain("not looked for");
    }

    [Fact]
    public void Guards_that_are_gone_and_values_that_are_gone_are_told_and_decided()
    {
        var sound = Complete.Audit;
        foreach (var (audit, words) in new[]
        {
            (sound with { Guarded = false, Explanation = "The guards have been removed." }, "The guards have been removed."),
            (sound with { Erased = 3, Explanation = "The values of 3 entries are erased." }, "The values of 3 entries are erased."),
        })
        {
            var report = SampleReport.Build(Complete with { Audit = audit }, []);
            report.Summary[^1].ShouldContain(words);
            report.Decisions.Items[0].Kind.ShouldBe(DecisionKind.AuditBroken);
            SampleReport.Html(report).ShouldContain(words);
            SampleReport.Html(report).ShouldNotContain("The audit trail is whole");
        }

        SampleReport.Build(Complete with { Audit = sound with { Erased = 3 } }, []).Decisions.Items[0].What
            .ShouldContain("The values of 3 entries are gone, and no run of Remove-ExpiredPolicyData accounts for them.");
        SampleReport.Html(SampleReport.Build(Complete, [])).ShouldContain(sound.Explanation);
    }

    [Theory]
    [InlineData(0, "under 1 min")]
    [InlineData(29, "under 1 min")]
    [InlineData(31, "1 min")]
    [InlineData(3600, "1 h")]
    [InlineData(5400, "1 h 30 min")]
    public void Durations_are_rounded_to_the_minute(int seconds, string words) => ReportWords.About(TimeSpan.FromSeconds(seconds)).ShouldBe(words);

    [Fact]
    public void Lists_read_like_lists()
    {
        ReportWords.List([]).ShouldBe("");
        ReportWords.List(["A"]).ShouldBe("A");
        ReportWords.List(["A", "B"]).ShouldBe("A and B");
        ReportWords.List(["A", "B", "C"]).ShouldBe("A, B and C");
        ReportWords.List(["A", "B", "C", "D"], most: 2).ShouldBe("A, B and 2 more");
    }

    [Fact]
    public void Every_reason_and_device_class_has_words()
    {
        foreach (var reason in Enum.GetValues<ReasonCode>())
        {
            VerdictWords.Why(reason).ShouldEndWith(".", customMessage: reason.ToString());
        }

        VerdictWords.DeviceText("SchoolMobile").ShouldBe("school mobile");
        VerdictWords.DeviceText("LIB-PC-04").ShouldBe("LIB-PC-04");
        VerdictWords.DeviceText("1").ShouldBe("1");
    }

    private static IReadOnlyList<string> Summary(ReportMaterial material, int visits) => SampleReport.Build(
        material,
        Enumerable.Range(0, visits).Select(i => SampleReport.Visit("Kit Rowe", "Reddit", Verdict.Unexplained, SampleReport.At(17, 0, 0).AddMinutes(i)))).Summary;
}
