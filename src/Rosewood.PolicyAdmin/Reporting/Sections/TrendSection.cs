using System.Globalization;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Trends;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>The period against the one before, and the terms one after the other; it says when they can't be compared.</summary>
internal sealed class TrendSection : IReportSection
{
    public string Id => "trends";

    public string Title => "Is it getting better?";

    public ReportSection Make(SectionInput input)
    {
        var statements = new List<string>();
        var tables = new List<ReportTable>();
        var now = input.Tally.Total.ToCounts();
        string? inShort = null;
        if (input.Trend.Plan.Before is { } before)
        {
            var then = input.Trend.Of(before);
            statements.AddRange(Comparable(input, before));
            var visibleNow = Cells.Visible(Counts(now), input.Hides);
            var visibleThen = Cells.Visible(Counts(then), input.Hides);
            tables.Add(Periods(visibleNow, visibleThen, now.Total, then.Total, before));
            if (visibleNow[0] is { } unexplained && visibleThen[0] is { } earlier && statements.Count == 1 && unexplained != earlier)
            {
                inShort = $"Unexplained visits went {(unexplained > earlier ? "up" : "down")} from {ReportWords.Number(earlier)} to {ReportWords.Number(unexplained)} against the period before.";
            }
        }

        if (input.Trend.Plan.Terms.Count > 1)
        {
            tables.Add(Terms(input));
            if (input.Hides)
            {
                statements.Add("Terms are shown in shares, and their totals in tens, so that no small count can be worked out from them.");
            }
        }

        if (tables.Count == 0)
        {
            statements.Add("There is nothing to compare the period with.");
        }

        if (input.Trend.Plan.NoLongerKept is { Count: > 0 } gone)
        {
            statements.Add($"Left out, since their visits are over the time of keeping and may be removed in part: {ReportWords.List([.. gone])}.");
        }

        return new ReportSection(Id, Title, "USE-1, USE-2", input.Detail, statements, tables) { InShort = inShort };
    }

    private static IEnumerable<string> Comparable(SectionInput input, TrendSpan before)
    {
        var reasons = new List<string>();
        if (input.Trend.Plan.SchoolDays != before.SchoolDays)
        {
            reasons.Add($"this one has {ReportWords.Count(input.Trend.Plan.SchoolDays, "school day", "school days")}, the one before {ReportWords.Number(before.SchoolDays)}");
        }

        var holes = input.Material.Coverage.Count;
        if (holes + before.Holes > 0)
        {
            reasons.Add($"the evidence has holes: {ReportWords.Number(holes)} in this one, {ReportWords.Number(before.Holes)} in the one before");
        }

        yield return reasons.Count == 0
            ? "Both periods have the same number of school days and no known hole in their evidence, so they can be compared."
            : $"The two periods can’t simply be compared: {string.Join("; ", reasons)}. A smaller number may mean that less was seen.";
        if (before.SchoolDays == 0 || input.Trend.Plan.SchoolDays == 0)
        {
            yield return "One of them lies in holidays.";
        }
    }

    private static ReportTable Periods(IReadOnlyList<long?> now, IReadOnlyList<long?> then, long totalNow, long totalThen, TrendSpan before)
    {
        var rows = VerdictCounts.Order
            .Select((v, i) => (IReadOnlyList<string>)[VerdictWords.Name(v), Text(now[i]), Text(then[i]), now[i] is { } a && then[i] is { } b ? Change(a - b) : "–"])
            .Append(["All", ReportWords.Number(totalNow), ReportWords.Number(totalThen), Change(totalNow - totalThen)]);
        return new ReportTable("trend", $"Visits by verdict, beside those of {before.Name}", [new("Verdict"), new("This period", IsNumber: true), new("Period before", IsNumber: true), new("Change", IsNumber: true)], [.. rows]);
    }

    private static ReportTable Terms(SectionInput input)
    {
        List<ReportColumn> columns = [new("Term"), .. VerdictCounts.Order.Take(4).Select(static v => new ReportColumn(VerdictWords.Name(v), IsNumber: true)), new("All visits", IsNumber: true), new("School days", IsNumber: true), new("Holes in the evidence", IsNumber: true)];
        var rows = input.Trend.Plan.Terms.Select(t =>
        {
            var counts = input.Trend.Of(t);
            var visible = Cells.Visible(Counts(counts), input.Hides);
            return (IReadOnlyList<string>)
            [
                t.Name,
                .. visible.Take(4).Select(v => v is not { } shown ? Cells.Hidden : input.Hides ? Cells.Share(shown, counts.Total) : ReportWords.Number(shown)),
                input.Hides ? Tens(counts.Total) : ReportWords.Number(counts.Total),
                ReportWords.Number(t.SchoolDays),
                ReportWords.Number(t.Holes),
            ];
        });
        return new ReportTable("terms", "Visits by verdict, term by term", columns, [.. rows]);
    }

    private static IReadOnlyList<long> Counts(VerdictCounts counts) => [.. VerdictCounts.Order.Select(counts.Of)];

    private static string Text(long? count) => count is { } shown ? ReportWords.Number(shown) : Cells.Hidden;

    private static string Tens(long total) => total < 10 ? "under 10" : "about " + ReportWords.Number((long)Math.Round(total / 10.0, MidpointRounding.AwayFromZero) * 10);

    private static string Change(long change) => change == 0 ? "the same" : change.ToString("+#,0;−#,0", CultureInfo.InvariantCulture);
}
