using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Trends;

namespace Rosewood.PolicyAdmin.Reporting.Sections;

/// <summary>The parts of the report that are made alike for every audience, in the order in which they are read.</summary>
internal static class ReportSections
{
    // AudienceTable says who sees how much of each.
    public static IReadOnlyList<IReportSection> All { get; } =
    [
        new SafeguardingContentSection(),
        new ConcernSection(),
        new IncidentSection(),
        new FlaggedUseSection(),
        new LeadershipContentSection(),
        new TrendSection(),
        new UseSection(),
        new ServiceCountSection(),
        new LoginCountSection(),
        new GrantCountSection(),
        new CorrespondenceSection(),
        new TextSection(),
        new DeclarationSection(),
        new AcknowledgementSection(),
        new UnnamedSection(),
        new BlockingSection(),
        new ProcessingSection(),
        new RegisterReadSection(),
    ];

    /// <summary>The parts that an audience sees, made.</summary>
    public static IReadOnlyList<ReportSection> Make(ReportMaterial material, VisitTally tally, TrendTally trend) =>
    [
        .. All.Select(s => (Section: s, Detail: AudienceTable.Of(s.Id, material.Audience)))
            .Where(static s => s.Detail != ReportDetail.None)
            .Select(s => s.Section.Make(new SectionInput(material, tally, trend, s.Detail))),
    ];
}
