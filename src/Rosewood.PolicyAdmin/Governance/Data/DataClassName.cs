namespace Rosewood.PolicyAdmin.Governance.Data;

/// <summary>The classes of data that a workspace holds (GOV-1). What each is, why it is there and how long is in <see cref="DataClasses"/>.</summary>
public enum DataClassName
{
    /// <summary>People on the roster, and their roles.</summary>
    Roster,

    /// <summary>The inventory of devices.</summary>
    Devices,

    /// <summary>Grants of access.</summary>
    Grants,

    /// <summary>Visits to social media.</summary>
    Visits,

    /// <summary>Access to prohibited content.</summary>
    ProhibitedContent,

    /// <summary>Which logs were read, and counts by ten minutes.</summary>
    LogCounts,

    /// <summary>Publications and tests of the block.</summary>
    BlockRecords,

    /// <summary>Yearly reviews of filtering and monitoring.</summary>
    FilteringReviews,

    /// <summary>The school's changes of the catalogue of services.</summary>
    Catalogue,

    /// <summary>Whom the program put into groups of the tenant.</summary>
    GroupMembers,

    /// <summary>Absences of staff.</summary>
    Absences,

    /// <summary>Findings about shared logins.</summary>
    SignInReviews,

    /// <summary>Findings about correspondence.</summary>
    CorrespondenceReviews,

    /// <summary>Dismissals of findings.</summary>
    Dismissals,

    /// <summary>Texts to families.</summary>
    TextMessages,

    /// <summary>Hashed addresses and numbers of families.</summary>
    FamilyContacts,

    /// <summary>Declared relationships between staff and families.</summary>
    Declarations,

    /// <summary>Agreed contact with families on social media.</summary>
    ContactAgreements,

    /// <summary>Incidents and what was recorded about them.</summary>
    Incidents,

    /// <summary>Sealed safeguarding concerns.</summary>
    SafeguardingConcerns,

    /// <summary>The public keys that concerns are sealed to, and who holds them.</summary>
    SafeguardingKeys,

    /// <summary>Acknowledgements of the policy.</summary>
    Acknowledgements,

    /// <summary>Interviews of people who were appointed, or of whom it is open.</summary>
    RecruitmentRecords,

    /// <summary>Interviews of people who were not appointed.</summary>
    UnsuccessfulCandidates,

    /// <summary>Rulings of SLT.</summary>
    Rulings,

    /// <summary>Schedules of reports, and what became of each period.</summary>
    ReportSchedules,

    /// <summary>What was fetched from the Microsoft 365 tenant.</summary>
    TenantRecords,

    /// <summary>Reports in the workspace's folder.</summary>
    Reports,

    /// <summary>Which report was mailed to whom.</summary>
    ReportMails,

    /// <summary>The states before and after in the audit trail.</summary>
    AuditValues,

    /// <summary>The audit trail itself: ids and digests.</summary>
    AuditTrail,

    /// <summary>Legal holds.</summary>
    LegalHolds,

    /// <summary>Settings, the configuration, and what enforcement reads.</summary>
    Workspace,
}
