using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Sections;
using Rosewood.PolicyAdmin.Reporting.Trends;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// Makes the report from what was decided elsewhere: it counts, sorts and puts into words. Visits are added one by one and not kept, so
/// that a year of them stays in bounded memory.
/// </summary>
/// <param name="material">All but the visits.</param>
internal sealed class ComplianceReportBuilder(ReportMaterial material)
{
    private readonly VisitTally _tally = new(material.Period, material.NamedServices);

    private readonly TrendTally _trend = new(material.Trend);

    /// <summary>Counts one visit of the period.</summary>
    public void Add(Visit visit)
    {
        _tally.Add(visit);
        _trend.Add(visit);
    }

    /// <summary>Counts one visit of the time before the period.</summary>
    public void AddEarlier(Visit visit) => _trend.Add(visit);

    /// <summary>What the report is about, of the two roles to whom it then does not go as it otherwise would.</summary>
    public RoleSet About() => ReportAbout.Of(material, _tally);

    /// <summary>Visits of the period, and how many of them are unexplained.</summary>
    public (long Visits, long Unexplained) Totals() => (_tally.Total.ToCounts().Total, _tally.Total.ToCounts().Unexplained);

    /// <summary>How complete the evidence is.</summary>
    public ReportEvidence Evidence() => EvidenceStatement.From(material, _tally);

    /// <summary>The report for an audience other than SLT.</summary>
    public AudienceReport BuildAudience() => AudienceReportBuilder.Build(material, _tally, _trend);

    /// <summary>The report of all visits added so far.</summary>
    public ComplianceReport Build()
    {
        var grants = GrantSections.From(material);
        var logins = LoginSection.From(material);
        var standing = StandingSection.From(material, _tally);
        var sections = ReportSections.Make(material, _tally, _trend);
        var total = _tally.Total.ToCounts();
        var unnamed = new ReportUnnamed(_tally.NoUser.ToCounts(), _tally.NotOnRoster.ToCounts(), _tally.Accounts, _tally.Ambiguous.ToCounts());
        var report = new ComplianceReport
        {
            Title = "Social media policy: compliance report",
            School = material.School,
            Period = material.Period,
            MadeAt = material.MadeAt,
            MadeBy = material.MadeBy,
            Evidence = Evidence(),
            Summary = [],
            Decisions = DecisionList.From(material, _tally, logins, grants, standing, sections),
            Verdicts = VerdictRows.Divide(_tally, material.Period),
            Unexplained = new ReportUnexplained(_tally.Unexplained.ToList(), _tally.UnexplainedVisits.ToList(), _tally.UnexplainedVisits.LeftOut),
            Logins = logins,
            Grants = grants,
            Outlived = _tally.Outlived.ToReport(),
            Standing = standing,
            NamedServices = [.. _tally.NamedServices],
            OwnDevices = new ReportOwnDevices(total.PersonalPermitted, total.PersonalInSession, Own(unnamed.NoUser) + Own(unnamed.NotOnRoster), _tally.InSession.ToList()),
            Unnamed = unnamed,
            Clauses = material.Controls,
            RelatedPolicies = material.RelatedPolicies,
            Audit = material.Audit,
            Audience = material.Audience,
            RecipientsNote = ReportAbout.Note(material.Audience, About()),
            Sections = sections,
        };
        return report with { Summary = ReportSummary.Of(report) };
    }

    private static long Own(VerdictCounts visits) => visits.PersonalPermitted + visits.PersonalInSession;
}
