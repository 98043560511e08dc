#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What the Tab key offers.

BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'artifacts' 'module' 'Rosewood.PolicyAdmin') -Force
    $script:workspace = Join-Path $TestDrive 'workspace'
    $null = Initialize-PolicyWorkspace -Path $workspace -Sample
    $config = Join-Path $workspace 'policy.json'
    $policy = Get-Content -Raw $config | ConvertFrom-Json -AsHashtable
    $policy['enforcement'] = @{ targets = @(@{ name = 'upper-school'; kind = 'Feed'; format = 'Hosts' }) }
    $policy | ConvertTo-Json -Depth 20 | Set-Content $config

    function Complete([string] $Line) { @((TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText) }
}

AfterAll {
    Remove-Module Rosewood.PolicyAdmin -ErrorAction Ignore
}

Describe 'The Tab key in a workspace' {
    BeforeAll {
        $env:ROSEWOOD_WORKSPACE = $workspace
    }

    It 'offers <expected> for <line>' -ForEach @(
        @{ line = 'Grant-SocialMediaAccess -User Imo'; expected = '''Imogen Hartley''' }
        @{ line = 'Grant-SocialMediaAccess Imo'; expected = '''Imogen Hartley''' }
        @{ line = 'Grant-SocialMediaAccess -User i.har'; expected = '''Imogen Hartley''' }
        @{ line = 'Grant-SocialMediaAccess -User Hartl'; expected = '''Imogen Hartley''' }
        @{ line = 'Grant-SocialMediaAccess -User ''Imogen H'; expected = '''Imogen Hartley''' }
        @{ line = 'Grant-SocialMediaAccess -User "Imogen H'; expected = '''Imogen Hartley''' }
        @{ line = 'Grant-SocialMediaAccess -User ''Siân Prosser'', Imo'; expected = '''Imogen Hartley''' }
        @{ line = 'Grant-SocialMediaAccess -User HeadT'; expected = '''Helen Ashworth-Bell''' }
        @{ line = 'Grant-SocialMediaAccess -User x -AuthorisedBy Tomás'; expected = '''Tomás O''''Brien''' }
        @{ line = 'Grant-SocialMediaAccess -User x -Service Faceb'; expected = 'Facebook' }
        @{ line = 'Grant-SocialMediaAccess -User x -Service Facebook, Instag'; expected = 'Instagram' }
        @{ line = 'Grant-SocialMediaAccess -User x -Device SchoolM'; expected = 'SchoolMobile' }
        @{ line = 'Get-PolicyDevice RW-LAP-06'; expected = 'RW-LAP-06' }
        @{ line = 'Get-PolicyDevice Donna'; expected = '''Donna''''s iPhone''' }
        @{ line = 'Import-FirewallLog x -Format Forti'; expected = 'FortiGate' }
        @{ line = 'Revoke-SocialMediaAccess -Id G-0001'; expected = 'G-0001' }
        @{ line = 'Get-PolicyControl -Clause LOG-1'; expected = 'LOG-1' }
        @{ line = 'Publish-SocialMediaBlock -Target upp'; expected = 'upper-school' }
        @{ line = 'Get-PolicyAudit -Command Grant'; expected = 'Grant-SocialMediaAccess' }
        @{ line = 'Find-SocialMediaUse -Verdict Unex'; expected = 'Unexplained' }
        @{ line = 'New-PolicyComplianceReport -Format Ht'; expected = 'Html' }
    ) {
        @(Complete $line)[0] | Should -BeExactly $expected
    }

    It 'offers grants that can still be revoked, with whose they are' {
        $line = 'Revoke-SocialMediaAccess -Id '
        $offered = (TabExpansion2 $line $line.Length).CompletionMatches
        $offered.CompletionText | Should -Be (Get-SocialMediaAccess).Id
        $offered[0].ToolTip | Should -BeLike 'Imogen Hartley, *'
    }

    It 'offers an incident''s id to whoever may see it' {
        $incident = New-PolicyIncident -Type InflammatoryPost -Summary 'Post about a parents evening' -Confirm:$false
        Complete 'Update-PolicyIncident -Id ' | Should -Contain $incident.Id
    }

    It 'offers what is quoted so that the command takes it back' {
        foreach ($name in Complete 'Get-PolicyPerson -User ') {
            (& ([scriptblock]::Create("Get-PolicyPerson -User $name"))).DisplayName | Should -Not -BeNullOrEmpty -Because $name
        }
    }

    It 'leaves paths to PowerShell' {
        $null = New-Item (Join-Path $TestDrive 'proxy one.log')
        Complete "Import-FirewallLog -Path $(Join-Path $TestDrive 'prox')" | Should -BeLike '*proxy one.log*'
    }

    It 'writes nothing to the audit trail' {
        $before = (Get-PolicyAudit | Measure-Object).Count
        $null = 'Get-PolicyIncident -Id ', 'Close-SltRuling ', 'Clear-PolicyLegalHold ', 'Close-RelationshipDeclaration ', 'Grant-SocialMediaAccess ' | ForEach-Object { Complete $_ }
        (Get-PolicyAudit | Measure-Object).Count | Should -Be $before
    }

    It 'offers the properties of what a command gives back' {
        Complete 'Get-SocialMediaAccess | Where-Object Stat' | Should -Be 'Status'
    }
}

Describe 'The Tab key elsewhere' {
    BeforeAll {
        $env:ROSEWOOD_WORKSPACE = Join-Path $TestDrive 'nowhere'
    }

    It 'offers nothing where there is no workspace, without an error and without files' {
        $Error.Clear()
        Push-Location $workspace
        try {
            foreach ($line in 'Grant-SocialMediaAccess -User ', 'Revoke-SocialMediaAccess -Id ', 'Publish-SocialMediaBlock -Target ', 'Update-PolicyIncident -Id ') {
                Complete $line | Where-Object { $_ } | Should -BeNullOrEmpty -Because $line
            }
        }
        finally {
            Pop-Location
        }
        $Error | Should -BeNullOrEmpty
    }

    It 'offers what needs no workspace' {
        Complete 'Get-SocialMediaService Faceb' | Should -Contain 'Facebook'
        Complete 'Test-FirewallLogMapping -Format Squ' | Should -Contain 'Squid'
    }

    It 'takes the workspace from the line, relative to where PowerShell is' {
        Push-Location $TestDrive
        try {
            Complete 'Get-PolicyPerson -Workspace workspace -User Imo' | Should -Be '''Imogen Hartley'''
        }
        finally {
            Pop-Location
        }
    }

    It 'offers nothing where the workspace is broken' {
        $broken = Join-Path $TestDrive 'broken'
        $null = New-Item -ItemType Directory $broken
        Set-Content (Join-Path $broken 'policy.json') '{ "school": '
        $env:ROSEWOOD_WORKSPACE = $broken
        $Error.Clear()
        Complete 'Grant-SocialMediaAccess -User ' | Where-Object { $_ } | Should -BeNullOrEmpty
        $Error | Should -BeNullOrEmpty
    }
}
