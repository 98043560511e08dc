using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>What the report says of connections that outlived their grant: about the proxy, with the grants' ids, and nobody's name.</summary>
public sealed class OutlivedReportTests
{
    private static readonly Visit Covered = SampleReport.Visit("Kit Rowe", "Facebook", Verdict.Authorised, SampleReport.At(17, 9, 0), reason: ReasonCode.Grant);

    [Fact]
    public void They_are_counted_by_grant_with_the_longest()
    {
        var outlived = Report(Outlived("G-0002", 3), Outlived("G-0001", 20), Outlived("G-0002", 7) with { Service = "X", Start = SampleReport.At(18, 9, 0) }, Covered).Outlived;

        (outlived.Visits, outlived.Longest, outlived.NotKnown).ShouldBe((3, TimeSpan.FromMinutes(20), 0));
        outlived.Grants.Select(g => (g.GrantId, g.Visits, g.Longest, g.Last)).ShouldBe(
            [("G-0001", 1, TimeSpan.FromMinutes(20), SampleReport.At(17, 9, 0)), ("G-0002", 2, TimeSpan.FromMinutes(7), SampleReport.At(18, 9, 0))]);
        outlived.Grants[1].Services.ShouldBe(["Facebook", "X"]);
    }

    [Fact]
    public void They_make_nothing_to_decide_and_nothing_unexplained()
    {
        var without = Report(Covered);
        var with = Report(Outlived("G-0001", 20));

        with.Decisions.Items.ShouldBe(without.Decisions.Items);
        with.Verdicts.Total.ShouldBe(without.Verdicts.Total);
        with.Verdicts.Total.Unexplained.ShouldBe(0);
    }

    [Fact]
    public void The_page_and_the_summary_say_that_it_is_the_proxys_doing()
    {
        var report = Report(Outlived("G-0001", 20));

        report.Summary.ShouldContain(l => l.Contains("In 1 of these the proxy left a connection open after its grant’s end, for 20 min") && l.Contains("says nothing about the person"));
        var section = Section(report);
        section.ShouldContain("G-0001");
        section.ShouldContain("20 min");
        section.ShouldContain("about the proxy, not about the person");
        section.ShouldContain("docs/targets/open-connections.md");
        section.ShouldNotContain("Kit Rowe");
    }

    [Theory]
    [InlineData(true, "None was open after its grant")]
    [InlineData(false, "None was seen in what could be seen")]
    public void None_is_said_only_as_far_as_the_evidence_goes(bool complete, string words)
    {
        var material = complete ? SampleReport.Material with { Coverage = [] } : SampleReport.Material;
        Section(SampleReport.Build(material, [Covered])).ShouldContain(words);
    }

    [Fact]
    public void What_an_earlier_version_did_not_keep_is_said_to_be_unknown()
    {
        var report = SampleReport.Build(SampleReport.Material with { Coverage = [] }, [Covered with { IsOutlivingUnknown = true }]);

        report.Outlived.NotKnown.ShouldBe(1);
        var section = Section(report);
        section.ShouldContain("1 visit under a grant this is not known");
        section.ShouldNotContain("None was");
    }

    private static Visit Outlived(string grantId, int minutes) =>
        Covered with { GrantId = grantId, OutlivedGrantId = grantId, OutlivedGrantBy = TimeSpan.FromMinutes(minutes) };

    private static ComplianceReport Report(params Visit[] visits) => SampleReport.Build(SampleReport.Material, visits);

    /// <summary>From the section's heading to the end of the grants.</summary>
    private static string Section(ComplianceReport report)
    {
        var html = SampleReport.Html(report);
        var begin = html.IndexOf("<h3>Connections that outlived a grant", StringComparison.Ordinal);
        return html[begin..html.IndexOf("</section>", begin, StringComparison.Ordinal)];
    }
}
