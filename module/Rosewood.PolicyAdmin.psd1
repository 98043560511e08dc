@{
    RootModule           = 'Rosewood.PolicyAdmin.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '53822b99-42a8-4441-9a6a-9293c0097fb6'
    Author               = 'Rosewood.PolicyAdmin contributors'
    CompanyName          = 'Rosewood'
    Copyright            = '(c) Rosewood.PolicyAdmin contributors. MIT.'
    Description          = "Enforces, audits and reports the technical side of a school's social media policy."
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.6'

    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Add-FindingSuppression'
        'Add-SocialMediaService'
        'Close-FamilyContactAgreement'
        'Close-RelationshipDeclaration'
        'Confirm-PolicyChange'
        'Confirm-SocialMediaAccess'
        'Connect-PolicyTenant'
        'ConvertFrom-FirewallLog'
        'Disconnect-PolicyTenant'
        'Find-ProhibitedContentAccess'
        'Find-SharedCredentialUse'
        'Find-SocialMediaServiceGap'
        'Find-SocialMediaUse'
        'Find-TextMessageMisuse'
        'Find-UnofficialCorrespondence'
        'Get-FamilyContact'
        'Get-FamilyContactAgreement'
        'Get-FindingSuppression'
        'Get-FirewallLogCoverage'
        'Get-FirewallLogFormat'
        'Get-PolicyAudit'
        'Get-PolicyControl'
        'Get-PolicyDevice'
        'Get-PolicyPerson'
        'Get-PolicyReportSchedule'
        'Get-RelationshipDeclaration'
        'Get-SocialMediaAccess'
        'Get-SocialMediaBlock'
        'Get-SocialMediaService'
        'Get-StaffAbsence'
        'Grant-SocialMediaAccess'
        'Import-FamilyContact'
        'Import-FirewallLog'
        'Import-PolicyDevice'
        'Import-PolicyPerson'
        'Import-StaffAbsence'
        'Import-TextMessageLog'
        'Initialize-PolicyWorkspace'
        'Invoke-PolicyReportSchedule'
        'Measure-OfficialCorrespondence'
        'New-FamilyContactAgreement'
        'New-PolicyComplianceReport'
        'New-RelationshipDeclaration'
        'Publish-SocialMediaBlock'
        'Register-PolicyReportSchedule'
        'Remove-FindingSuppression'
        'Remove-SocialMediaService'
        'Revoke-SocialMediaAccess'
        'Send-PolicyComplianceReport'
        'Sync-PolicyTenant'
        'Test-FirewallLogMapping'
        'Test-PolicyAudit'
        'Test-PolicyWorkspace'
        'Test-SocialMediaAccess'
        'Test-SocialMediaBlock'
        'Unregister-PolicyReportSchedule'
    )

    PrivateData          = @{
        PSData = @{
            Tags = @('school', 'policy', 'audit', 'safeguarding', 'Windows', 'Linux', 'MacOS')
        }
    }
}
