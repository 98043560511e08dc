using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Declared relationships and agreed contacts (REL-1, REL-2): counts, and whose review is overdue.</summary>
internal sealed class DeclarationSection : IReportSection
{
    public string Id => "declarations";

    public string Title => "Relationships and contacts with families";

    public ReportSection Make(SectionInput input)
    {
        var facts = input.Material.Facts.Declarations ?? new DeclarationFacts([], MayName: false);
        var overdue = facts.Entries.Where(static e => e.IsOverdue).ToList();
        var names = input.Names && facts.MayName;
        List<string> statements = [overdue.Count == 0 ? "No review is overdue." : $"{ReportWords.Sentence(input.Count(overdue.Count, "review", "reviews"))} overdue."];
        if (overdue.Count > 0 && input.Names && !facts.MayName)
        {
            statements.Add("Whoever made this report may not read the register, so nobody is named. A member of SLT or the safeguarding lead sees them with Get-RelationshipDeclaration -ReviewDue.");
        }

        List<ReportTable> tables = [Counts(input, facts)];
        if (names && overdue.Count > 0)
        {
            tables.Add(new ReportTable(
                "declarations-overdue",
                "Whose review is overdue; families are not named",
                [new("Entry"), new("Person"), new("To be looked at again on")],
                [.. overdue.OrderBy(static e => e.ReviewDate).Select(static e => (IReadOnlyList<string>)[e.Id, e.Person, e.ReviewDate is { } day ? ReportWords.LongDay(day) : "–"])]));
        }

        return new ReportSection(Id, Title, "REL-1, REL-2", input.Detail, statements, tables)
        {
            Asks = overdue.Count == 0 ? [] :
            [
                new ReportAsk(
                    DecisionKind.OverdueReview,
                    "Overdue reviews of declared relationships",
                    names
                        ? $"{ReportWords.List([.. overdue.Select(static e => $"{e.Person} ({e.Id})")], most: 10)}."
                        : $"{ReportWords.Sentence(input.Count(overdue.Count, "review", "reviews"))} overdue.",
                    input.Names ? "Speak with each, and record a declaration anew or close it." : "Ask when they will be done.",
                    "REL-1"),
            ],
            InShort = overdue.Count == 0 ? null : $"{ReportWords.Sentence(input.Count(overdue.Count, "review", "reviews"))} of declared relationships overdue.",
        };
    }

    private static ReportTable Counts(SectionInput input, DeclarationFacts facts)
    {
        var (declared, agreed) = (Of(facts, FamilyLinkKind.RelationshipDeclaration), Of(facts, FamilyLinkKind.FamilyContactAgreement));
        var (first, second) = (input.Column(declared), input.Column(agreed));
        string[] states = ["Counting now", "From a later day", "Ended or closed since the period began"];
        return new ReportTable(
            "declarations",
            "Entries by state",
            [new("State"), new("Declared relationships", IsNumber: true), new("Agreed contacts", IsNumber: true)],
            [.. states.Select((s, i) => (IReadOnlyList<string>)[s, first[i], second[i]])]);
    }

    private static long[] Of(DeclarationFacts facts, FamilyLinkKind kind)
    {
        var states = facts.Entries.Where(e => e.Kind == kind).Select(static e => e.Status).ToList();
        return [states.Count(static s => s == FamilyLinkStatus.Active), states.Count(static s => s == FamilyLinkStatus.Pending), states.Count(static s => s is FamilyLinkStatus.Ended or FamilyLinkStatus.Closed)];
    }
}
