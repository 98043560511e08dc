using System.Globalization;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Html;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>The inspection pack's first page, and its tables as they go into CSV files too.</summary>
internal static class InspectionPage
{
    /// <summary>The pack's tables by the stem of their file.</summary>
    public static IReadOnlyList<(string File, PageTable Table)> Tables(InspectionMaterial pack) =>
    [
        ("reviews", new PageTable("Reviews of filtering and monitoring", ["Id", "When", "By", "Outcome", "Accepted gaps", "Accepted by", "Next"],
            [.. pack.Reviews.Select(static r => (IReadOnlyList<string>)[r.Id, ReportWords.Date(r.At), string.Join(", ", r.ReviewedBy), r.Outcome, string.Join("; ", r.AcceptedGaps), r.AcceptedBy ?? "", Day(r.NextReview)])])),
        ("targets", new PageTable("Where social media is closed", ["Target", "Kind", "On", "Last proved", "Last failed"],
            [.. pack.Targets.Select(static t => (IReadOnlyList<string>)[t.Name, t.Kind, t.Enabled ? "yes" : "no", When(t.LastProved), When(t.LastFailed)])])),
        ("tests", new PageTable("Tests of filtering", ["Id", "When", "Target", "Place", "Service", "Expected", "Result", "Outcome", "Action"],
            [.. pack.Tests.Select(static t => (IReadOnlyList<string>)[t.Id, ReportWords.Moment(t.At), t.Target, t.Place, t.Service ?? "control", t.Expected, t.Result, t.Outcome.ToString(), t.Action ?? ""])])),
        ("exceptions", new PageTable("Exceptions from the block", ["Grant", "For", "Services", "Devices", "From", "Until", "Decided by", "Decided on", "Status", "Confirmation"],
            [.. pack.Grants.Select(static g => (IReadOnlyList<string>)[g.Id, g.User, g.Services.Count == 0 ? "all" : string.Join(", ", g.Services), string.Join(", ", g.Devices), ReportWords.Moment(g.From), ReportWords.Moment(g.Until), g.AuthorisedBy, ReportWords.Moment(g.GrantedAt), g.Status, g.Confirmation])])),
        ("gaps", new PageTable("Holes in the evidence", ["Kind", "From", "Until", "Explanation"],
            [.. pack.Gaps.Select(static g => (IReadOnlyList<string>)[g.Kind.ToString(), When(g.From), When(g.Until), g.Explanation])])),
        ("controls", new PageTable("The policy clause by clause", ["Clause", "Rule", "Status", "Evidence"],
            [.. pack.Controls.Select(static c => (IReadOnlyList<string>)[c.Clause, c.Rule, c.Status == ControlStatus.NotCovered ? "Not covered" : c.Status.ToString(), c.Evidence])])),
        ("registers", new PageTable("What the registers hold", ["Class", "Records", "Kept"],
            [.. pack.Facts.Classes.Select(static c => (IReadOnlyList<string>)[DataClassWords.Title(c.Class), ReportWords.Number(c.Records), c.Kept])])),
    ];

    public static byte[] ToBytes(InspectionMaterial pack, IReadOnlyList<(string File, PageTable Table)> tables)
    {
        var facts = pack.Facts;
        return HtmlPage.ToBytes(new PageDocument(
            "Inspection pack",
            facts.School,
            "Filtering and monitoring, exceptions, and data protection",
            $"Made on {ReportWords.LongMoment(facts.MadeAt)} by {facts.MadeBy}.",
            [
                new PageSection("about", "How to read this", [
                    "Gathered from the records of the program that carries out the school's social media policy, in the order of the Department for Education's filtering and monitoring standards (roles, yearly review, blocking, monitoring) and of the Information Commissioner's guidance on monitoring workers (purpose, what is collected, how long, who sees it). It is evidence, and no statement that a standard is met.",
                    "People are named only where they hold a public role. Each table is also a CSV file; checksums.txt has the SHA-256 of every file.",
                ]),
                DpiaPage.Roles("roles", facts.Roles),
                new PageSection("review", "Yearly review", [Review(pack)], Of(tables, "reviews")),
                new PageSection("blocking", "Blocking", ["Where it is in force, and when probes last showed it to hold."], [.. Of(tables, "targets"), .. Of(tables, "tests")]),
                new PageSection("exceptions", "Exceptions, and who decided them", [ReportWords.Count(pack.Grants.Count, "exception is", "exceptions are") + " recorded."], Of(tables, "exceptions")),
                new PageSection("gaps", "What monitoring does not see", [string.Create(CultureInfo.InvariantCulture, $"Holes in the evidence of the last {InspectionMaterial.Back} days; gaps that were accepted stand with the reviews.")], Of(tables, "gaps")),
                new PageSection("controls", "Controls by clause", [], Of(tables, "controls")),
                new PageSection("data", "Data protection", ["dpia-facts.html in this pack has what is collected, why, how long and who sees it."], Of(tables, "registers")),
                new PageSection("audit", "Audit trail", [pack.Proof.Explanation, $"Its head: {pack.Proof.Head}", $"Test-PolicyAudit -ExpectedHead {pack.Proof.Head} proves it later."]),
            ]));
    }

    private static IReadOnlyList<PageTable> Of(IReadOnlyList<(string File, PageTable Table)> tables, string file) =>
        tables.First(t => t.File.Equals(file, StringComparison.Ordinal)).Table is { Rows.Count: > 0 } table ? [table] : [];

    private static string Review(InspectionMaterial pack) => pack.Reviews is [.., var last]
        ? last.NextReview < DateOnly.FromDateTime(pack.Facts.MadeAt.DateTime)
            ? $"The last review was on {ReportWords.Date(last.At)}; the next was due on {Day(last.NextReview)} and is overdue."
            : $"The last review was on {ReportWords.Date(last.At)}; the next is due on {Day(last.NextReview)}."
        : "No review is recorded. Register-FilteringReview records one.";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string When(DateTimeOffset? at) => at is { } instant ? ReportWords.Moment(instant) : "";
}
