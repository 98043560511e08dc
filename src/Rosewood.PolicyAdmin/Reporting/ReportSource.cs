using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;
using Rosewood.PolicyAdmin.Reporting.Trends;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Gathers what a report is made from.</summary>
/// <param name="context">The command's context.</param>
/// <param name="period">The period.</param>
/// <param name="audience">For whom the report is.</param>
internal sealed class ReportSource(CommandContext context, ReportPeriod period, ReportRecipientGroup audience)
{
    // What has not happened yet is in no log; a period that goes on is said to be incomplete.
    private readonly DateTimeOffset _until = period.Until < context.Now ? period.Until : context.Now;

    private readonly VisitSource _visits = new(context);

    /// <summary>The judged visits of the period, one by one.</summary>
    public IEnumerable<Visit> Visits() => _visits.Read(period.From, _until);

    /// <summary>The judged visits of the time before the period that it is compared with, one by one.</summary>
    /// <param name="plan">What it is compared with.</param>
    public IEnumerable<Visit> EarlierVisits(TrendPlan plan) => plan.Stretches(period.From).SelectMany(s => _visits.Read(s.From, s.Until));

    /// <summary>All else.</summary>
    public ReportMaterial Material()
    {
        var people = context.Store.People.Load();
        var now = context.Now;
        var review = NewestReview();
        var proof = AuditVerifier.Verify(context.Store, expectedHead: null);
        return new ReportMaterial
        {
            School = context.Config.School.Name,
            Audience = audience,
            Period = period,
            MadeAt = TimeZoneInfo.ConvertTime(now, context.Workspace.Zone),
            MadeBy = context.Operator.DisplayName,
            Grants = GrantReader.Read(context, now),
            Coverage = CoverageReader.Read(context, period.From, _until),
            Controls = ControlReader.Read(context, proof, Sees("concerns") && audience != ReportRecipientGroup.Dsl),
            Audit = proof,
            NamedServices = [.. CatalogueLoader.Load(context).Services.Where(s => s.NamedInPolicy).Select(s => s.Name)],
            StandingAuthorisation = context.Config.Access.StandingAuthorisation,
            StandingHolders = StandingHolders(people),
            SeniorLeaders = [.. Employed(people, now).Where(p => p.Roles.Overlaps(RoleSet.SeniorLeadership)).Select(p => PersonNames.Show(people, p, now.UtcTicks))],
            SignInReview = review,
            LoginNames = review is null ? new Dictionary<string, string>(StringComparer.Ordinal) : NamesOf(review, people),
            WatchedRoles = WatchedRoles(people),
            Facts = Facts(people),
            Trend = Sees("trends") ? new TrendPlanner(context).Plan(period, _until) : TrendPlan.None,
            HasTerm = context.Config.SchoolDay.Terms.Any(t => t.From <= period.LastDay && t.To >= period.FirstDay),
        };
    }

    /// <summary>What the audience sees nothing of is not read at all.</summary>
    private ReportFacts Facts(PeopleHistory people) => new()
    {
        Correspondence = Sees("correspondence") ? CorrespondenceFacts.Load(context, context.LoadPeople(), period) : null,
        Texts = Sees("texts") ? TextFacts.Load(context, context.LoadPeople(), period) : null,
        Registers = Sees("incidents") || Sees("concerns") || Sees("acknowledgements") ? RegisterFacts.Load(context, people, period, isForLead: audience == ReportRecipientGroup.Dsl) : null,
        Declarations = Sees("declarations") ? DeclarationFacts.Load(context, people, period) : null,
        Content = Sees("content") || Sees("safeguarding-content") ? ContentFacts.Load(context, period) : null,
        Blocking = Sees("blocking") ? BlockingFact.Load(context, period) : [],
        Processing = Sees("processing") ? ProcessingFact.Load(context) : [],
        Reads = Sees("reads") ? RegisterRead.Load(context, people, period) : [],
    };

    private bool Sees(string section) => AudienceTable.Of(section, audience) != ReportDetail.None;

    private Dictionary<string, RoleSet> WatchedRoles(PeopleHistory people) =>
        new[] { period.From, _until.AddTicks(-1), context.Now }
            .SelectMany(at => people.All(at.UtcTicks))
            .Where(static p => p.Roles.Overlaps(ReportAbout.Watched))
            .GroupBy(static p => p.Id, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Aggregate(RoleSet.None, static (roles, p) => roles.Union(p.Roles)), StringComparer.Ordinal);

    /// <summary>
    /// A week is mostly reviewed on the Monday after it, so what counts is the time that a review looked at rather than when it was run.
    /// </summary>
    private SignInReview? NewestReview()
    {
        var reviews = context.Store.SignInReviews;
        var review = reviews.Newest(r => r.Touches(period.From, period.Until), context.Now.UtcTicks + 1) ?? reviews.Newest(beforeTicks: period.Until.UtcTicks);
        return review is null ? null : review with { At = TimeZoneInfo.ConvertTime(review.At, context.Workspace.Zone) };
    }

    private static Dictionary<string, string> NamesOf(SignInReview review, PeopleHistory people) => review.Content.Findings
        .Where(f => f.OnRoster && people.At(f.SubjectId, review.At.UtcTicks) is not null)
        .Select(f => f.SubjectId)
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(id => id, id => PersonNames.Show(people, id, review.At.UtcTicks), StringComparer.Ordinal);

    // Whoever was head or deputy when the period began or when it ended.
    private IReadOnlyList<Person> StandingHolders(PeopleHistory people) =>
    [
        .. StandingHolders(people, period.From)
            .Concat(StandingHolders(people, _until.AddTicks(-1)))
            .DistinctBy(p => p.Id, StringComparer.Ordinal),
    ];

    // Their name as reports show it: the UPN where somebody else has the same.
    private IEnumerable<Person> StandingHolders(PeopleHistory people, DateTimeOffset at) =>
        Employed(people, at)
            .Where(p => p.Roles.Overlaps(RoleSet.StandingAuthorisation))
            .Select(p => p with { DisplayName = PersonNames.Show(people, p, at.UtcTicks) });

    private IEnumerable<Person> Employed(PeopleHistory people, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, context.Workspace.Zone).DateTime);
        return people.All(at.UtcTicks).Where(p => PeopleHistory.IsEmployed(p, day));
    }
}
