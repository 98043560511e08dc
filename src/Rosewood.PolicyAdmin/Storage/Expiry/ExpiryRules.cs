using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Storage.Expiry;

/// <summary>The removal of each class that lies in tables, children before parents. What lies in files is removed by its own capability.</summary>
internal static class ExpiryRules
{
    private const string Seconds = " * 10000000 + 621355968000000000";
    private const string GrantEnd =
        "min(until_at, coalesce((SELECT at FROM access_ending e WHERE e.grant_id = access_grant.id), until_at), coalesce((SELECT at FROM access_answer a WHERE a.grant_id = access_grant.id AND a.refused = 1), until_at))";
    private const string DismissalEnd = "min(until_at, coalesce((SELECT at FROM finding_suppression_ending e WHERE e.suppression_id = finding_suppression.id), until_at))";
    private const string IncidentSubjects =
        "SELECT lower(p.person_id) FROM incident_person p WHERE p.incident_id = incident.id UNION ALL SELECT lower(l.value) FROM json_each(incident.fact, '$.Logins') l";
    private const string PersonId = "'P-' || printf('%04d', person_version.person)";

    /// <summary>The rules of a class; empty where it has no rows with an end of their own.</summary>
    public static IReadOnlyList<ExpiryRule> Of(DataClassName name) => name switch
    {
        DataClassName.Visits => [new("visit", "end_at < $cutoff", "user, device, address", "start_at", "end_at") { PortionKey = "id" }],
        DataClassName.ProhibitedContent => [new("content_access", $"last_at{Seconds} < $cutoff", "user, device, address", "first_at" + Seconds, "last_at" + Seconds)],
        DataClassName.LogCounts => Logs,
        DataClassName.Grants =>
        [
            new("access_grant", $"{GrantEnd} < $cutoff", "person_id, fact ->> '$.AuthoriserId', fact ->> '$.GrantedBy'", "from_at", GrantEnd)
            {
                Key = "id",
                Before = ["DELETE FROM access_ending WHERE grant_id IN (SELECT id FROM access_grant WHERE {0})", "DELETE FROM access_answer WHERE grant_id IN (SELECT id FROM access_grant WHERE {0})"],
                KeepsNumber = true,
            },
        ],
        DataClassName.Dismissals =>
        [
            new("finding_suppression", $"{DismissalEnd} < $cutoff", "person_id, login", "added_at", DismissalEnd)
            {
                Key = "id",
                Before = ["DELETE FROM finding_suppression_ending WHERE suppression_id IN (SELECT id FROM finding_suppression WHERE {0})"],
            },
        ],
        DataClassName.Absences => [new("staff_absence", "until_at < $cutoff", "person_id", "from_at", "until_at")],
        DataClassName.SignInReviews => Review("sign_in_review", "subject_id"),
        DataClassName.CorrespondenceReviews => Review("correspondence_review", "person_id"),
        DataClassName.TextMessages =>
        [
            new("text_message", "at < $cutoff", "person_id, sender", "at", "at"),
            new("text_import", "at < $cutoff AND NOT EXISTS (SELECT 1 FROM text_message m WHERE m.import = text_import.number)"),
        ],
        DataClassName.FamilyContacts =>
        [
            new("family_contact", "family_id IN (SELECT family_id FROM family_seen WHERE at < $cutoff)"),
            new("family_seen", "at < $cutoff AND NOT EXISTS (SELECT 1 FROM family_contact c WHERE c.family_id = family_seen.family_id)"),
        ],
        DataClassName.Declarations => [Links(FamilyLinkKind.RelationshipDeclaration)],
        DataClassName.ContactAgreements => [Links(FamilyLinkKind.FamilyContactAgreement)],
        DataClassName.BlockRecords =>
        [
            new("block_test", "at < $cutoff", "fact ->> '$.User', fact ->> '$.By'", "at", "at") { KeepsNumber = true },
            new("block_publication", "at < $cutoff AND number < (SELECT max(number) FROM block_publication p WHERE p.target = block_publication.target)"),
        ],
        DataClassName.FilteringReviews => [new("filtering_review", "at < $cutoff", Begin: "at", End: "at") { IsOfAnybody = true }],
        DataClassName.ReportMails => [new("report_mail", "at < $cutoff", Begin: "at", End: "at") { IsOfAnybody = true }],
        DataClassName.LegalHolds =>
        [
            new("legal_hold", "id IN (SELECT hold_id FROM legal_hold_ending WHERE at < $cutoff)", "person_id")
            {
                Key = "id",
                Before = ["DELETE FROM legal_hold_ending WHERE hold_id IN (SELECT id FROM legal_hold WHERE {0})"],
            },
        ],
        DataClassName.Incidents =>
        [
            new("incident", "id IN (SELECT value FROM json_each($ids))")
            {
                SubjectQuery = IncidentSubjects,
                Ids = static (store, scope) => [.. store.Incidents.LoadAll().Where(i => i.Status == IncidentStatus.Closed && i.ChangedAt.UtcTicks < scope.Cutoff).Select(static i => i.Fact.Id)],
                Key = "id",
                Before = ["DELETE FROM incident_update WHERE incident_id IN (SELECT id FROM incident WHERE {0})", "DELETE FROM incident_person WHERE incident_id IN (SELECT id FROM incident WHERE {0})"],
            },
        ],
        DataClassName.SafeguardingConcerns =>
        [
            new("safeguarding_concern", "at < $cutoff", Begin: "at", End: "at")
            {
                IsOfAnybody = true,
                Key = "id",
                Before = ["DELETE FROM safeguarding_wrap WHERE concern_id IN (SELECT id FROM safeguarding_concern WHERE {0})"],
            },
        ],
        DataClassName.Acknowledgements =>
        [
            new("acknowledgement", "id IN (SELECT value FROM json_each($ids))", "person_id")
            {
                Ids = static (store, scope) => RegisterExpiry.Acknowledgements(store, scope),
            },
        ],
        DataClassName.RecruitmentRecords => [Recruitment(static (store, scope) => RegisterExpiry.Recruitment(store, scope, isAppointed: true))],
        DataClassName.UnsuccessfulCandidates => [Recruitment(static (store, scope) => RegisterExpiry.Recruitment(store, scope, isAppointed: false))],
        DataClassName.Rulings =>
        [
            new("slt_ruling", "id IN (SELECT value FROM json_each($ids))", "person_id")
            {
                Ids = static (store, scope) => [.. store.Rulings.LoadAll().Where(r => r.EndTicks < scope.Cutoff).Select(static r => r.Fact.Id)],
                Key = "id",
                Before = ["DELETE FROM slt_ruling_ending WHERE ruling_id IN (SELECT id FROM slt_ruling WHERE {0})"],
            },
        ],
        DataClassName.ReportSchedules =>
        [
            new("report_run", "until_at < $cutoff AND at < $cutoff", Begin: "from_at", End: "until_at"),
            new("report_schedule", "at < $cutoff AND (fact IS NULL OR EXISTS (SELECT 1 FROM report_schedule o WHERE o.name = report_schedule.name AND o.at > report_schedule.at AND o.at < $cutoff))"),
        ],
        DataClassName.Devices => Devices,
        DataClassName.Roster => Roster,
        // </data>
        _ => [],
    };

    private static ExpiryRule[] Logs { get; } =
    [
        new("log_slot", $"(slot + 1) * 600{Seconds} < $cutoff"),
        new("log_jump", "to_at < $cutoff AND from_at < $cutoff"),
        new(
            "log_source",
            "read_at < $cutoff AND coalesce(last_at, 0) < $cutoff AND NOT EXISTS (SELECT 1 FROM log_slot s WHERE s.source = log_source.id) "
            + "AND NOT EXISTS (SELECT 1 FROM log_jump j WHERE j.source = log_source.id) AND id NOT IN (SELECT source FROM content_access)"),
    ];

    private static ExpiryRule[] Devices { get; } =
    [
        new("device_version", Replaced("device_version", "device"), "assigned_user, name"),
        new(
            "device",
            "EXISTS (SELECT 1 FROM device_version v WHERE v.device = device.number AND v.removed = 1 AND v.effective_from < $cutoff AND v.seq = (SELECT max(seq) FROM device_version w WHERE w.device = device.number))",
            "(SELECT assigned_user FROM device_version v WHERE v.device = device.number ORDER BY seq DESC LIMIT 1), (SELECT name FROM device_version v WHERE v.device = device.number ORDER BY seq DESC LIMIT 1)")
        {
            Key = "number",
            Before = ["DELETE FROM device_version WHERE device IN (SELECT number FROM device WHERE {0})"],
        },
    ];

    private static ExpiryRule[] Roster { get; } =
    [
        new("person_version", Replaced("person_version", "person"), PersonId),
        new("person_change", "number IN (SELECT change FROM person_change_outcome WHERE at < $cutoff)", PersonId.Replace("person_version", "person_change", StringComparison.Ordinal))
        {
            Key = "number",
            Before = ["DELETE FROM person_change_outcome WHERE change IN (SELECT number FROM person_change WHERE {0})"],
        },
        new("person", "number IN (SELECT CAST(value AS INTEGER) FROM json_each($ids))", "'P-' || printf('%04d', person.number)")
        {
            Ids = static (store, scope) => store.People.Leavers(scope.Cutoff, scope.Zone),
            Key = "number",
            Before =
            [
                "DELETE FROM person_change_outcome WHERE change IN (SELECT number FROM person_change WHERE person IN (SELECT number FROM person WHERE {0}))",
                "DELETE FROM person_change WHERE person IN (SELECT number FROM person WHERE {0})",
                "DELETE FROM person_version WHERE person IN (SELECT number FROM person WHERE {0})",
            ],
        },
    ];

    /// <summary>A version that a later one replaced, so that it counts at no time that is still of interest.</summary>
    private static string Replaced(string table, string key) =>
        $"EXISTS (SELECT 1 FROM {table} w WHERE w.{key} = {table}.{key} AND w.seq > {table}.seq AND w.effective_from < $cutoff AND w.effective_from >= {table}.effective_from)";

    private static ExpiryRule[] Review(string table, string subject)
    {
        var at = $"(SELECT at FROM {table} r WHERE r.number = {table}_finding.review)";
        return
        [
            new($"{table}_finding", $"{at} < $cutoff", subject, at, at),
            new(table, $"at < $cutoff AND NOT EXISTS (SELECT 1 FROM {table}_finding f WHERE f.review = {table}.number)", Begin: "at", End: "at") { IsOfCounts = true },
        ];
    }

    private static ExpiryRule Links(FamilyLinkKind kind) => new("family_link", "id IN (SELECT value FROM json_each($ids))", "person_id")
    {
        Ids = (store, scope) => store.FamilyLinks.EndedBefore(kind, scope.Cutoff, store.People.Load(scope.Zone)),
        Key = "id",
        Before = ["DELETE FROM family_link_update WHERE id IN (SELECT id FROM family_link WHERE {0})", "DELETE FROM family_link_ending WHERE link_id IN (SELECT id FROM family_link WHERE {0})"],
    };

    private static ExpiryRule Recruitment(Func<PolicyStore, ExpiryScope, IReadOnlyList<string>> ids) => new(
        "recruitment",
        "id IN (SELECT value FROM json_each($ids))",
        "person_id, (SELECT person_id FROM recruitment_update u WHERE u.id = recruitment.id AND u.person_id IS NOT NULL ORDER BY number DESC LIMIT 1)")
    {
        Ids = ids,
        Key = "id",
        Before = ["DELETE FROM recruitment_update WHERE id IN (SELECT id FROM recruitment WHERE {0})"],
    };
}
