using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting.Facts;
using Rosewood.PolicyAdmin.Reporting.Trends;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>What a report is made from, besides the visits: all of it decided elsewhere.</summary>
internal sealed record ReportMaterial
{
    /// <summary>The school's name.</summary>
    public required string School { get; init; }

    /// <summary>For whom the report is.</summary>
    public ReportRecipientGroup Audience { get; init; } = ReportRecipientGroup.Slt;

    /// <summary>The period.</summary>
    public required ReportPeriod Period { get; init; }

    /// <summary>When the report is made, in local time.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who makes it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Grants as they stand at <see cref="MadeAt"/>.</summary>
    public IReadOnlyList<AccessGrant> Grants { get; init; } = [];

    /// <summary>Holes in the evidence.</summary>
    public IReadOnlyList<CoverageFinding> Coverage { get; init; } = [];

    /// <summary>Each clause with what stands behind it.</summary>
    public IReadOnlyList<PolicyControl> Controls { get; init; } = [];

    /// <summary>The audit trail's proof.</summary>
    public required AuditProof Audit { get; init; }

    /// <summary>The services that the policy names (SAF-2).</summary>
    public IReadOnlyList<string> NamedServices { get; init; } = [];

    /// <summary>Whether the standing authorisation holds (USE-3).</summary>
    public bool StandingAuthorisation { get; init; }

    /// <summary>Heads and deputies when the period began or ended, under the names that the report shows.</summary>
    public IReadOnlyList<Person> StandingHolders { get; init; } = [];

    /// <summary>Those who are in SLT at <see cref="MadeAt"/>, by the names that grants show then.</summary>
    public IReadOnlyCollection<string> SeniorLeaders { get; init; } = [];

    /// <summary>The newest review of sign-ins whose evidence reaches into the period, else the newest before its end; null when there is none.</summary>
    public SignInReview? SignInReview { get; init; }

    /// <summary>The people that the review speaks of, by id, under the names that the report shows.</summary>
    public IReadOnlyDictionary<string, string> LoginNames { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who was head teacher or safeguarding lead in the period or is now, by id.</summary>
    public IReadOnlyDictionary<string, RoleSet> WatchedRoles { get; init; } = new Dictionary<string, RoleSet>(StringComparer.Ordinal);

    /// <summary>What registers, reviews and records say.</summary>
    public ReportFacts Facts { get; init; } = ReportFacts.None;

    /// <summary>What the period is compared with.</summary>
    public TrendPlan Trend { get; init; } = TrendPlan.None;

    /// <summary>Whether a term of <c>policy.json</c> touches the period: silence is looked for within terms alone.</summary>
    public bool HasTerm { get; init; } = true;

    /// <summary>The policies that this one is read with (GOV-1).</summary>
    public IReadOnlyList<RelatedPolicy> RelatedPolicies { get; init; } = RelatedPolicy.Standard;
}
