using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.Governance.Pages;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.Governance.SubjectAccess;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Registers.Acknowledgements;
using Rosewood.PolicyAdmin.Registers.Phones;
using Rosewood.PolicyAdmin.Registers.Recruitment;
using Rosewood.PolicyAdmin.Registers.Reminders;
using Rosewood.PolicyAdmin.Registers.Rulings;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Every command with its handler and the roles that may run it: the one table of rights.</summary>
public static class CommandTable
{
    /// <summary>Technicians and SLT.</summary>
    private static readonly RoleSet Operators = RoleSet.SeniorLeadership.With(Role.Technician);

    /// <summary>Those who may see the access register and the audit: operators, DSL and DPO.</summary>
    internal static readonly RoleSet Readers = Operators.With(Role.SafeguardingLead).With(Role.DataProtectionOfficer);

    /// <summary>Those who may keep records beyond their time, and see what is kept.</summary>
    internal static readonly RoleSet HoldKeepers = RoleSet.SeniorLeadership.With(Role.DataProtectionOfficer);

    private static readonly CommandDescriptor[] Entries =
    [
        // In the order of the public surface.
        Command<InitializePolicyWorkspace, InitializePolicyWorkspaceHandler>("Initialize-PolicyWorkspace", RoleSet.None, WorkspaceNeed.None),
        Command<TestPolicyWorkspace, TestPolicyWorkspaceHandler>("Test-PolicyWorkspace", RoleSet.None, WorkspaceNeed.None),
        Command<ImportPolicyPerson, ImportPolicyPersonHandler>("Import-PolicyPerson", Operators),
        Command<GetPolicyPerson, GetPolicyPersonHandler>("Get-PolicyPerson", Readers),
        Command<ConfirmPolicyChange, ConfirmPolicyChangeHandler>("Confirm-PolicyChange", Operators),
        Command<ImportPolicyDevice, ImportPolicyDeviceHandler>("Import-PolicyDevice", Operators),
        Command<GetPolicyDevice, GetPolicyDeviceHandler>("Get-PolicyDevice", Readers),
        Command<ImportStaffAbsence, ImportStaffAbsenceHandler>("Import-StaffAbsence", Operators),
        Command<GetStaffAbsence, GetStaffAbsenceHandler>("Get-StaffAbsence", RoleSet.SeniorLeadership.With(Role.DataProtectionOfficer)),
        Command<ImportFamilyContact, ImportFamilyContactHandler>("Import-FamilyContact", Operators),
        Command<GetFamilyContact, GetFamilyContactHandler>("Get-FamilyContact", Readers),
        Command<ImportTextMessageLog, ImportTextMessageLogHandler>("Import-TextMessageLog", Operators),
        Command<GetSocialMediaService, GetSocialMediaServiceHandler>("Get-SocialMediaService", RoleSet.None, WorkspaceNeed.Optional),
        Command<AddSocialMediaService, AddSocialMediaServiceHandler>("Add-SocialMediaService", Operators),
        Command<RemoveSocialMediaService, RemoveSocialMediaServiceHandler>("Remove-SocialMediaService", Operators),
        Command<GrantSocialMediaAccess, GrantSocialMediaAccessHandler>("Grant-SocialMediaAccess", Operators),
        Command<ConfirmSocialMediaAccess, ConfirmSocialMediaAccessHandler>("Confirm-SocialMediaAccess", RoleSet.SeniorLeadership),
        Command<RevokeSocialMediaAccess, RevokeSocialMediaAccessHandler>("Revoke-SocialMediaAccess", Operators),
        Command<GetSocialMediaAccess, GetSocialMediaAccessHandler>("Get-SocialMediaAccess", Readers),
        Command<TestSocialMediaAccess, TestSocialMediaAccessHandler>("Test-SocialMediaAccess", Readers),
        Command<GetSocialMediaBlock, GetSocialMediaBlockHandler>("Get-SocialMediaBlock", Readers),
        Command<PublishSocialMediaBlock, PublishSocialMediaBlockHandler>("Publish-SocialMediaBlock", Operators) with { MayRunUnattended = true, TellsPending = true },
        Command<TestSocialMediaBlock, TestSocialMediaBlockHandler>("Test-SocialMediaBlock", Operators),
        Command<ImportFirewallLog, ImportFirewallLogHandler>("Import-FirewallLog", Operators) with { MayRunUnattended = true },
        Command<ConvertFromFirewallLog, ConvertFromFirewallLogHandler>("ConvertFrom-FirewallLog", RoleSet.None, WorkspaceNeed.None),
        Command<TestFirewallLogMapping, TestFirewallLogMappingHandler>("Test-FirewallLogMapping", RoleSet.None, WorkspaceNeed.None),
        Command<GetFirewallLogFormat, GetFirewallLogFormatHandler>("Get-FirewallLogFormat", RoleSet.None, WorkspaceNeed.None),
        Command<GetFirewallLogCoverage, GetFirewallLogCoverageHandler>("Get-FirewallLogCoverage", Readers),
        Command<FindSocialMediaUse, FindSocialMediaUseHandler>("Find-SocialMediaUse", Readers),
        Command<FindProhibitedContentAccess, FindProhibitedContentAccessHandler>("Find-ProhibitedContentAccess", Readers),
        Command<FindSharedCredentialUse, FindSharedCredentialUseHandler>("Find-SharedCredentialUse", Readers),
        Command<FindUnofficialCorrespondence, FindUnofficialCorrespondenceHandler>("Find-UnofficialCorrespondence", Readers),
        Command<MeasureOfficialCorrespondence, MeasureOfficialCorrespondenceHandler>("Measure-OfficialCorrespondence", Readers),
        Command<FindTextMessageMisuse, FindTextMessageMisuseHandler>("Find-TextMessageMisuse", Readers),
        Command<FindSocialMediaServiceGap, FindSocialMediaServiceGapHandler>("Find-SocialMediaServiceGap", Operators),
        Command<NewPolicyComplianceReport, NewPolicyComplianceReportHandler>("New-PolicyComplianceReport", Readers),
        Command<SendPolicyComplianceReport, SendPolicyComplianceReportHandler>("Send-PolicyComplianceReport", Operators),
        Command<RegisterPolicyReportSchedule, RegisterPolicyReportScheduleHandler>("Register-PolicyReportSchedule", Operators),
        Command<GetPolicyReportSchedule, GetPolicyReportScheduleHandler>("Get-PolicyReportSchedule", Readers),
        Command<UnregisterPolicyReportSchedule, UnregisterPolicyReportScheduleHandler>("Unregister-PolicyReportSchedule", Operators),
        Command<InvokePolicyReportSchedule, InvokePolicyReportScheduleHandler>("Invoke-PolicyReportSchedule", Operators) with { MayRunUnattended = true },
        Command<ConnectPolicyTenant, ConnectPolicyTenantHandler>("Connect-PolicyTenant", Operators),
        Command<DisconnectPolicyTenant, DisconnectPolicyTenantHandler>("Disconnect-PolicyTenant", Operators),
        Command<SyncPolicyTenant, SyncPolicyTenantHandler>("Sync-PolicyTenant", Operators) with { MayRunUnattended = true },
        Command<GetPolicyControl, GetPolicyControlHandler>("Get-PolicyControl", Readers),
        Command<GetPolicyAudit, GetPolicyAuditHandler>("Get-PolicyAudit", Readers),
        Command<TestPolicyAudit, TestPolicyAuditHandler>("Test-PolicyAudit", Readers),
        Command<ExportPersonData, ExportPersonDataHandler>("Export-PersonData", RoleSet.Of(Role.DataProtectionOfficer)),
        Command<NewPolicyDpiaFacts, NewPolicyDpiaFactsHandler>("New-PolicyDpiaFacts", Readers),
        Command<RegisterFilteringReview, RegisterFilteringReviewHandler>("Register-FilteringReview", RoleSet.SeniorLeadership.With(Role.SafeguardingLead).With(Role.Technician)),
        Command<GetFilteringReview, GetFilteringReviewHandler>("Get-FilteringReview", Readers),
        Command<NewPolicyInspectionPack, NewPolicyInspectionPackHandler>("New-PolicyInspectionPack", HoldKeepers.With(Role.SafeguardingLead)),
        Command<RemoveExpiredPolicyData, RemoveExpiredPolicyDataHandler>("Remove-ExpiredPolicyData", Operators.With(Role.DataProtectionOfficer)) with { MayRunUnattended = true },
        Command<SetPolicyLegalHold, SetPolicyLegalHoldHandler>("Set-PolicyLegalHold", HoldKeepers),
        Command<GetPolicyLegalHold, GetPolicyLegalHoldHandler>("Get-PolicyLegalHold", HoldKeepers),
        Command<ClearPolicyLegalHold, ClearPolicyLegalHoldHandler>("Clear-PolicyLegalHold", HoldKeepers),
        Command<AddFindingSuppression, AddFindingSuppressionHandler>("Add-FindingSuppression", Operators.With(Role.SafeguardingLead)),
        Command<GetFindingSuppression, GetFindingSuppressionHandler>("Get-FindingSuppression", Readers),
        Command<RemoveFindingSuppression, RemoveFindingSuppressionHandler>("Remove-FindingSuppression", Operators.With(Role.SafeguardingLead)),
        Command<NewRelationshipDeclaration, NewRelationshipDeclarationHandler>("New-RelationshipDeclaration", FamilyLinkBook.Keepers),
        Command<GetRelationshipDeclaration, GetRelationshipDeclarationHandler>("Get-RelationshipDeclaration", FamilyLinkBook.Readers),
        Command<UpdateRelationshipDeclaration, UpdateRelationshipDeclarationHandler>("Update-RelationshipDeclaration", FamilyLinkBook.Keepers),
        Command<CloseRelationshipDeclaration, CloseRelationshipDeclarationHandler>("Close-RelationshipDeclaration", FamilyLinkBook.Keepers),
        Command<NewFamilyContactAgreement, NewFamilyContactAgreementHandler>("New-FamilyContactAgreement", FamilyLinkBook.Keepers),
        Command<GetFamilyContactAgreement, GetFamilyContactAgreementHandler>("Get-FamilyContactAgreement", FamilyLinkBook.Readers),
        Command<UpdateFamilyContactAgreement, UpdateFamilyContactAgreementHandler>("Update-FamilyContactAgreement", FamilyLinkBook.Keepers),
        Command<CloseFamilyContactAgreement, CloseFamilyContactAgreementHandler>("Close-FamilyContactAgreement", FamilyLinkBook.Keepers),
        Command<NewPolicyIncident, NewPolicyIncidentHandler>("New-PolicyIncident", IncidentBook.Openers),
        Command<GetPolicyIncident, GetPolicyIncidentHandler>("Get-PolicyIncident", IncidentBook.Readers),
        Command<UpdatePolicyIncident, UpdatePolicyIncidentHandler>("Update-PolicyIncident", IncidentBook.Keepers),
        Command<GetPolicyIncidentRoute, GetPolicyIncidentRouteHandler>("Get-PolicyIncidentRoute", Readers),
        Command<NewSafeguardingConcern, NewSafeguardingConcernHandler>("New-SafeguardingConcern", RoleSet.None),
        Command<GetSafeguardingConcern, GetSafeguardingConcernHandler>("Get-SafeguardingConcern", SafeguardingKeyBook.Openers),
        Command<NewSafeguardingKey, NewSafeguardingKeyHandler>("New-SafeguardingKey", SafeguardingKeyBook.Openers),
        Command<GetSafeguardingKey, GetSafeguardingKeyHandler>("Get-SafeguardingKey", Readers.With(Role.Governor)),
        Command<UpdateSafeguardingKey, UpdateSafeguardingKeyHandler>("Update-SafeguardingKey", SafeguardingKeyBook.Openers),
        Command<RegisterPolicyAcknowledgement, RegisterPolicyAcknowledgementHandler>("Register-PolicyAcknowledgement", RoleSet.All),
        Command<GetPolicyAcknowledgement, GetPolicyAcknowledgementHandler>("Get-PolicyAcknowledgement", RoleSet.All),
        Command<RegisterRecruitmentRecord, RegisterRecruitmentRecordHandler>("Register-RecruitmentRecord", RecruitmentRules.Keepers),
        Command<GetRecruitmentRecord, GetRecruitmentRecordHandler>("Get-RecruitmentRecord", RecruitmentRules.Keepers),
        Command<NewSltRuling, NewSltRulingHandler>("New-SltRuling", RoleSet.SeniorLeadership),
        Command<GetSltRuling, GetSltRulingHandler>("Get-SltRuling", Readers),
        Command<CloseSltRuling, CloseSltRulingHandler>("Close-SltRuling", RoleSet.SeniorLeadership),
        Command<GetWorkPhone, GetWorkPhoneHandler>("Get-WorkPhone", Readers.With(Role.Admin)),
        Command<GetPolicyReminder, GetPolicyReminderHandler>("Get-PolicyReminder", Readers.With(Role.Admin)),
        // </commands>
    ];

    /// <summary>All commands.</summary>
    public static IReadOnlyList<CommandDescriptor> All => Entries;

    /// <summary>The command whose request is of this type.</summary>
    /// <exception cref="KeyNotFoundException">No command has that request.</exception>
    public static CommandDescriptor For(Type requestType) =>
        Array.Find(Entries, e => e.RequestType == requestType) ?? throw new KeyNotFoundException(requestType?.Name);

    private static CommandDescriptor Command<TRequest, THandler>(string name, RoleSet roles, WorkspaceNeed needs = WorkspaceNeed.Store)
        where TRequest : PolicyRequest
        where THandler : CommandHandler<TRequest>, new() =>
        new(name, typeof(TRequest), typeof(THandler), roles, needs);
}
