using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Visits for which nobody on the roster is known: counted, never named.</summary>
internal sealed class UnnamedSection : IReportSection
{
    public string Id => "unnamed-counts";

    public string Title => "People who are not named";

    public ReportSection Make(SectionInput input)
    {
        var counts = input.Column(input.Tally.NotOnRoster.ToCounts().Total, input.Tally.NoUser.ToCounts().Total, input.Tally.Ambiguous.ToCounts().Total);
        string[] names = ["Accounts that are not on the staff roster", "The log shows no user", "The login fits more than one member of staff"];
        return new ReportSection(
            Id,
            Title,
            "USE-1, USE-2",
            input.Detail,
            ["Accounts that are not on the staff roster may be pupils’. They are counted and never named."],
            [new ReportTable(Id, "Visits for which nobody on the roster is known", [new("Whose"), new("Visits", IsNumber: true)], [.. names.Select((n, i) => (IReadOnlyList<string>)[n, counts[i]])])]);
    }
}
