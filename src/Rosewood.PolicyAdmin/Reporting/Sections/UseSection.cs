using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Visits by verdict, without anybody's name.</summary>
internal sealed class UseSection : IReportSection
{
    public string Id => "use";

    public string Title => "Visits by verdict";

    public ReportSection Make(SectionInput input)
    {
        var total = input.Tally.Total.ToCounts();
        var visible = Cells.Visible([.. VerdictCounts.Order.Select(total.Of)], input.Hides);
        var rows = VerdictCounts.Order.Select((v, i) => (IReadOnlyList<string>)
        [
            VerdictWords.Name(v),
            visible[i] is { } count ? ReportWords.Number(count) : Cells.Hidden,
            visible[i] is { } part ? Cells.Share(part, total.Total) : Cells.Hidden,
            VerdictWords.Meaning(v),
        ]);
        return new ReportSection(
            Id,
            Title,
            "USE-1, USE-2, USE-3",
            input.Detail,
            [$"{ReportWords.Sentence(input.Count(total.Total, "visit", "visits"))} to social media in what could be seen. A visit is all the traffic of one person, device and service with less than five minutes between."],
            [new ReportTable(Id, "Visits by verdict", [new("Verdict"), new("Visits", IsNumber: true), new("Share", IsNumber: true), new("What it means")], [.. rows]) { Bars = 1 }]);
    }
}
