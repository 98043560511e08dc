using Rosewood.PolicyAdmin.Reporting.Audiences;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>Visits to the services that the policy names, counted (SAF-2).</summary>
internal sealed class ServiceCountSection : IReportSection
{
    public string Id => "service-counts";

    public string Title => "The services that the policy names";

    public ReportSection Make(SectionInput input)
    {
        var services = input.Tally.NamedServices.ToList();
        var counts = input.Column([.. services.Select(static s => s.Visits.Total)]);
        return new ReportSection(
            Id,
            Title,
            "SAF-2",
            input.Detail,
            ["All visits that were seen, also refused, authorised and embedded ones. The policy names these services because groomers are known to use them; use by staff is no sign of that."],
            [new ReportTable(Id, "Visits to each", [new("Service"), new("Visits", IsNumber: true)], [.. services.Select((s, i) => (IReadOnlyList<string>)[s.Service, counts[i]])]) { Bars = 1 }]);
    }
}
