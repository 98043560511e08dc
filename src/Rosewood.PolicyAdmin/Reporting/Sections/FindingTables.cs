using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Tables and questions of findings about members of staff.</summary>
internal static class FindingTables
{
    private const int MostRows = 200;

    /// <summary>Findings by person.</summary>
    public static ReportTable People(string id, string caption, string unit, IReadOnlyList<NamedFinding> findings) => new(
        id,
        caption,
        [new("Person"), new("What was seen"), new("With"), new(unit, IsNumber: true), new("First"), new("Last"), new("How sure", IsNumber: true), new("Explained by")],
        [
            .. findings.Take(MostRows).Select(static f => (IReadOnlyList<string>)
            [
                f.Person,
                f.Way,
                f.With.Length == 0 ? "–" : f.With,
                ReportWords.Number(f.Count),
                Day(f.First),
                Day(f.Last),
                Cells.Share((long)Math.Round(f.Confidence * 100), 100),
                f.Explanation ?? "nothing",
            ]),
        ]);

    /// <summary>One question for each person whose findings nothing explains.</summary>
    /// <param name="kind">Their sort.</param>
    /// <param name="topic">What they are about, after a name.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="next">What can be done.</param>
    /// <param name="clause">The clause that they serve.</param>
    /// <param name="about">What is added where the person, by id, is one of those who read this.</param>
    public static IReadOnlyList<ReportAsk> Asks(DecisionKind kind, string topic, IReadOnlyList<NamedFinding> findings, string next, string clause, Func<string, string> about) =>
    [
        .. findings.Where(static f => f.Explanation is null).GroupBy(static f => f.PersonId, StringComparer.Ordinal).Select(p => new ReportAsk(
            kind,
            $"{p.First().Person}, {topic}",
            $"{string.Join("; ", p.GroupBy(static f => f.Way, StringComparer.Ordinal).Select(Seen))}.",
            next + about(p.Key),
            clause)),
    ];

    private static string Seen(IGrouping<string, NamedFinding> way) =>
        $"{way.Key}, {ReportWords.Times(way.Sum(static f => (long)f.Count))}"
        + (way.Min(static f => f.First) is { } first && way.Max(static f => f.Last) is { } last ? ", " + ReportWords.Days(first, last) : "");

    private static string Day(DateTimeOffset? at) => at is { } moment ? ReportWords.Date(moment) : "–";
}
