using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Sections;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Audiences;

/// <summary>Each audience sees what it is entitled to, and nothing else.</summary>
public sealed partial class AudienceReportTests
{
    [Theory]
    [InlineData(ReportRecipientGroup.Dsl)]
    [InlineData(ReportRecipientGroup.Dpo)]
    [InlineData(ReportRecipientGroup.Governors)]
    public void The_page_of_each_audience_is_as_approved(ReportRecipientGroup audience) =>
        Approved.Matches(StyleSheet().Replace(AudienceSample.Html(audience), "<style>/* report.css */</style>"), "html", $"{nameof(The_page_of_each_audience_is_as_approved)}.{audience}");

    [Theory]
    [InlineData(ReportRecipientGroup.Dpo)]
    [InlineData(ReportRecipientGroup.Governors)]
    public void No_form_names_a_member_of_staff_a_device_or_who_made_it(ReportRecipientGroup audience)
    {
        foreach (var form in Forms(audience))
        {
            foreach (var name in AudienceSample.Staff.Append("Ines Tanaka").Append("lab.guest"))
            {
                form.ShouldNotContain(name, Case.Insensitive);
            }

            foreach (var device in new[] { "STAFF-LT-11", "LIB-PC-04", "OFFICE-PC", "LAB-0", "SM-01" })
            {
                form.ShouldNotContain(device, Case.Insensitive);
            }
        }
    }

    [Fact]
    public void Governors_see_no_count_of_one_to_four_and_none_that_gives_one_away()
    {
        foreach (var table in AudienceSample.Report(ReportRecipientGroup.Governors).Sections.Where(s => s.Detail == ReportDetail.Shares).SelectMany(s => s.Tables))
        {
            for (var column = 1; column < table.Columns.Count; column++)
            {
                if (!table.Columns[column].IsNumber || table.Columns[column].Title is "Change" or "School days" or "Holes in the evidence")
                {
                    continue;
                }

                var cells = table.Rows.Where(r => r[0] is not "All").Select(r => r[column]).ToList();
                cells.ShouldNotContain(c => Small().IsMatch(c), $"{table.Id}, {table.Columns[column].Title}");
                (table.Id is not "terms" && cells.Count > 1 && cells.Count(c => c.Equals(Cells.Hidden, StringComparison.Ordinal)) == 1).ShouldBeFalse($"{table.Id}: a single hidden count is the total less the others");
            }
        }
    }

    [Fact]
    public void Of_a_clause_governors_see_the_status_alone_in_every_form()
    {
        var report = AudienceSample.Report(ReportRecipientGroup.Governors);
        report.Clauses.Select(c => c.Clause).ShouldBe(AudienceSample.Controls.Select(c => c.Clause));
        report.Clauses.ShouldAllBe(c => c.Evidence.Length == 0 && c.EvidenceAt == null);
        foreach (var control in AudienceSample.Controls)
        {
            foreach (var form in Forms(ReportRecipientGroup.Governors))
            {
                System.Net.WebUtility.HtmlDecode(form).ShouldNotContain(control.Evidence, Case.Insensitive);
            }

            AudienceSample.Report(ReportRecipientGroup.Dpo).Clauses.ShouldContain(control);
        }
    }

    [Fact]
    public void What_is_hidden_can_not_be_worked_out_from_the_total()
    {
        // 3 is hidden; with it the smallest other goes, so that the total less the rest says nothing about either.
        Cells.Visible([3, 40, 8, 0, 120], hides: true).ShouldBe([null, 40, null, 0, 120]);
        Cells.Visible([1, 1, 30, 50], hides: true).ShouldBe([null, null, null, 50]);
        Cells.Visible([3, 40], hides: false).ShouldBe([3, 40]);
    }

    [Fact]
    public void A_change_is_shown_only_where_both_of_its_counts_are()
    {
        var table = AudienceSample.Report(ReportRecipientGroup.Governors).Sections.Single(s => s.Id is "trends").Tables.Single(t => t.Id is "trend");
        table.Rows.Where(r => r[1] is Cells.Hidden || r[2] is Cells.Hidden).ShouldNotBeEmpty();
        table.Rows.Where(r => r[1] is Cells.Hidden || r[2] is Cells.Hidden).ShouldAllBe(r => r[3].Equals("–", StringComparison.Ordinal));
    }

    [Fact]
    public void Slt_sees_no_content_that_goes_to_the_safeguarding_lead_and_the_lead_no_other()
    {
        var slt = SampleReport.Html(AudienceSample.Slt);
        slt.ShouldNotContain("Violence");
        slt.ShouldContain("Gambling");
        var dsl = AudienceSample.Html(ReportRecipientGroup.Dsl);
        dsl.ShouldContain("Violence");
        dsl.ShouldNotContain("Gambling");
        dsl.ShouldNotContain("G-0004", Case.Sensitive, "grants are none of the lead's business");
    }

    [Fact]
    public void People_who_are_not_on_the_roster_are_counted_for_every_audience() =>
        AudienceSample.Report(ReportRecipientGroup.Dsl).Decisions.Items.ShouldContain(d => d.Subject.Equals("People who are not on the staff roster", StringComparison.Ordinal) && d.What.StartsWith("1 episode", StringComparison.Ordinal));

    [Fact]
    public void Whoever_may_not_read_the_register_makes_a_report_without_its_names()
    {
        var material = AudienceSample.Material(ReportRecipientGroup.Dsl);
        var report = AudienceSample.Builder(material with { Facts = AudienceSample.Facts with { Declarations = AudienceSample.Facts.Declarations! with { MayName = false } } }).BuildAudience();
        var section = report.Sections.Single(s => s.Id is "declarations");
        section.Tables.ShouldHaveSingleItem();
        section.Statements.ShouldContain(s => s.Contains("may not read the register", StringComparison.Ordinal));
        report.Decisions.Items.Single(d => d.Kind == DecisionKind.OverdueReview).What.ShouldBe("1 review overdue.");
    }

    [Fact]
    public void The_first_lines_say_what_needs_doing()
    {
        foreach (var audience in Enum.GetValues<ReportRecipientGroup>())
        {
            var html = audience == ReportRecipientGroup.Slt ? SampleReport.Html(AudienceSample.Slt) : AudienceSample.Html(audience);
            var head = html[html.IndexOf("<header", StringComparison.Ordinal)..html.IndexOf("</header>", StringComparison.Ordinal)];
            head.ShouldContain("What needs doing: ");
            head.ShouldContain("href=\"#decisions\"");
        }
    }

    [Fact]
    public void Every_section_stands_in_the_table_of_entitlement_and_its_tables_have_files()
    {
        ReportSections.All.Select(s => s.Id).Concat(PolicyAdmin.Reporting.Html.HtmlReport.Parts).ShouldBeSubsetOf(AudienceTable.Sections, StringComparer.Ordinal);
        foreach (var audience in Enum.GetValues<ReportRecipientGroup>())
        {
            ReportSections.Make(AudienceSample.Material(audience), new VisitTally(SampleReport.Week, []), new PolicyAdmin.Reporting.Trends.TrendTally(AudienceSample.Trend))
                .SelectMany(s => s.Tables).Select(t => t.Id).ShouldBeSubsetOf(ReportEndings.SectionTables, StringComparer.Ordinal);
        }

        AudienceTable.Of("not-in-the-table", ReportRecipientGroup.Slt).ShouldBe(ReportDetail.None);
    }

    [Fact]
    public void It_says_to_whom_it_must_not_go_and_tells_nothing_of_that_where_nobody_is_named()
    {
        var material = AudienceSample.Material(ReportRecipientGroup.Slt) with { WatchedRoles = new Dictionary<string, RoleSet>(StringComparer.Ordinal) { ["P-Kit Rowe"] = RoleSet.Of(Role.SafeguardingLead), ["P-Joan Bell"] = RoleSet.Of(Role.HeadTeacher) } };
        var slt = AudienceSample.Builder(material);
        slt.About().ShouldBe(RoleSet.Of(Role.HeadTeacher, Role.SafeguardingLead));
        slt.Build().RecipientsNote.ShouldContain("must not go to the head teacher alone");
        slt.Build().RecipientsNote.ShouldContain("must not go to the safeguarding lead");

        // That a report without names could be about one of them would tell on them.
        var governors = AudienceSample.Builder(material with { Audience = ReportRecipientGroup.Governors });
        governors.About().IsEmpty.ShouldBeTrue();
        governors.BuildAudience().RecipientsNote.ShouldNotContain("head teacher");
        AudienceSample.Builder(AudienceSample.Material(ReportRecipientGroup.Slt)).About().IsEmpty.ShouldBeTrue();
    }

    private static IEnumerable<string> Forms(ReportRecipientGroup audience)
    {
        var report = AudienceSample.Report(audience);
        yield return AudienceSample.Html(audience);
        yield return System.Text.Encoding.UTF8.GetString(PolicyJson.Serialise(report, indented: true));
        var tables = new List<MemoryStream>();
        new AudiencePages(report).WriteTables(_ =>
        {
            tables.Add(new MemoryStream());
            return tables[^1];
        });
        tables.Count.ShouldBeGreaterThan(5);
        yield return string.Concat(tables.Select(t => System.Text.Encoding.UTF8.GetString(t.ToArray())));
    }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, 1000)]
    private static partial Regex StyleSheet();

    [GeneratedRegex("^[1-4]$", RegexOptions.None, 1000)]
    private static partial Regex Small();
}
