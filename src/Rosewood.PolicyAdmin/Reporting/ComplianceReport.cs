using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>The compliance report: what every form of it shows, in the order in which it is read.</summary>
public sealed record ComplianceReport
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The school.</summary>
    public required string School { get; init; }

    /// <summary>The period.</summary>
    public required ReportPeriod Period { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>How complete the evidence is: read before anything else.</summary>
    public required ReportEvidence Evidence { get; init; }

    /// <summary>The whole in sentences.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>What SLT decides or looks over.</summary>
    public required ReportDecisions Decisions { get; init; }

    /// <summary>Visits by verdict.</summary>
    public required ReportVerdicts Verdicts { get; init; }

    /// <summary>Unexplained visits.</summary>
    public required ReportUnexplained Unexplained { get; init; }

    /// <summary>Work logins (LOG-1).</summary>
    public required ReportLogins Logins { get; init; }

    /// <summary>Grants.</summary>
    public required ReportGrants Grants { get; init; }

    /// <summary>Connections that were still open after their grant's end: about the proxy, not about people.</summary>
    public required ReportOutlived Outlived { get; init; }

    /// <summary>The standing authorisation (USE-3).</summary>
    public required ReportStanding Standing { get; init; }

    /// <summary>The services that the policy names (SAF-2).</summary>
    public required IReadOnlyList<NamedServiceCount> NamedServices { get; init; }

    /// <summary>Own devices (USE-2): of staff, and of guests and pupils.</summary>
    public required ReportOwnDevices OwnDevices { get; init; }

    /// <summary>Visits for which nobody on the roster is known: counted, never named.</summary>
    public required ReportUnnamed Unnamed { get; init; }

    /// <summary>Each clause and what stands behind it.</summary>
    public required IReadOnlyList<PolicyControl> Clauses { get; init; }

    /// <summary>The policies that this one is read with (GOV-1).</summary>
    public required IReadOnlyList<RelatedPolicy> RelatedPolicies { get; init; }

    /// <summary>The audit trail's proof at the moment of the report.</summary>
    public required AuditProof Audit { get; init; }

    /// <summary>For whom it is.</summary>
    public required ReportRecipientGroup Audience { get; init; }

    /// <summary>To whom it must not go.</summary>
    public required string RecipientsNote { get; init; }

    /// <summary>Correspondence, texts, registers, trends and the block.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }
}

/// <summary>How complete the evidence is.</summary>
/// <param name="Complete">Whether no hole is known.</param>
/// <param name="Statement">The same in a sentence.</param>
/// <param name="Holes">The holes.</param>
/// <param name="HolesLeftOut">How many more there are.</param>
public sealed record ReportEvidence(bool Complete, string Statement, IReadOnlyList<EvidenceHole> Holes, int HolesLeftOut);

/// <summary>A hole in the evidence.</summary>
/// <param name="Kind">Its sort.</param>
/// <param name="Name">The sort in words.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant after it.</param>
/// <param name="Source">The log's source, or null.</param>
/// <param name="Share">The share of traffic that it touches, 0 to 1, or null.</param>
/// <param name="Explanation">What it means.</param>
public sealed record EvidenceHole(
    CoverageKind Kind,
    string Name,
    DateTimeOffset From,
    DateTimeOffset Until,
    string? Source,
    double? Share,
    string Explanation);

/// <summary>Visits by verdict, in total and through the period.</summary>
/// <param name="Total">All of the period.</param>
/// <param name="Step">How long a row's time is.</param>
/// <param name="Rows">The rows, without a gap.</param>
public sealed record ReportVerdicts(VerdictCounts Total, ReportStep Step, IReadOnlyList<VerdictRow> Rows);

/// <summary>Visits by verdict of one day, week or month.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day, inclusive.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Visits">The visits.</param>
public sealed record VerdictRow(DateOnly From, DateOnly To, string Label, VerdictCounts Visits);

/// <summary>How the time is divided.</summary>
public enum ReportStep
{
    /// <summary>By days.</summary>
    Day,

    /// <summary>By weeks from Monday.</summary>
    Week,

    /// <summary>By calendar months.</summary>
    Month,
}

/// <summary>Unexplained visits of people on the roster.</summary>
/// <param name="Groups">By person and service, most visits first.</param>
/// <param name="Visits">The visits themselves, by person and time; the longest when there are too many.</param>
/// <param name="LeftOut">How many visits are not among them.</param>
public sealed record ReportUnexplained(IReadOnlyList<VisitGroup> Groups, IReadOnlyList<ReportVisit> Visits, long LeftOut);

/// <summary>Visits of one person to one service with one verdict.</summary>
/// <param name="Person">The person.</param>
/// <param name="Service">The service.</param>
/// <param name="NamedInPolicy">Whether the policy names it (SAF-2).</param>
/// <param name="Visits">How many.</param>
/// <param name="EstimatedTime">How long in all: an estimate.</param>
/// <param name="First">When the first began.</param>
/// <param name="Last">When the last began.</param>
/// <param name="Devices">The devices, a few of them.</param>
/// <param name="Reasons">Why, by frequency of appearance.</param>
public sealed record VisitGroup(
    string Person,
    string Service,
    bool NamedInPolicy,
    long Visits,
    TimeSpan EstimatedTime,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyList<string> Devices,
    IReadOnlyList<ReasonCode> Reasons)
{
    /// <summary>The person's id on the roster, or null.</summary>
    internal string? PersonId { get; init; }
}

/// <summary>One visit of a person on the roster.</summary>
/// <param name="Person">The person.</param>
/// <param name="Device">The device's name, or null.</param>
/// <param name="DeviceClass">Whose it is.</param>
/// <param name="Service">The service.</param>
/// <param name="NamedInPolicy">Whether the policy names it (SAF-2).</param>
/// <param name="Start">When it began.</param>
/// <param name="EstimatedDuration">How long it took: an estimate.</param>
/// <param name="Hits">Hits in it.</param>
/// <param name="Reason">Why it has its verdict.</param>
/// <param name="Why">The same in words.</param>
/// <param name="Clause">The clause.</param>
public sealed record ReportVisit(
    string Person,
    string? Device,
    DeviceClass DeviceClass,
    string Service,
    bool NamedInPolicy,
    DateTimeOffset Start,
    TimeSpan EstimatedDuration,
    int Hits,
    ReasonCode Reason,
    string Why,
    string Clause);

/// <summary>Grants that touch the period or stand when the report is made.</summary>
/// <param name="InForce">Active now.</param>
/// <param name="Pending">Not begun, or waiting for a confirmation that is required.</param>
/// <param name="Ended">Their time ended within the period or since.</param>
/// <param name="Revoked">Revoked within the period or since.</param>
public sealed record ReportGrants(
    IReadOnlyList<AccessGrant> InForce,
    IReadOnlyList<AccessGrant> Pending,
    IReadOnlyList<AccessGrant> Ended,
    IReadOnlyList<AccessGrant> Revoked);

/// <summary>
/// Connections that began under a grant and were still open after its end, since the proxy does not ask again inside an open connection.
/// Such visits stay authorised.
/// </summary>
/// <param name="Visits">In how many visits.</param>
/// <param name="Longest">How long after its grant's end the longest was open; null when there is none.</param>
/// <param name="Grants">The grants, by id.</param>
/// <param name="NotKnown">How many visits under a grant were imported by a version that did not keep how long connections stayed open.</param>
public sealed record ReportOutlived(long Visits, TimeSpan? Longest, IReadOnlyList<OutlivedGrant> Grants, long NotKnown);

/// <summary>A grant that connections outlived.</summary>
/// <param name="GrantId">The grant.</param>
/// <param name="Services">The services that they led to.</param>
/// <param name="Visits">In how many visits.</param>
/// <param name="Longest">How long after the grant's end the longest was open.</param>
/// <param name="Last">When the last such visit began.</param>
public sealed record OutlivedGrant(string GrantId, IReadOnlyList<string> Services, long Visits, TimeSpan Longest, DateTimeOffset Last);

/// <summary>The standing authorisation (USE-3).</summary>
/// <param name="Holds">Whether the school has it switched on.</param>
/// <param name="Holders">Who has it, with their use of it.</param>
public sealed record ReportStanding(bool Holds, IReadOnlyList<StandingHolder> Holders);

/// <summary>A holder of the standing authorisation.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">As what, in words.</param>
/// <param name="Visits">Visits that it covered in the period.</param>
/// <param name="Services">To which services.</param>
public sealed record StandingHolder(string Person, string Role, long Visits, IReadOnlyList<string> Services);

/// <summary>Visits to a service that the policy names.</summary>
/// <param name="Service">The service.</param>
/// <param name="Visits">The visits.</param>
public sealed record NamedServiceCount(string Service, VerdictCounts Visits);

/// <summary>Own devices: of staff, and of guests and pupils.</summary>
/// <param name="Permitted">Visits outside sessions, which are only counted.</param>
/// <param name="InSession">Visits inside sessions.</param>
/// <param name="NotOnRoster">How many of both belong to nobody on the staff roster.</param>
/// <param name="InSessionGroups">Visits inside sessions of people on the roster, by person and service.</param>
public sealed record ReportOwnDevices(long Permitted, long InSession, long NotOnRoster, IReadOnlyList<VisitGroup> InSessionGroups);

/// <summary>Visits for which nobody on the roster is known.</summary>
/// <param name="NoUser">Visits for which the log has no user.</param>
/// <param name="NotOnRoster">Visits of accounts that are not on the roster.</param>
/// <param name="Accounts">How many such accounts.</param>
/// <param name="Ambiguous">Visits of logins that fit more than one member of staff.</param>
public sealed record ReportUnnamed(VerdictCounts NoUser, VerdictCounts NotOnRoster, long Accounts, VerdictCounts Ambiguous);
