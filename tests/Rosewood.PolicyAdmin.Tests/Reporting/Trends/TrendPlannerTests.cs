using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Trends;
using Rosewood.PolicyAdmin.Tests.Reporting.Audiences;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Trends;

/// <summary>What a period is compared with, and which visits are read for it.</summary>
public sealed class TrendPlannerTests
{
    private static readonly TermConfig[] Terms =
    [
        new("Spring 2026", new DateOnly(2026, 1, 5), new DateOnly(2026, 3, 27)),
        new("Summer 2026", new DateOnly(2026, 4, 13), new DateOnly(2026, 7, 21)),
        new("Autumn 2026", new DateOnly(2026, 9, 2), new DateOnly(2026, 12, 18)),
    ];

    [Fact]
    public void A_time_whose_visits_may_be_removed_in_part_is_left_out_and_the_report_says_so()
    {
        var plan = Plan(retention: 120);
        plan.Terms.Select(t => t.Name).ShouldBe(["Autumn 2026, so far"]);
        plan.NoLongerKept.ShouldBe(["Spring 2026", "Summer 2026"]);
        plan.Before.ShouldNotBeNull();
        Statements(plan).ShouldContain(s => s.Contains("Spring 2026 and Summer 2026", StringComparison.Ordinal) && s.Contains("Left out", StringComparison.Ordinal));

        var all = Plan(retention: 365);
        all.Terms.Count.ShouldBe(3);
        all.NoLongerKept.ShouldBeEmpty();
        Statements(all).ShouldNotContain(s => s.Contains("Left out", StringComparison.Ordinal));

        var none = Plan(retention: 10);
        none.Spans.ShouldBeEmpty();
        none.NoLongerKept.Count.ShouldBe(4);
    }

    [Fact]
    public void Visits_are_read_in_terms_and_the_time_before_once_each_and_not_in_holidays()
    {
        var period = Period();
        var stretches = Plan(retention: 365).Stretches(period.From);
        stretches.Select(s => (s.From.Date, s.Until.Date)).ShouldBe(
        [
            (new DateTime(2026, 1, 5), new DateTime(2026, 3, 28)),
            (new DateTime(2026, 4, 13), new DateTime(2026, 7, 22)),
            (new DateTime(2026, 9, 2), new DateTime(2026, 11, 16)),
        ]);
        TrendPlan.None.Stretches(period.From).ShouldBeEmpty();
    }

    private static ReportPeriod Period() => new("the last whole week", new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    private static TrendPlan Plan(int retention)
    {
        using var workspace = new TempWorkspace(TestConfig.School with
        {
            SchoolDay = TestConfig.School.SchoolDay with { Terms = Terms },
            Retention = new RetentionConfig { Visits = TimeSpan.FromDays(retention) },
        });
        var period = Period();
        return new TrendPlanner(workspace.Context("New-PolicyComplianceReport")).Plan(period, period.Until);
    }

    private static IReadOnlyList<string> Statements(TrendPlan plan) =>
        AudienceSample.Builder(AudienceSample.Material(ReportRecipientGroup.Governors) with { Trend = plan }).BuildAudience().Sections.Single(s => s.Id is "trends").Statements;
}
