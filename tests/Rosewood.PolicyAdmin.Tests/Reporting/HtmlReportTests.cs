using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Reporting;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

public sealed partial class HtmlReportTests
{
    private static readonly string[] KnownElements =
    [
        "a", "bdi", "body", "caption", "code", "dd", "desc", "details", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "head", "header", "html", "li", "main", "meta", "nav", "ol",
        "p", "path", "rect", "section", "span", "strong", "style", "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "ul",
    ];

    [Fact]
    public void The_page_of_a_fixed_report_is_as_approved() =>
        Approved.Matches(StyleSheet().Replace(SampleReport.Html(SampleReport.Fixed), "<style>/* report.css */</style>"), "html");

    [Fact]
    public void Hostile_texts_make_no_element_or_attribute_of_their_own()
    {
        var html = SampleReport.Html(HostileReport.Full);
        var tags = Tag().Matches(html).ToList();
        tags.Select(t => t.Groups["name"].Value).Distinct(StringComparer.Ordinal).Except(KnownElements, StringComparer.Ordinal).ShouldBeEmpty();
        html.Count(c => c == '<').ShouldBe(tags.Count + 1, "every < belongs to a tag or the document type");
        tags.SelectMany(t => Attribute().Matches(t.Groups["attributes"].Value))
            .Select(a => a.Groups["name"].Value)
            .ShouldAllBe(name => !name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && !string.Equals(name, "src", StringComparison.OrdinalIgnoreCase));
        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("javascript:window.pwned=1\"", Case.Insensitive);
    }

    [Fact]
    public void Control_characters_and_marks_that_turn_the_page_are_shown_as_what_they_are()
    {
        var html = SampleReport.Html(HostileReport.Full);
        html.ShouldNotContain('\0');
        html.ShouldNotContain('\u202E');
        html.ShouldNotContain("&#x202E;");
        html.ShouldContain("Robert[U&#x2B;202E]knil");
        html.ShouldContain("nul[U&#x2B;0000]bell");
    }

    [Fact]
    public void What_is_too_long_is_cut_and_its_length_said()
    {
        var html = SampleReport.Html(HostileReport.Full);
        html.ShouldNotContain(new string('W', 700));
        html.ShouldContain("WWW… (9,4");
    }

    [Fact]
    public void Only_plain_web_addresses_become_links()
    {
        var html = SampleReport.Html(HostileReport.Full);
        var targets = Href().Matches(html).Select(m => m.Groups["target"].Value).ToList();
        targets.ShouldAllBe(t => t.StartsWith('#') || t.StartsWith("https://", StringComparison.Ordinal));
    }

    [Fact]
    public void It_has_no_script_and_a_policy_that_allows_nothing_but_its_own_style()
    {
        var html = SampleReport.Html(SampleReport.Fixed);
        html.ShouldContain("""<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;; img-src data:">""");
        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("url(", Case.Insensitive);
        html.ShouldNotContain("@import", Case.Insensitive);
    }

    [Fact]
    public void Completeness_of_the_evidence_comes_before_everything_else()
    {
        var html = SampleReport.Html(SampleReport.Fixed);
        var first = html.IndexOf("<section", StringComparison.Ordinal);
        html[first..].ShouldStartWith("<section id=\"evidence\"");
        html.ShouldContain("The evidence has 2 holes.");
    }

    [Fact]
    public void Over_incomplete_evidence_it_never_says_that_nothing_was_found()
    {
        var report = SampleReport.Build(SampleReport.Material with { Grants = [], StandingHolders = [] }, []);
        var html = SampleReport.Html(report);
        html.ShouldContain("Nothing was seen in what could be seen");
        foreach (var claim in new[] { "no findings", "nothing was found", "No visit to social media was seen.", "left unexplained", "None of a member of staff.", "None was in session.", "Nothing needs a decision." })
        {
            html.ShouldNotContain(claim, Case.Insensitive);
        }
    }

    [Fact]
    public void Visits_left_out_are_counted_and_the_file_that_has_them_is_named()
    {
        var visits = Enumerable.Range(0, 1240).Select(i => SampleReport.Visit("Kit Rowe", "Facebook", Verdict.Unexplained, SampleReport.At(16, 9, 0).AddMinutes(i), i % 60));
        var report = SampleReport.Build(SampleReport.Material, visits);
        SampleReport.Html(report, "compliance-visits.csv").ShouldContain("The 200 longest are shown; 1,040 shorter ones are left out. They are all in compliance-visits.csv.");
        SampleReport.Html(report).ShouldContain("Add -Format Csv to get them all.");
    }

    [Fact]
    public void People_who_are_not_on_the_roster_are_counted_and_never_named()
    {
        var html = SampleReport.Html(SampleReport.Fixed);
        html.ShouldNotContain("lab.guest");
        html.ShouldNotContain("LAB-07");
        html.ShouldContain("1 account not on the roster");
    }

    [Fact]
    public void The_head_of_the_audit_trail_comes_with_the_command_that_checks_it() =>
        SampleReport.Html(SampleReport.Fixed).ShouldContain("Test-PolicyAudit -ExpectedHead " + SampleReport.Material.Audit.Head);

    [Fact]
    public void Every_verdict_is_explained_in_one_line()
    {
        foreach (var verdict in VerdictCounts.Order)
        {
            VerdictWords.Meaning(verdict).ShouldNotContain('\n');
            SampleReport.Html(SampleReport.Fixed).ShouldContain($"<dd>{VerdictWords.Meaning(verdict)}</dd>");
        }
    }

    [GeneratedRegex("<style>.*</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex StyleSheet();

    [GeneratedRegex("""</?(?<name>[a-z][a-z0-9]*)(?<attributes>(?: [a-zA-Z-]+="[^"<>]*")*)>""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex(""" (?<name>[a-zA-Z-]+)="[^"]*"(?= |$)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Attribute();

    [GeneratedRegex("href=\"(?<target>[^\"]*)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Href();
}
