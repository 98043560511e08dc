using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Grants, counted.</summary>
internal sealed class GrantCountSection : IReportSection
{
    public string Id => "grant-counts";

    public string Title => "Grants";

    public ReportSection Make(SectionInput input)
    {
        var grants = GrantSections.From(input.Material);
        var counts = input.Column(grants.InForce.Count, grants.Pending.Count, grants.Ended.Count, grants.Revoked.Count);
        string[] names = ["In force", "Not begun, or waiting", "Ended in the period", "Revoked or refused"];
        var waiting = grants.All().Count(GrantSections.IsUnconfirmed);
        return new ReportSection(
            Id,
            Title,
            "USE-1, USE-3",
            input.Detail,
            [
                input.Material.StandingAuthorisation
                    ? "The head teacher and deputy may use social media on school mobiles by their role (USE-3); everybody else needs a grant."
                    : "The standing authorisation is switched off: everybody needs a grant.",
                $"Grants whose authoriser has not confirmed them: {input.Count(waiting, "grant", "grants")}.",
            ],
            [new ReportTable(Id, "Grants by state", [new("State"), new("Grants", IsNumber: true)], [.. names.Select((n, i) => (IReadOnlyList<string>)[n, counts[i]])])]);
    }
}
