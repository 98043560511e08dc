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
    public static IReadOnlyList<ReportAsk> Asks(DecisionKind kind, IReadOnlyList<NamedFinding> findings, string next, string clause, Func<string, string> about) =>
    [
        .. findings.Where(static f => f.Explanation is null).GroupBy(static f => f.PersonId, StringComparer.Ordinal).Select(p => new ReportAsk(
            kind,
            p.First().Person,
            $"{string.Join("; ", p.Select(static f => f.Way).Distinct(StringComparer.Ordinal))} ({ReportWords.List([.. p.Select(static f => ReportWords.Number(f.Count))])}).",
            next + about(p.Key),
            clause)),
    ];

    private static string Day(DateTimeOffset? at) => at is { } moment ? ReportWords.Date(moment) : "–";
}
