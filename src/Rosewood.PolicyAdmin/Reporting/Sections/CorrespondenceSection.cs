using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Correspondence with families past the school's systems (COM-1, COM-4), by the reviews that were kept.</summary>
internal sealed class CorrespondenceSection : IReportSection
{
    private const string SharesNotKept = "The shares of official mail by team are not kept; Measure-OfficialCorrespondence gives them.";

    public string Id => "correspondence";

    public string Title => "Correspondence with families";

    public ReportSection Make(SectionInput input)
    {
        if (input.Material.Facts.Correspondence is not { ReviewId: { } review } facts)
        {
            return new ReportSection(Id, Title, "COM-1, COM-4", input.Detail, ["Nobody looked: no review of correspondence that was kept reaches into this period.", SharesNotKept], [])
            {
                Asks = input.Material.Facts.Correspondence is null ? [] : [new ReportAsk(DecisionKind.NotLookedAt, "Correspondence with families", "Nobody looked in this period whether it goes past the school’s systems.", "Have a technician run Find-UnofficialCorrespondence with the period’s message trace, and make the report again.", "COM-1")],
                InShort = "Nobody looked at correspondence with families in this period.",
            };
        }

        var kinds = Enum.GetValues<CorrespondenceKind>();
        var counts = input.Column([.. kinds.Select(k => (long)facts.Kinds.GetValueOrDefault(k))]);
        var found = facts.Kinds.Values.Sum();
        var statements = new List<string>
        {
            $"By review {review} of {ReportWords.Date(facts.ReviewedAt!.Value)}: {input.Count(found, "finding", "findings")} that something went past the school’s systems. Each is a reason to ask, never a proof.",
            $"Only possible: {input.Count(facts.Possible, "finding", "findings")}. About mailboxes that are nobody’s personally: {input.Count(facts.OfNobody, "finding", "findings")}.",
            "Private channels cannot be seen: mail between private mailboxes, and messages by other means, never pass the school.",
            SharesNotKept,
        };
        statements.AddRange(facts.Blind.Select(static b => "Not seen: " + b));
        List<ReportTable> tables = [new(Id, "Findings by their way", [new("What was seen"), new("Findings", IsNumber: true)], [.. kinds.Select((k, i) => (IReadOnlyList<string>)[CorrespondenceFacts.Words(k), WasLookedFor(k) ? counts[i] : "not looked for"])]) { Bars = 1 }];
        if (input.Names && facts.Findings.Count > 0)
        {
            tables.Add(FindingTables.People("correspondence-people", "Findings about members of staff; families are never named", "How often", facts.Findings));
        }

        return new ReportSection(Id, Title, "COM-1, COM-4", input.Detail, statements, tables)
        {
            Asks = Asks(input, facts, found),
            InShort = $"{ReportWords.Sentence(input.Count(found, "finding", "findings"))} of correspondence past the school’s systems.",
        };

        // None of what could not have been seen is no good news.
        bool WasLookedFor(CorrespondenceKind kind) => facts.Kinds.GetValueOrDefault(kind) > 0 || !facts.NotLookedFor.Contains(kind);
    }

    /// <summary>Web mail is seen in visits, and whoever is asked about those is not asked twice.</summary>
    private static bool IsAskedAsVisit(SectionInput input, NamedFinding finding) =>
        input.Material.Audience == ReportRecipientGroup.Slt && string.Equals(finding.Way, CorrespondenceFacts.Words(CorrespondenceKind.PersonalWebmail), StringComparison.Ordinal);

    private static IReadOnlyList<ReportAsk> Asks(SectionInput input, CorrespondenceFacts facts, int found) =>
        input.Names
            ? FindingTables.Asks(
                DecisionKind.Correspondence,
                "mail outside the school’s systems",
                [.. facts.Findings.Where(f => !IsAskedAsVisit(input, f))],
                (input.IsForLead
                    ? "SLT asks how it came about. See whether what you know of the family or the child makes it urgent."
                    : "Ask how it came about, before anybody concludes anything, and say which of the school’s channels to use.")
                    + " Where a tie of family or friendship explains it, it is declared (New-RelationshipDeclaration).",
                "COM-1",
                id => ReportAbout.Words(input.Material, id))
            : found == 0
                ? []
                : [new ReportAsk(DecisionKind.Correspondence, "Correspondence with families", $"{ReportWords.Sentence(input.Count(found, "finding", "findings"))} that mail went past the school’s systems.", "Ask what the senior leadership team has learned, and what was changed.", "COM-1")];
}
