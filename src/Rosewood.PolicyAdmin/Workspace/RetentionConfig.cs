namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>How long each class of record is kept (GOV-1), counted from its last use: a grant's end, a person's leaving, a case's closing.</summary>
public sealed record RetentionConfig
{
    /// <summary>Visits.</summary>
    public TimeSpan Visits { get; init; } = Years(1);

    /// <summary>Grants, confirmations and revocations.</summary>
    public TimeSpan Grants { get; init; } = Years(6);

    /// <summary>Leavers on the roster.</summary>
    public TimeSpan People { get; init; } = Years(6);

    /// <summary>Devices that left the inventory.</summary>
    public TimeSpan Devices { get; init; } = Years(1);

    /// <summary>Access to prohibited content.</summary>
    public TimeSpan ProhibitedContent { get; init; } = Years(1);

    /// <summary>Dismissals of findings.</summary>
    public TimeSpan Dismissals { get; init; } = Years(1);

    /// <summary>Absences.</summary>
    public TimeSpan Absences { get; init; } = Years(1);

    /// <summary>Incidents.</summary>
    public TimeSpan Incidents { get; init; } = Years(6);

    /// <summary>Safeguarding concerns.</summary>
    public TimeSpan SafeguardingConcerns { get; init; } = Years(25);

    /// <summary>Relationship declarations.</summary>
    public TimeSpan Declarations { get; init; } = Years(6);

    /// <summary>Families and agreed family contacts.</summary>
    public TimeSpan FamilyContacts { get; init; } = Years(2);

    /// <summary>Acknowledgements of the policy.</summary>
    public TimeSpan Acknowledgements { get; init; } = Years(6);

    /// <summary>Recruitment records.</summary>
    public TimeSpan RecruitmentRecords { get; init; } = Years(6);

    /// <summary>Recruitment records of candidates who were not appointed, from the day on which that was decided: six months, the time in which a claim is brought.</summary>
    public TimeSpan UnsuccessfulCandidates { get; init; } = TimeSpan.FromDays(183);

    /// <summary>Text messages to families.</summary>
    public TimeSpan TextMessages { get; init; } = Years(1);

    /// <summary>Findings about sign-ins.</summary>
    public TimeSpan SignIns { get; init; } = Years(1);

    /// <summary>Findings about correspondence.</summary>
    public TimeSpan Correspondence { get; init; } = Years(1);

    /// <summary>Records of tests that a block holds.</summary>
    public TimeSpan BlockTests { get; init; } = Years(6);

    /// <summary>Reports in the workspace's folder.</summary>
    public TimeSpan Reports { get; init; } = Years(6);

    /// <summary>Before and after values in the audit trail; its chain of ids and digests stays.</summary>
    public TimeSpan AuditValues { get; init; } = Years(6);

    /// <summary>Legal holds that were cleared.</summary>
    public TimeSpan LegalHolds { get; init; } = Years(6);

    /// <summary>The entries of the audit trail themselves: the longest of all, since they prove the rest. What is cut stays provable.</summary>
    public TimeSpan AuditTrail { get; init; } = Years(25);

    /// <summary>The longest time that any other class is kept.</summary>
    internal TimeSpan LongestOfOthers => new[]
    {
        Visits, Grants, People, Devices, ProhibitedContent, Dismissals, Absences, Incidents, SafeguardingConcerns, Declarations, FamilyContacts,
        Acknowledgements, RecruitmentRecords, TextMessages, SignIns, Correspondence, BlockTests, Reports, AuditValues, LegalHolds,
    }.Max();

    private static TimeSpan Years(int years) => TimeSpan.FromDays(365 * years);
}
