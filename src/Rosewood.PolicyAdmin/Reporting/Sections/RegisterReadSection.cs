using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Who read a sensitive register in the period; only holders of a role are named.</summary>
internal sealed class RegisterReadSection : IReportSection
{
    public string Id => "reads";

    public string Title => "Who read the sensitive registers";

    public ReportSection Make(SectionInput input)
    {
        var reads = input.Material.Facts.Reads;
        return new ReportSection(
            Id,
            Title,
            "GOV-1",
            input.Detail,
            [reads.Count == 0 ? "Nobody read a sensitive register with this program in the period." : "Each reading is in the audit trail. Holders of a role that may read them are named, nobody else."],
            reads.Count == 0
                ? []
                :
                [
                    new ReportTable(
                        Id,
                        "Readings in the period",
                        [new("Reader"), new("Roles"), new("Command"), new("Clause"), new("Readings", IsNumber: true), new("Last")],
                        [.. reads.Select(static r => (IReadOnlyList<string>)[r.Reader, r.Roles, r.Command, r.Clause, ReportWords.Number(r.Count), ReportWords.Moment(r.Last)])]),
                ]);
    }
}
