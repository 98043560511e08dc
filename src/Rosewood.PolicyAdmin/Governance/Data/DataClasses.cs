using Rosewood.PolicyAdmin.Reporting.Scheduling;
using static Rosewood.PolicyAdmin.Governance.Data.DataSubject;

namespace Rosewood.PolicyAdmin.Governance.Data;

/// <summary>
/// The one map of what a workspace holds. Retention, subject access, the DPIA facts and the inspection pack go by it. A test holds the
/// store's tables against it: whoever adds a table adds its line here, and its removal in <c>Storage/Expiry/ExpiryRules.cs</c>.
/// </summary>
public static class DataClasses
{
    private const string Task = "Public task (UK GDPR Article 6(1)(e)): ";

    /// <summary>All classes, in the order in which they are shown.</summary>
    public static IReadOnlyList<DataClass> All { get; } =
    [
        new()
        {
            Name = DataClassName.Roster, Clause = "USE-1", What = "Name, account, login names, roles, declared private mail addresses, work number, first and last day; changes of guarded roles.",
            Purpose = Task + "to know who is who in logs, who may authorise, and who may run which command.", Source = "Import-PolicyPerson, from the school's staff list or the tenant.",
            Subjects = [Staff], Tables = ["person", "person_version", "person_change", "person_change_outcome"], Commands = ["Get-PolicyPerson"],
            RetentionKey = "people",
            Kept = static r => Longest(r.People, r.Visits, r.ProhibitedContent, r.SignIns, r.Correspondence, r.TextMessages, r.Declarations, r.FamilyContacts, r.Acknowledgements, r.RecruitmentRecords, r.Incidents),
            CountedFrom = "the last day of employment, and never while an incident that concerns them is not closed; a state that was replaced: its replacement",
        },
        new()
        {
            Name = DataClassName.Devices, Clause = "USE-1", What = "Name, class, addresses, serial number, room, and whose device it is.",
            Purpose = Task + "to tell school devices from people's own.", Source = "Import-PolicyDevice, from the school's inventory or the tenant.",
            Subjects = [Staff], Tables = ["device", "device_version"], Commands = ["Get-PolicyDevice"],
            RetentionKey = "devices", Kept = static r => Longest(r.Devices, r.Visits, r.ProhibitedContent), CountedFrom = "its removal from the inventory; a state that was replaced: its replacement",
        },
        new()
        {
            Name = DataClassName.Grants, Clause = "USE-1", What = "Who may use which social media on which devices, until when, why, and who authorised it.",
            Purpose = Task + "to carry out and to show what the senior leadership team authorised.", Source = "Grant-, Confirm- and Revoke-SocialMediaAccess.",
            Subjects = [Staff], Tables = ["access_grant", "access_ending", "access_answer"], Commands = ["Get-SocialMediaAccess", "Test-SocialMediaAccess"],
            RetentionKey = "grants", Kept = static r => Longest(r.Grants, r.Visits), CountedFrom = "the grant's end",
        },
        new()
        {
            Name = DataClassName.Visits, Clause = "USE-1", What = "Login, device, address, service, times and amounts of visits to social media; no page, no content, nothing about other sites.",
            Purpose = Task + "to audit use of social media on the school's devices against what was authorised.", Source = "Import-FirewallLog, from the firewall's, filter's, proxy's or resolver's log.",
            Subjects = [Staff, Pupils], Tables = ["visit"], Commands = ["Find-SocialMediaUse", "New-PolicyComplianceReport"],
            RetentionKey = "visits", Kept = static r => r.Visits, CountedFrom = "the visit's end",
        },
        new()
        {
            Name = DataClassName.ProhibitedContent, Clause = "MIS-2", What = "Login, device, the filter's category and hosts; for abuse material never an address.",
            Purpose = Task + "to safeguard pupils by telling the right person of what the filter itself put into a category that the policy calls criminal.", Source = "Import-FirewallLog.",
            Subjects = [Staff, Pupils], Tables = ["content_access"], Commands = ["Find-ProhibitedContentAccess"],
            RetentionKey = "prohibitedContent", Kept = static r => r.ProhibitedContent, CountedFrom = "the last access",
        },
        new()
        {
            Name = DataClassName.LogCounts, Clause = "USE-1", What = "Which logs were read, how far, and how many lines each ten minutes had; nothing about whom or what.",
            Purpose = Task + "to say where the evidence has holes.", Source = "Import-FirewallLog.",
            Tables = ["log_source", "log_slot", "log_jump"], Commands = ["Get-FirewallLogCoverage"],
            RetentionKey = "visits", Kept = static r => Longest(r.Visits, r.ProhibitedContent), CountedFrom = "the log's last line",
        },
        new()
        {
            Name = DataClassName.BlockRecords, Clause = "USE-1", What = "What was published to which target, and tests of the block: when, by whom, from where, with which account, and the result.",
            Purpose = Task + "to show that filtering works, as the Department for Education's standards ask.", Source = "Publish- and Test-SocialMediaBlock.",
            Subjects = [Staff], Tables = ["block_publication", "block_test"], Commands = ["Get-SocialMediaBlock"],
            RetentionKey = "blockTests", Kept = static r => r.BlockTests, CountedFrom = "the test; of each target the newest publication stays",
        },
        new()
        {
            Name = DataClassName.FilteringReviews, Clause = "GOV-1", What = "When filtering and monitoring were reviewed, by whom, with what outcome, and who accepted which gap.",
            Purpose = Task + "to show the yearly review that the Department for Education's standards ask for.", Source = "Register-FilteringReview.",
            Subjects = [Staff], Tables = ["filtering_review"], Commands = ["Get-FilteringReview"],
            RetentionKey = "blockTests", Kept = static r => r.BlockTests, CountedFrom = "the review",
        },
        new()
        {
            Name = DataClassName.Catalogue, Clause = "USE-4", What = "Services that the school added or changed, and who did it.",
            Purpose = Task + "to say what counts as social media in this school.", Source = "Add- and Remove-SocialMediaService.",
            Subjects = [Staff], Tables = ["service_fact", "service_fact_host", "service_fact_alias"], Commands = ["Get-SocialMediaService"],
            CountedFrom = "kept for as long as the workspace: earlier visits are judged by it",
        },
        new()
        {
            Name = DataClassName.GroupMembers, Clause = "USE-1", What = "Object ids of those whom the program put into the tenant's exempt group.",
            Purpose = Task + "to take out again what was put in.", Source = "Publish-SocialMediaBlock.",
            Subjects = [Staff], Tables = ["group_member", "group_onboarding"], Commands = ["Get-SocialMediaBlock"],
            CountedFrom = "kept for as long as the membership",
        },
        new()
        {
            Name = DataClassName.Absences, Clause = "LOG-1", What = "First and last time of an absence, without its reason; only where signIns.useAbsences is on.",
            Purpose = Task + "to see that a login was used while its owner was away.", Source = "Import-StaffAbsence.",
            Subjects = [Staff], Tables = ["staff_absence"], Commands = ["Get-StaffAbsence"],
            RetentionKey = "absences", Kept = static r => r.Absences, CountedFrom = "the absence's end",
        },
        new()
        {
            Name = DataClassName.SignInReviews, Clause = "LOG-1", What = "Logins that seem to be shared, with the evidence in words; counts of what was looked at.",
            Purpose = Task + "to find logins that more than one person uses.", Source = "Find-SharedCredentialUse.",
            Subjects = [Staff], Tables = ["sign_in_review", "sign_in_review_finding"], Commands = ["Find-SharedCredentialUse", "New-PolicyComplianceReport"],
            RetentionKey = "signIns", Kept = static r => r.SignIns, CountedFrom = "the review; its counts, without people, as long as tests of the block",
        },
        new()
        {
            Name = DataClassName.CorrespondenceReviews, Clause = "COM-1", What = "Ways past the school's mail: kind, times and counts, without any address or phone number and without content.",
            Purpose = Task + "to see that correspondence with families goes through the school's systems.", Source = "Find-UnofficialCorrespondence.",
            Subjects = [Staff, Families], Tables = ["correspondence_review", "correspondence_review_finding"], Commands = ["Find-UnofficialCorrespondence"],
            RetentionKey = "correspondence", Kept = static r => r.Correspondence, CountedFrom = "the review; its counts, without people, as long as tests of the block",
        },
        new()
        {
            Name = DataClassName.Dismissals, Clause = "LOG-1", What = "That a finding about somebody was dismissed, why, by whom, and until when.",
            Purpose = Task + "to keep what a person explained from being asked again.", Source = "Add- and Remove-FindingSuppression.",
            Subjects = [Staff], Tables = ["finding_suppression", "finding_suppression_ending"], Commands = ["Get-FindingSuppression"],
            RetentionKey = "dismissals", Kept = static r => r.Dismissals, CountedFrom = "the dismissal's end",
        },
        new()
        {
            Name = DataClassName.TextMessages, Clause = "COM-3", What = "Who sent a text to which family and when; never the text, the number as a keyed hash.",
            Purpose = Task + "to see that texts to families go through the school's service, from those who may send.", Source = "Import-TextMessageLog.",
            Subjects = [Staff, Families], Tables = ["text_import", "text_message"], Commands = ["Find-TextMessageMisuse"],
            RetentionKey = "textMessages", Kept = static r => r.TextMessages, CountedFrom = "the text",
        },
        new()
        {
            Name = DataClassName.FamilyContacts, Clause = "COM-1", What = "Families' ids with keyed hashes of addresses and numbers; the key lies outside the store.",
            Purpose = Task + "to recognise that a message went to a family, without keeping its address.", Source = "Import-FamilyContact.",
            Subjects = [Families, Pupils], Tables = ["family_contact", "family_seen"], Files = ["keys/contact.key"], Commands = ["Get-FamilyContact"],
            RetentionKey = "familyContacts", Kept = static r => r.FamilyContacts, CountedFrom = "the last import that had the family",
        },
        new()
        {
            Name = DataClassName.Declarations, Clause = "REL-1", What = "A friendship or kinship of a member of staff with a family, with its boundaries and its review.",
            Purpose = Task + "to hold what staff declared to the senior leadership team.", Source = "New- and Close-RelationshipDeclaration.",
            Subjects = [Staff, Families], Tables = ["family_link", "family_link_update", "family_link_ending"], Commands = ["Get-RelationshipDeclaration"],
            RetentionKey = "declarations", Kept = static r => r.Declarations, CountedFrom = "its closing, or the person's last day",
        },
        new()
        {
            Name = DataClassName.ContactAgreements, Clause = "REL-2", What = "Contact with a family on social media that was agreed for the child, with the reason.",
            Purpose = Task + "to hold what the senior leadership team agreed for a child's welfare.", Source = "New- and Close-FamilyContactAgreement.",
            Subjects = [Staff, Families, Pupils], Tables = ["family_link", "family_link_update", "family_link_ending"], Commands = ["Get-FamilyContactAgreement"],
            RetentionKey = "familyContacts", Kept = static r => r.FamilyContacts, CountedFrom = "its end, or the person's last day",
        },
        new()
        {
            Name = DataClassName.Incidents, Clause = "MIS-1", What = "What an incident is about and whom it concerns, how grave it would be, how far it is, and what people found; no address, no content.",
            Purpose = Task + "to have every incident looked into by the right people before anything is said about it.", Source = "New- and Update-PolicyIncident.",
            Subjects = [Staff, Pupils], Tables = ["incident", "incident_update", "incident_person"], Commands = ["Get-PolicyIncident"],
            RetentionKey = "incidents", Kept = static r => r.Incidents, CountedFrom = "its closing; one that is not closed stays",
        },
        new()
        {
            Name = DataClassName.SafeguardingConcerns, Clause = "SAF-1", What = "Concerns about children, sealed to the safeguarding lead's key and an escrow key: nobody else reads them, the technician included.",
            Purpose = "Substantial public interest, safeguarding of children (DPA 2018 Schedule 1 paragraph 18): to bring a concern to the safeguarding lead and to nobody else.", Source = "New-SafeguardingConcern.",
            Subjects = [Pupils, Families, Staff], Tables = ["safeguarding_concern", "safeguarding_wrap"], Commands = ["Get-SafeguardingConcern"],
            RetentionKey = "safeguardingConcerns", Kept = static r => r.SafeguardingConcerns, CountedFrom = "its recording",
        },
        new()
        {
            Name = DataClassName.SafeguardingKeys, Clause = "SAF-1", What = "The public keys that concerns are sealed to, who holds the private ones, and from when to when.",
            Purpose = Task + "to seal concerns to the right people.", Source = "New- and Update-SafeguardingKey.",
            Subjects = [Staff], Tables = ["safeguarding_key", "safeguarding_key_end"], Commands = ["Get-SafeguardingKey"],
            CountedFrom = "kept for as long as there are concerns that they open",
        },
        new()
        {
            Name = DataClassName.Acknowledgements, Clause = "TRN-1", What = "Who read the policy, on which day, in which version, and what they attest.",
            Purpose = Task + "to know that all staff know the policy.", Source = "Register-PolicyAcknowledgement.",
            Subjects = [Staff], Tables = ["acknowledgement"], Commands = ["Get-PolicyAcknowledgement"],
            RetentionKey = "acknowledgements", Kept = static r => r.Acknowledgements, CountedFrom = "the person's last day",
        },
        new()
        {
            Name = DataClassName.RecruitmentRecords, Clause = "REC-1", What = "A candidate's name, the post, the day, and that social media was talked about.",
            Purpose = Task + "to show that every interview spoke of social media.", Source = "Register-RecruitmentRecord.",
            Subjects = [Staff, Candidates], Tables = ["recruitment", "recruitment_update"], Commands = ["Get-RecruitmentRecord"],
            RetentionKey = "recruitmentRecords", Kept = static r => r.RecruitmentRecords, CountedFrom = "the last day of who was appointed; else the interview",
        },
        new()
        {
            Name = DataClassName.UnsuccessfulCandidates, Clause = "REC-1", What = "The same of candidates who were not appointed.",
            Purpose = Task + "to answer a claim about an interview for as long as one can be brought.", Source = "Register-RecruitmentRecord.",
            Subjects = [Candidates], Tables = ["recruitment", "recruitment_update"], Commands = ["Get-RecruitmentRecord"],
            RetentionKey = "unsuccessfulCandidates", Kept = static r => r.UnsuccessfulCandidates, CountedFrom = "the decision",
        },
        new()
        {
            Name = DataClassName.Rulings, Clause = "COM-4", What = "What SLT ruled about systems to communicate by, why, and who decided.",
            Purpose = Task + "to know which systems may be used.", Source = "New- and Close-SltRuling.",
            Subjects = [Staff], Tables = ["slt_ruling", "slt_ruling_ending"], Commands = ["Get-SltRuling"],
            RetentionKey = "declarations", Kept = static r => r.Declarations, CountedFrom = "its end",
        },
        new()
        {
            Name = DataClassName.ReportSchedules, Clause = "GOV-1", What = "Which reports are made by themselves, who set that up, and what became of each period.",
            Purpose = Task + "to make and send each report once.", Source = "Register-PolicyReportSchedule.",
            Subjects = [Staff], Tables = ["report_schedule", "report_run"], Commands = ["Get-PolicyReportSchedule"],
            RetentionKey = "reports", Kept = static r => Longest(r.Reports, DueCalendar.Reach), CountedFrom = "the period's end, 445 days at least, so that none is made again; a schedule stays until another replaces it",
        },
        new()
        {
            Name = DataClassName.TenantRecords, Clause = "LOG-1", What = "Sign-ins, message traces without subject and content, inbox rules, people and devices of the tenant, sealed day by day.",
            Purpose = Task + "to examine sign-ins and correspondence without asking the service again.", Source = "Sync-PolicyTenant.",
            Subjects = [Staff, Families, Pupils], Files = ["tenant/", "keys/tenant.key"], Commands = ["Find-SharedCredentialUse", "Find-UnofficialCorrespondence"],
            RetentionKey = "signIns", Kept = static r => Longest(r.SignIns, r.Correspondence), CountedFrom = "the day (message traces: by correspondence; pictures: their fetching)",
        },
        new()
        {
            Name = DataClassName.Reports, Clause = "GOV-1", What = "Compliance reports, DPIA facts and inspection packs; those for SLT name people.",
            Purpose = Task + "to tell the senior leadership team what needs a decision.", Source = "New-PolicyComplianceReport, New-PolicyDpiaFacts, New-PolicyInspectionPack.",
            Subjects = [Staff], Files = ["reports/"], Commands = ["New-PolicyComplianceReport", "Send-PolicyComplianceReport"],
            RetentionKey = "reports", Kept = static r => r.Reports, CountedFrom = "the file's writing",
        },
        new()
        {
            Name = DataClassName.ReportMails, Clause = "GOV-1", What = "Which report was mailed to which recipients, and how it ended.",
            Purpose = Task + "to send a report once, and to show to whom it went.", Source = "Send-PolicyComplianceReport.",
            Subjects = [Staff], Tables = ["report_mail"], Commands = ["Send-PolicyComplianceReport"],
            RetentionKey = "reports", Kept = static r => r.Reports, CountedFrom = "the sending",
        },
        new()
        {
            Name = DataClassName.AuditValues, Clause = "GOV-1", What = "The states before and after each change.",
            Purpose = Task + "to show what was changed.", Source = "Every command that changes something.",
            Subjects = [Staff, Families], Tables = ["audit_value"], Commands = ["Get-PolicyAudit"],
            RetentionKey = "auditValues", Kept = static r => r.AuditValues, CountedFrom = "the entry",
        },
        new()
        {
            Name = DataClassName.AuditTrail, Clause = "GOV-1", What = "Who did what, when, for which clause, by ids; chained by hashes.",
            Purpose = Task + "to prove what was changed, when and by whom.", Source = "Every command that changes something, and every reading of a sensitive register.",
            Subjects = [Staff], Tables = ["audit", "audit_cut", "number_floor"], Commands = ["Get-PolicyAudit", "Test-PolicyAudit"],
            RetentionKey = "auditTrail", Kept = static r => r.AuditTrail, CountedFrom = "the entry; the hashes of what was cut stay",
        },
        new()
        {
            Name = DataClassName.LegalHolds, Clause = "GOV-1", What = "What is kept beyond its time, about whom, why, and on whose word.",
            Purpose = "Legal obligation and legal claims (UK GDPR Articles 6(1)(c), 17(3)(e)): to preserve what a case needs.", Source = "Set- and Clear-PolicyLegalHold.",
            Subjects = [Staff], Tables = ["legal_hold", "legal_hold_ending"], Commands = ["Get-PolicyLegalHold"],
            RetentionKey = "legalHolds", Kept = static r => r.LegalHolds, CountedFrom = "the hold's clearing",
        },
        new()
        {
            Name = DataClassName.Workspace, Clause = "GOV-1", What = "policy.json as it is and was last seen, small settings, the account that made the workspace, block lists, and the snapshot that enforcement reads.",
            Purpose = Task + "to run the program.", Source = "Initialize-PolicyWorkspace, and people who edit policy.json.",
            Subjects = [Staff], Tables = ["meta", "config_seen", "bootstrap_operator"], Files = ["policy.json", "policy.schema.json", "feeds/", "access.snapshot"], Commands = ["Test-PolicyWorkspace"],
            CountedFrom = "kept for as long as the workspace",
        },
        // </data>
    ];

    /// <summary>A class by name.</summary>
    public static DataClass Of(DataClassName name) => All.First(c => c.Name == name);

    private static TimeSpan Longest(params ReadOnlySpan<TimeSpan> spans)
    {
        var longest = spans[0];
        foreach (var span in spans)
        {
            longest = span > longest ? span : longest;
        }

        return longest;
    }
}
