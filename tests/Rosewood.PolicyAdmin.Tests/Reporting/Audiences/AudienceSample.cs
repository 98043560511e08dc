using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;
using Rosewood.PolicyAdmin.Reporting.Html;
using Rosewood.PolicyAdmin.Reporting.Trends;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Audiences;

/// <summary>A fixed school in which every section has something to say, for each audience.</summary>
internal static class AudienceSample
{
    /// <summary>Everybody on the roster of whom something was found: no name of theirs may reach the DPO or the governors.</summary>
    public static string[] Staff { get; } = ["Marek Żurawski", "Joan Bell", "Kit Rowe", "Dee Puty", "Aoife O’Neill", "Ben Carter", "Ada Lin", "Sam Lowe", "Peter Former", "Wanda Web", "Tom Texter"];

    public static ReportFacts Facts { get; } = new()
    {
        Correspondence = new CorrespondenceFacts(
            "C-0004",
            SampleReport.At(22, 9, 0),
            new Dictionary<CorrespondenceKind, int> { [CorrespondenceKind.PersonalAddress] = 7, [CorrespondenceKind.PersonalWebmail] = 2 },
            [Finding("Wanda Web", "P-Wanda Web", "Personal web mail on a school device", "", 2), Finding("Kit Rowe", "P-Kit Rowe", "A personal address among families", "a family", 7) with { Explanation = "REL-1 R-0002" }],
            Possible: 3,
            OfNobody: 1,
            ["Mail of 3 November was not in the trace."])
        {
            NotLookedFor = [CorrespondenceKind.ExternalForward, CorrespondenceKind.NoOfficialCorrespondence, CorrespondenceKind.PersonalNumber],
        },
        Texts = new TextFacts(Imported: true, 41, new Dictionary<TextMessageMisuseKind, int> { [TextMessageMisuseKind.SenderNotAllowed] = 3, [TextMessageMisuseKind.UnknownSender] = 6 }, [Finding("Tom Texter", "P-Tom Texter", "Sent by somebody who may not", "2 families", 3)], OfNobody: 6, ["Looked at 41 texts that were sent."]),
        Declarations = new DeclarationFacts([Declared("R-0001", "Dee Puty", isOverdue: true), Declared("R-0002", "Kit Rowe", isOverdue: false), Declared("F-0003", "Joan Bell", isOverdue: false) with { Kind = FamilyLinkKind.FamilyContactAgreement }], MayName: true),
        Registers = new RegisterFacts(
            [new(IncidentType.Gambling, IncidentSeverity.Serious, IncidentStatus.Open, 2), new(IncidentType.Bullying, IncidentSeverity.Serious, IncidentStatus.Closed, 7), new(IncidentType.LoginMisuse, IncidentSeverity.Minor, IncidentStatus.Investigating, 1)],
            Waiting: 2,
            Concerns: 3,
            Staff: 45,
            Outstanding: 4),
        Content = new ContentFacts(CanSee: true, [Content("Ben Carter", IncidentType.Violence), Content(person: null, IncidentType.Violence), Content("Ada Lin", IncidentType.Gambling)]),
        Blocking = [new BlockingFact("proxy", EnforcementTargetKind.Squid, BlockState.InStep, SampleReport.At(2, 8, 0), SampleReport.At(20, 7, 30), 40, 0, 1), new BlockingFact("resolver", EnforcementTargetKind.Dns, BlockState.Drifted, SampleReport.At(2, 8, 0), null, 3, 2, 0)],
        Processing = [new ProcessingFact("Visits", "staff, pupils", 18_204, SampleReport.At(1, 8, 0).AddYears(-2), "1 year from the visit's end (retention.visits)", Over: 31), new ProcessingFact("Catalogue", "nobody", 212, Oldest: null, "kept for as long as the workspace: earlier visits are judged by it", Over: 0)],
        Reads = [new RegisterRead("Harriet Osei", "HeadTeacher", "Get-RelationshipDeclaration", "REL-1", 2, SampleReport.At(18, 12, 0))],
    };

    public static TrendPlan Trend { get; } = new(
        5,
        new TrendSpan("Monday 9 November to Sunday 15 November 2026", SampleReport.At(9, 0, 0), SampleReport.At(16, 0, 0), 5, 1),
        [
            new TrendSpan("Summer 2026", SampleReport.At(9, 0, 0).AddMonths(-7), SampleReport.At(9, 0, 0).AddMonths(-4), 62, 0),
            new TrendSpan("Autumn 2026, so far", SampleReport.At(9, 0, 0).AddMonths(-2), SampleReport.At(23, 0, 0), 51, 2),
        ]);

    /// <summary>Clauses whose evidence is made of small counts: governors see none of it.</summary>
    public static IReadOnlyList<PolicyControl> Controls { get; } =
    [
        .. SampleReport.Material.Controls,
        new PolicyControl("MIS-1", "Misuse is dealt with", ControlStatus.Recorded, "Incidents are recorded: 3 incidents recorded, 2 are not closed.", SampleReport.At(18, 9, 0)),
        new PolicyControl("REL-2", "Contact with families is agreed", ControlStatus.Recorded, "1 agreement", SampleReport.At(17, 9, 0)),
    ];

    public static ReportMaterial Material(ReportRecipientGroup audience) => SampleReport.Material with { Audience = audience, Facts = Facts, Trend = Trend, Controls = Controls };

    public static ComplianceReportBuilder Builder(ReportMaterial material)
    {
        var builder = new ComplianceReportBuilder(material);
        foreach (var visit in SampleReport.Visits)
        {
            builder.Add(visit);
            builder.AddEarlier(visit with { Start = visit.Start.AddDays(-7), End = visit.End.AddDays(-7) });
        }

        return builder;
    }

    public static AudienceReport Report(ReportRecipientGroup audience) => Builder(Material(audience)).BuildAudience();

    public static ComplianceReport Slt { get; } = Builder(Material(ReportRecipientGroup.Slt)).Build();

    public static string Html(ReportRecipientGroup audience)
    {
        using var output = new StringWriter { NewLine = "\n" };
        AudienceHtml.Write(Report(audience), output);
        return output.ToString();
    }

    private static NamedFinding Finding(string person, string id, string way, string with, int count) =>
        new(person, id, way, with, count, SampleReport.At(17, 9, 0), SampleReport.At(19, 9, 0), 0.9, Explanation: null);

    private static DeclarationFact Declared(string id, string person, bool isOverdue) =>
        new(id, FamilyLinkKind.RelationshipDeclaration, FamilyLinkStatus.Active, "P-" + person, person, new DateOnly(2026, isOverdue ? 10 : 12, 1), isOverdue, IsNew: false);

    private static ContentFact Content(string? person, IncidentType type) => new(
        person,
        person is null ? null : "P-" + person,
        type,
        string.Equals(IncidentRoutes.Of(type).Clause, "RES-1", StringComparison.Ordinal),
        IncidentRoutes.Of(type).ToString(),
        SampleReport.At(17, 9, 0),
        SampleReport.At(17, 9, 10),
        1,
        12);
}
