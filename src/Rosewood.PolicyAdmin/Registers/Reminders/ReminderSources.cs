using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Recruitment;

namespace Rosewood.PolicyAdmin.Registers.Reminders;

/// <summary>All that knows what is due. A new register adds its line here, and is in Get-PolicyReminder and in the health report.</summary>
internal static class ReminderSources
{
    private static readonly RoleSet Decide = RoleSet.SeniorLeadership;

    public static IReadOnlyList<ReminderSource> All { get; } =
    [
        new("REL-1", FamilyLinkBook.Readers, "Look at it with the person, then Update-RelationshipDeclaration or Close-RelationshipDeclaration.", FamilyLinkReminders.Reviews) { IsReadAudited = true },
        new("REL-2", FamilyLinkBook.Readers, "Where the child still needs it, Update-FamilyContactAgreement -Until; else let it end.", FamilyLinkReminders.Ends) { IsReadAudited = true },
        new("TRN-1", AcknowledgementRights.Readers, "Have them read the policy, then Register-PolicyAcknowledgement.", AcknowledgementReminders.Find),
        new("COM-4", CommandTable.Readers, "Decide anew with New-SltRuling, or let it end.", RulingReminders.Ends),
        new("COM-2", CommandTable.Readers, "Get-WorkPhone says what to do.", PhoneReminders.Find),
        new("USE-1", CommandTable.Readers, "Grant-SocialMediaAccess where it is still needed; else let it end.", AccessReminders.GrantEnds),
        new("USE-1", Decide.With(Role.Technician), "A member of SLT decides it with Confirm-PolicyChange.", AccessReminders.RoleChanges),
        new("REC-1", RecruitmentRules.Keepers, "Register-RecruitmentRecord -Id with -SocialMediaDiscussed, -PostsLookedThrough or -Outcome.", RecruitmentReminders.Open) { IsReadAudited = true },
        new("GOV-1", CommandTable.Readers, "Review filtering and monitoring with SLT, DSL and IT, then Register-FilteringReview.", FilteringReminders.Find),
        new("GOV-1", RecruitmentRules.Keepers, "Its time of retention ends: Remove-ExpiredPolicyData removes it.", RetentionReminders.Candidates) { IsReadAudited = true },
        new("GOV-1", FamilyLinkBook.Readers, "Its time of retention ends: Remove-ExpiredPolicyData removes it.", RetentionReminders.FamilyLinks) { IsReadAudited = true },
        new("GOV-1", AcknowledgementRights.Readers, "Its time of retention ends: Remove-ExpiredPolicyData removes it.", RetentionReminders.Acknowledgements),
        new("MIS-3", IncidentBook.Keepers, "Look into it, then Update-PolicyIncident with what was found.", IncidentReminders.Open) { IsReadAudited = true },
    ];
}
