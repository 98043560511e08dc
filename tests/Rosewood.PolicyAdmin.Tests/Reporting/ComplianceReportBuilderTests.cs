using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

public sealed class ComplianceReportBuilderTests
{
    [Property]
    public Property Every_visit_is_counted_once_in_total_by_day_and_by_person() => Prop.ForAll(AnyVisits().ToArbitrary(), visits =>
    {
        var report = SampleReport.Build(SampleReport.Material, visits);
        var inScope = visits.Where(v => v.Verdict != Verdict.NotInScope).ToList();
        report.Verdicts.Total.Total.ShouldBe(inScope.Count);
        foreach (var verdict in VerdictCounts.Order)
        {
            report.Verdicts.Total.Of(verdict).ShouldBe(inScope.Count(v => v.Verdict == verdict));
            report.Verdicts.Rows.Sum(r => r.Visits.Of(verdict)).ShouldBe(report.Verdicts.Total.Of(verdict));
        }

        var unnamedUnexplained = report.Unnamed.NoUser.Unexplained + report.Unnamed.NotOnRoster.Unexplained + report.Unnamed.Ambiguous.Unexplained;
        (report.Unexplained.Groups.Sum(g => g.Visits) + unnamedUnexplained).ShouldBe(report.Verdicts.Total.Unexplained);
        (report.Unexplained.Visits.Count + report.Unexplained.LeftOut + unnamedUnexplained).ShouldBe(report.Verdicts.Total.Unexplained);
        (report.OwnDevices.InSessionGroups.Sum(g => g.Visits) + report.Unnamed.NoUser.PersonalInSession + report.Unnamed.NotOnRoster.PersonalInSession + report.Unnamed.Ambiguous.PersonalInSession)
            .ShouldBe(report.OwnDevices.InSession);
        report.NamedServices.Sum(s => s.Visits.Total).ShouldBe(inScope.Count(v => v.NamedInPolicy));
        (report.Unnamed.NoUser.Total + report.Unnamed.NotOnRoster.Total + report.Unnamed.Ambiguous.Total).ShouldBe(inScope.Count(v => !v.OnRoster || v.User is null));
        report.Decisions.Items.Select(d => d.Number).ShouldBe(Enumerable.Range(1, report.Decisions.Items.Count));
    });

    [Property]
    public Property Nobody_off_the_roster_is_named_in_any_form() => Prop.ForAll(AnyVisits().ToArbitrary(), visits =>
    {
        var secret = visits.Select(v => v.OnRoster ? v : v with { User = v.User is null ? null : "pupil-secret", Device = "device-secret" }).ToList();
        var report = SampleReport.Build(SampleReport.Material, secret);
        SampleReport.Html(report).ShouldNotContain("secret");
        System.Text.Encoding.UTF8.GetString(PolicyJson.Serialise(report)).ShouldNotContain("secret");
        ReportCsvTests.VisitsCsv(secret).ShouldNotContain("secret");
    });

    [Fact]
    public void Devices_of_which_nothing_is_known_are_a_hole_for_every_reader()
    {
        var visits = Enumerable.Range(0, 3).Select(static i => SampleReport.Visit("Kit Rowe", "Facebook", Verdict.Unexplained, SampleReport.At(17, 9 + i, 0)) with { DeviceClass = DeviceClass.Unknown });
        var evidence = SampleReport.Build(SampleReport.Material with { Coverage = [] }, visits).Evidence;
        evidence.Complete.ShouldBeFalse();
        var hole = evidence.Holes.ShouldHaveSingleItem();
        (hole.Kind, hole.Name).ShouldBe((CoverageKind.UnknownDevice, "Devices of which nothing is known"));
        hole.Explanation.ShouldStartWith("3 unexplained visits came from devices of which nothing is known. They count as school devices, though some may be people’s own phones");
        SampleReport.Build(SampleReport.Material with { Coverage = [] }, visits.Select(static v => v with { DeviceClass = DeviceClass.School })).Evidence.Complete.ShouldBeTrue();
    }

    [Fact]
    public void Of_too_many_unexplained_visits_the_longest_are_kept()
    {
        var visits = Enumerable.Range(0, 500).Select(i => SampleReport.Visit("Kit Rowe", "Facebook", Verdict.Unexplained, SampleReport.At(16, 9, 0).AddSeconds(i), i));
        var report = SampleReport.Build(SampleReport.Material, visits);
        report.Unexplained.LeftOut.ShouldBe(300);
        report.Unexplained.Visits.Count.ShouldBe(200);
        report.Unexplained.Visits.Min(v => v.EstimatedDuration).ShouldBe(TimeSpan.FromMinutes(300));
    }

    [Fact]
    public void Decisions_come_in_the_order_in_which_they_press()
    {
        var kinds = SampleReport.Build(SampleReport.Material with { Audit = SampleReport.Material.Audit with { Intact = false } }, SampleReport.Visits)
            .Decisions.Items.Select(d => d.Kind).Distinct().ToList();
        kinds.ShouldBe(Enum.GetValues<DecisionKind>().Where(k => k <= DecisionKind.StandingAuthorisation));
    }

    [Fact]
    public void A_grant_that_waits_says_for_how_long_and_what_to_do()
    {
        var item = SampleReport.Fixed.Decisions.Items.Single(d => d.Kind == DecisionKind.UnconfirmedGrant);
        item.Subject.ShouldBe("Grant G-0007 for Marek Żurawski is not confirmed");
        item.What.ShouldContain("it has waited 14 days");
        item.Next.ShouldContain("Confirm-SocialMediaAccess G-0007");
    }

    [Fact]
    public void An_authoriser_who_left_slt_is_listed_while_the_grant_still_counts()
    {
        var items = SampleReport.Fixed.Decisions.Items.Where(d => d.Kind == DecisionKind.AuthoriserOutsideSlt).ToList();
        items.ShouldHaveSingleItem().Subject.ShouldContain("G-0002");
    }

    [Fact]
    public void A_grant_revoked_before_its_authoriser_confirmed_it_asks_the_authoriser()
    {
        var revoked = SampleReport.Grant("G-0009", "Kit Rowe", ["Facebook"], ["School"], "Asked for", "Sam Lowe", GrantStatus.Revoked, ConfirmationState.Unconfirmed) with { RevokedBy = "Ines Tanaka" };
        var item = SampleReport.Build(SampleReport.Material with { Grants = [revoked] }, []).Decisions.Items.Single(d => d.Kind == DecisionKind.UnconfirmedGrant);
        item.Subject.ShouldContain("G-0009");
        item.What.ShouldContain("revoked by Ines Tanaka");
        item.What.ShouldContain("before Sam Lowe had confirmed it");
        item.Next.ShouldBe("Ask Sam Lowe whether they had authorised it.");
    }

    [Theory]
    [InlineData(19)]
    [InlineData(12)]
    public void A_refusal_after_the_grants_own_end_is_listed_too(int endedOn)
    {
        var refused = SampleReport.Grant("G-0009", "Kit Rowe", ["Facebook"], ["School"], "Asked for", "Sam Lowe", GrantStatus.Expired, ConfirmationState.Refused) with
        {
            Until = SampleReport.At(endedOn, 16, 0),
            RevokedAt = SampleReport.At(20, 9, 0),
            RevokedBy = "Sam Lowe",
        };
        var item = SampleReport.Build(SampleReport.Material with { Grants = [refused] }, []).Decisions.Items.Single(d => d.Kind == DecisionKind.RefusedGrant);
        item.Subject.ShouldBe("Grant G-0009 for Kit Rowe was refused");
        item.What.ShouldContain("until its own end");
        item.What.ShouldNotContain("nothing from then on");
    }

    [Fact]
    public void What_is_about_the_head_is_not_for_the_head_alone()
    {
        var report = SampleReport.Build(SampleReport.Material with { SignInReview = null }, [SampleReport.Visit("Harriet Osei", "Facebook", Verdict.Unexplained, SampleReport.At(17, 9, 0))]);
        report.Decisions.Items[0].Next.ShouldContain("someone else");
    }

    [Fact]
    public void A_login_that_outlives_its_holder_is_closed_rather_than_granted()
    {
        var report = SampleReport.Build(SampleReport.Material with { SignInReview = null }, [SampleReport.Visit("Kit Rowe", "Tumblr", Verdict.Unexplained, SampleReport.At(17, 9, 0), reason: ReasonCode.PersonNotEmployed)]);
        report.Decisions.Items[0].Next.ShouldContain("close it today");
        report.Decisions.Items[0].Next.ShouldNotContain("grant it");
    }

    [Fact]
    public void Too_many_decisions_are_cut_and_the_rest_counted()
    {
        var visits = Enumerable.Range(0, 100).Select(i => SampleReport.Visit($"Person {i:000}", "Facebook", Verdict.Unexplained, SampleReport.At(17, 9, 0)));
        var decisions = SampleReport.Build(SampleReport.Material, visits).Decisions;
        decisions.Items.Count(d => d.Kind == DecisionKind.UnexplainedVisits).ShouldBe(40);
        decisions.LeftOut.ShouldBe(60);
    }

    [Fact]
    public void Grants_that_ended_before_the_period_are_left_out_and_all_others_sorted()
    {
        var old = SampleReport.Grant("G-0000", "Kit Rowe", [], [], "old", "Sam Lowe", GrantStatus.Expired) with { Until = SampleReport.At(15, 9, 0) };
        var report = SampleReport.Build(SampleReport.Material with { Grants = [old, .. SampleReport.Material.Grants] }, []);
        report.Grants.Ended.Select(g => g.Id).ShouldBe(["G-0001"]);
        report.Grants.InForce.Select(g => g.Id).ShouldBe(["G-0002", "G-0003", "G-0004", "G-0007"]);
        report.Grants.Revoked.Select(g => g.Id).ShouldBe(["G-0006"]);
    }

    [Fact]
    public void The_ten_services_are_shown_even_when_nobody_went_there()
    {
        var services = SampleReport.Build(SampleReport.Material, []).NamedServices;
        services.Count.ShouldBe(10);
        services.ShouldAllBe(s => s.Visits.Total == 0);
    }

    [Fact]
    public void A_period_that_goes_on_is_incomplete_evidence()
    {
        var material = SampleReport.Material with { Coverage = [], MadeAt = SampleReport.At(20, 12, 0) };
        var evidence = SampleReport.Build(material, []).Evidence;
        evidence.Complete.ShouldBeFalse();
        evidence.Holes.ShouldHaveSingleItem().Name.ShouldBe("The period is not over");
    }

    [Theory]
    [InlineData(35, ReportStep.Day, 35)]
    [InlineData(36, ReportStep.Week, 6)]
    [InlineData(365, ReportStep.Month, 13)]
    public void Long_periods_are_divided_by_weeks_or_months_without_a_gap(int days, ReportStep step, int rows)
    {
        var period = new ReportPeriod("the chosen period", SampleReport.At(16, 0, 0), SampleReport.At(16, 0, 0).AddDays(days));
        var verdicts = SampleReport.Build(SampleReport.Material with { Period = period }, []).Verdicts;
        verdicts.Step.ShouldBe(step);
        verdicts.Rows.Count.ShouldBe(rows);
        verdicts.Rows[0].From.ShouldBe(period.FirstDay);
        verdicts.Rows[^1].To.ShouldBe(period.LastDay);
        verdicts.Rows.Zip(verdicts.Rows.Skip(1)).ShouldAllBe(p => p.First.To.AddDays(1) == p.Second.From);
    }

    [Fact]
    public void A_broken_audit_trail_comes_first()
    {
        var report = SampleReport.Build(SampleReport.Material with { Audit = new AuditProof(Intact: false, 9, "00", BrokenAt: 4, "Entry 4 was changed.", Guarded: true, Erased: 0) }, SampleReport.Visits);
        report.Decisions.Items[0].Kind.ShouldBe(DecisionKind.AuditBroken);
        report.Summary[^1].ShouldContain("does not prove whole");
    }

    private static Gen<Visit[]> AnyVisits()
    {
        var visit =
            from user in Gen.Elements<string?>("Kit Rowe", "Joan Bell", "Aoife O’Neill", null)
            from service in Gen.Elements("Facebook", "Reddit", "YouTube")
            from verdict in Gen.Elements(Enum.GetValues<Verdict>())
            from minute in Gen.Choose(0, (7 * 24 * 60) - 1)
            from length in Gen.Choose(0, 90)
            from onRoster in Gen.Elements(true, true, false)
            select SampleReport.Visit(user, service, verdict, SampleReport.Week.From.AddMinutes(minute), length, onRoster: onRoster && user is not null) with { IsAmbiguous = !onRoster && user is not null && minute % 2 == 0 };
        return visit.ArrayOf();
    }
}
