using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>What the two parts on content have in common: for the safeguarding lead, and for SLT.</summary>
internal static class ContentTables
{
    private const string CannotSee = "No log that was imported has the filter’s categories, so nothing could be found here. Import the filter’s own log.";

    /// <summary>Makes a part.</summary>
    /// <param name="section">Which.</param>
    /// <param name="input">What of.</param>
    /// <param name="isForLead">Whether it holds what the safeguarding lead is told first, or the rest.</param>
    public static ReportSection Make(IReportSection section, SectionInput input, bool isForLead)
    {
        var facts = input.Material.Facts.Content;
        var episodes = facts?.Episodes.Where(e => e.IsForLead == isForLead).ToList() ?? [];
        var nobody = episodes.Count(static e => e.Person is null);
        var clause = isForLead ? "SAF-3, MIS-2, RES-1" : "MIS-2, RES-2";
        var statements = new List<string>
        {
            facts is not { CanSee: true } && episodes.Count == 0 ? CannotSee
                : $"{ReportWords.Sentence(input.Count(episodes.Count, "episode", "episodes"))} in a category that the policy calls criminal in nature. An episode is where to look, not what somebody did: pages embed advertisements, and filters err (MIS-3).",
        };
        if (nobody > 0 && input.Names)
        {
            statements.Add($"{ReportWords.Sentence(ReportWords.Count(nobody, "episode", "episodes"))} of people who are not on the staff roster, pupils perhaps: counted here, and shown by Find-ProhibitedContentAccess to whoever investigates.");
        }

        if (isForLead && episodes.Count > 0)
        {
            statements.Add("No address is printed. Preserve; do not open.");
        }

        return new ReportSection(section.Id, section.Title, clause, input.Detail, statements, Tables(input, episodes, section.Id))
        {
            Asks = Asks(input, episodes, isForLead),
            InShort = episodes.Count == 0 ? null : $"{ReportWords.Sentence(input.Count(episodes.Count, "episode", "episodes"))} of content that the policy calls criminal in nature.",
        };
    }

    private static List<ReportTable> Tables(SectionInput input, List<ContentFact> episodes, string id)
    {
        var tables = new List<ReportTable>();
        if (episodes.Count == 0)
        {
            return tables;
        }

        var types = episodes.GroupBy(static e => e.Type).OrderBy(static g => g.Key).ToList();
        var counts = input.Column([.. types.Select(static t => (long)t.Count())]);
        tables.Add(new ReportTable(id, "Episodes by the policy’s type", [new("Type"), new("Episodes", IsNumber: true), new("Who is told")], [.. types.Select((t, i) => (IReadOnlyList<string>)[ContentFacts.Words(t.Key), counts[i], t.First().Route])]));
        if (input.Names && episodes.Exists(static e => e.Person is not null))
        {
            tables.Add(new ReportTable(
                id + "-people",
                "Episodes of members of staff",
                [new("Person"), new("Type"), new("First line"), new("Let through", IsNumber: true), new("Refused", IsNumber: true)],
                [.. episodes.Where(static e => e.Person is not null).Select(static e => (IReadOnlyList<string>)[e.Person!, ContentFacts.Words(e.Type), ReportWords.Moment(e.Start), ReportWords.Number(e.Allowed), ReportWords.Number(e.Blocked)])]));
        }

        return tables;
    }

    private static List<ReportAsk> Asks(SectionInput input, List<ContentFact> episodes, bool isForLead)
    {
        var asks = new List<ReportAsk>();
        if (episodes.Count == 0)
        {
            return asks;
        }

        var clause = isForLead ? "RES-1" : "RES-2";
        if (!input.Names)
        {
            asks.Add(new ReportAsk(
                DecisionKind.ProhibitedContent,
                "Content that the policy calls criminal in nature",
                $"{ReportWords.Sentence(input.Count(episodes.Count, "episode", "episodes"))} in the filter’s own categories.",
                "Ask whether each was looked at by whom the policy names, and what came of it.",
                clause));
            return asks;
        }

        foreach (var person in episodes.Where(static e => e.Person is not null).GroupBy(static e => e.Person!, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            asks.Add(new ReportAsk(
                DecisionKind.ProhibitedContent,
                $"{person.Key}, content in the filter’s categories",
                $"{ReportWords.Sentence(ReportWords.Count(person.Count(), "episode", "episodes"))}: {ReportWords.List([.. person.Select(static e => ContentFacts.Words(e.Type)).Distinct(StringComparer.Ordinal)])}.",
                person.First().Route + ". Find-ProhibitedContentAccess shows device and time to whoever investigates.",
                clause));
        }

        var nobody = episodes.Count(static e => e.Person is null);
        if (nobody > 0)
        {
            asks.Add(new ReportAsk(
                DecisionKind.ProhibitedContent,
                "People who are not on the staff roster",
                $"{ReportWords.Sentence(ReportWords.Count(nobody, "episode", "episodes"))}, of pupils or guests perhaps.",
                "Have a technician show you them with Find-ProhibitedContentAccess: the report names nobody who is not staff.",
                clause));
        }

        return asks;
    }
}
