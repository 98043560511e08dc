namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>
/// Which properties a table shows, by the output's type, what matters most first: a narrow terminal leaves out the last. A list shows all. Types without an entry are a table when they have few, else a list. A test holds
/// these names against the types.
/// </summary>
internal static class OutputViews
{
    /// <summary>Above this many properties a type without a view is shown as a list.</summary>
    private const int WidestTable = 6;

    /// <summary>Types whose sentences a table can't hold: a list unless a table is asked for.</summary>
    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal) { "SharedCredentialUse", "SafeguardingConcern", "SafeguardingConcernReceipt" };

    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["AbsenceImport"] = ["Path", "Absences", "Added", "Changed", "Unchanged", "MissingFromFile", "Removed"],
        ["AccessGrant"] = ["Id", "User", "Services", "Status", "From", "Until", "Devices", "Confirmation"],
        ["AuditEntry"] = ["Sequence", "At", "Operator", "Command", "Clause", "Subject"],
        ["BlockPublication"] = ["Target", "Outcome", "Changes", "LeftOut", "Proof", "NextRun"],
        ["BlockStatus"] = ["Target", "Kind", "State", "LastPublished", "LastProved", "NextRun", "Detail"],
        ["BlockTest"] = ["Id", "Target", "Tried", "User", "Place", "Outcome", "Expected", "Result", "Action"],
        ["ContentAccess"] = ["Start", "User", "Type", "Route", "Device", "Allowed", "Blocked", "Hosts"],
        ["CoverageFinding"] = ["Kind", "From", "Until", "Source", "Explanation"],
        ["Device"] = ["Name", "Class", "Addresses", "Mac", "AssignedUser"],
        ["DeviceImport"] = ["Path", "Read", "Added", "Changed", "Unchanged", "MissingFromFile", "Removed"],
        ["ExpiredData"] = ["Class", "Expired", "Removed", "Held", "Before", "Kept"],
        ["FamilyContactAgreement"] = ["Id", "User", "FamilyId", "Status", "Services", "Until", "Reason", "AgreedBy"],
        ["FamilyContact"] = ["FamilyId", "Relationship", "Contacts", "Addresses", "Phones"],
        ["FamilyContactImport"] = ["Path", "Contacts", "Families", "Added", "Unchanged", "Removed", "FamiliesMissingFromFile"],
        ["FilteringReview"] = ["Id", "At", "ReviewedBy", "Outcome", "AcceptedGaps", "AcceptedBy", "NextReview"],
        ["FindingSuppression"] = ["Id", "Finding", "Account", "Status", "Until", "Reason", "Evidence", "AddedBy"],
        ["FormatInfo"] = ["Name", "Certainty", "Description", "Why"],
        ["GovernanceFile"] = ["Kind", "Path", "Files", "AuditHead"],
        ["HealthCheck"] = ["Status", "Name", "Detail", "Remedy"],
        ["HostAnswer"] = ["HostName", "Service", "Role", "InScope", "Explanation"],
        ["IncidentCount"] = ["Type", "Severity", "Status", "Count"],
        ["IncidentHistoryEntry"] = ["Id", "At", "By", "Change", "Reason"],
        ["LogEvent"] = ["Time", "User", "SourceAddress", "Action", "Host", "Bytes"],
        ["LogImport"] = ["Path", "Format", "Lines", "Matched", "Malformed", "From", "Until", "Visits"],
        ["MappedLine"] = ["Line", "Problem", "Time", "User", "Action", "Host", "Text"],
        ["OfficialCorrespondence"] = ["Team", "People", "Official", "Personal", "OfficialShare", "Sent", "Received"],
        ["Person"] = ["DisplayName", "UserPrincipalName", "Roles", "LoginNames", "StartDate", "EndDate"],
        ["PersonImport"] = ["Path", "Read", "Added", "Changed", "Unchanged", "MissingFromFile", "WaitingForConfirmation"],
        ["PolicyAcknowledgement"] = ["User", "Status", "Date", "Version", "Statements", "Outstanding", "RecordedBy", "Id"],
        ["PolicyChange"] = ["Id", "Person", "RolesGiven", "RolesTaken", "LoginNamesGiven", "RequestedBy", "Status"],
        ["PolicyIncident"] = ["Id", "Type", "Status", "Severity", "Users", "Summary", "Occurred", "Outcome", "Route"],
        ["PolicyIncidentRoute"] = ["Type", "Clause", "First", "Police", "AddressesWithheld", "Severity", "Steps"],
        ["PolicyLegalHold"] = ["Id", "User", "Class", "InForce", "Reference", "Reason", "From", "To"],
        ["PolicyControl"] = ["Clause", "Status", "Rule", "Evidence", "EvidenceAt"],
        ["PolicyReminder"] = ["Due", "Overdue", "What", "Who", "Clause", "Action"],
        ["RecruitmentRecord"] = ["Id", "Candidate", "Post", "InterviewDate", "SocialMediaDiscussed", "PostsLookedThrough", "Outcome", "KeepUntil"],
        ["RelationshipDeclaration"] = ["Id", "User", "FamilyId", "Status", "Relationship", "ReviewDate", "Boundaries", "DeclaredTo"],
        ["ReportFile"] = ["Format", "Audience", "From", "Until", "Visits", "Unexplained", "EvidenceComplete", "Path"],
        ["ReportMail"] = ["Id", "State", "At", "File", "Recipients", "Detail"],
        ["SafeguardingConcern"] = ["Id", "ReportedAt", "Kind", "About", "What", "Services"],
        ["SafeguardingConcernReceipt"] = ["Id", "ReportedAt", "SealedFor", "Next"],
        ["SafeguardingKey"] = ["Id", "Kind", "Holder", "Since", "Status", "Fingerprint", "Concerns"],
        ["SafeguardingKeyUpdate"] = ["Opened", "AlreadyOpen", "NotForKey", "Retired"],
        ["ReportPlan"] = ["Section", "Shows", "Audience", "Recipients"],
        ["ReportRun"] = ["Schedule", "From", "Until", "State", "File", "Detail"],
        ["ReportSchedule"] = ["Name", "Period", "Audience", "Day", "At", "NextDue", "LastState", "Missed", "Next"],
        ["ServiceGap"] = ["HostName", "Service", "Role", "Confidence", "Sessions", "People", "Days", "Share"],
        ["SharedCredentialUse"] = ["Account", "Verdict", "Likelihood", "FirstSeen", "LastSeen", "Devices"],
        ["SltRuling"] = ["Id", "Ruling", "System", "Status", "Subject", "Until", "DecidedBy", "Domain"],
        ["SocialMediaService"] = ["Name", "Kind", "NamedInPolicy", "Aliases", "Source"],
        ["StaffAbsence"] = ["User", "From", "To", "UserPrincipalName", "Id"],
        ["TextMessageImport"] = ["Path", "Messages", "Added", "AlreadyRecorded", "ToFamilies", "WithoutNumber", "WithoutPerson", "From", "Until"],
        ["TextMessageMisuse"] = ["Person", "Kind", "Recipient", "When", "LastSeen", "Count", "Confidence", "OnRoster"],
        ["UnofficialCorrespondence"] = ["Person", "Kind", "Correspondent", "When", "LastSeen", "Count", "Confidence", "DeclaredAs"],
        ["SyncResult"] = ["Source", "From", "Until", "Fetched", "New", "Requests", "Throttled", "Elapsed"],
        ["WorkPhone"] = ["User", "Number", "MayBeShared", "Finding", "With", "Explanation"],
        ["Visit"] = ["Start", "User", "Service", "Verdict", "Reason", "Device", "Hits"],

        // One answer each, read as a list.
        ["AccessTest"] = [],
        ["AuditProof"] = [],
        ["PersonDataExport"] = [],
        ["TenantConnection"] = [],
        ["WorkspaceCreated"] = [],
    };

    /// <summary>Lists that are empty where they mean everything, and what people read there instead of nothing.</summary>
    private static readonly Dictionary<(string Type, string Property), string> Everything = new()
    {
        [("AccessGrant", "Services")] = "Every service",
        [("FamilyContactAgreement", "Services")] = "Every service",
    };

    /// <summary>Types with a view, for tests.</summary>
    internal static IReadOnlyDictionary<string, string[]> All => Columns;

    /// <summary>What people read where a type's list is empty; null: nothing.</summary>
    public static string? EmptyOf(Type type, string property) => Everything.GetValueOrDefault((type.Name, property));

    /// <summary>Words that a terminal shows in colour: what needs a person's eyes, and what is as it should be.</summary>
    public static string? StyleOf(object? value) => value is Enum ? StyleOfName(value.ToString()!) : null;

    /// <summary>The columns of a type's table; null when a list suits it better.</summary>
    public static IReadOnlyList<string>? ColumnsOf(Type type, IReadOnlyList<string> properties) =>
        Lists.Contains(type.Name) ? null
            : Columns.TryGetValue(type.Name, out var columns)
                ? columns.Length > 0 ? columns : null
                : properties.Count <= WidestTable ? properties : null;

    /// <summary>The columns of a type's table where a table was asked for.</summary>
    public static IReadOnlyList<string> TableColumnsOf(Type type, IReadOnlyList<string> properties) =>
        Columns.TryGetValue(type.Name, out var columns) && columns.Length > 0
            ? columns
            : ColumnsOf(type, properties) ?? [.. properties.Take(WidestTable)];

    /// <summary>The colour of a word of an enum; null where it has none.</summary>
    internal static string? StyleOfName(string name) => name switch
    {
        "Unexplained" or "PersonalInSession" or "Refused" or "Failed" or "Revoked" or "NotCovered" or "Shared" => "red",
        "BlockedAttempt" or "Pending" or "Unconfirmed" or "Warning" or "Drifted" or "Possible" or "NotTested" or "NotPublished" => "yellow",
        "Authorised" or "Active" or "Confirmed" or "Passed" or "Enforced" or "InStep" or "Proved" => "green",
        "Embedded" or "Background" or "Expired" or "Removed" or "NotNeeded" => "grey",
        _ => null,
    };
}
