#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# Faults, pipelines and being stopped, as scripts meet them.

BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    $script:modulePath = Join-Path $root 'artifacts' 'module' 'Rosewood.PolicyAdmin'
    Import-Module $modulePath -Force
    $script:workspace = Join-Path $TestDrive 'workspace'
    $null = Initialize-PolicyWorkspace -Path $workspace -Sample
    $env:ROSEWOOD_WORKSPACE = $workspace
    $script:shell = $env:ROSEWOOD_PWSH ? $env:ROSEWOOD_PWSH : (Get-Process -Id $PID).Path
}

AfterAll {
    Remove-Module Rosewood.PolicyAdmin -ErrorAction Ignore
}

Describe 'A fault' {
    It 'is caught by its type as well as by its id' {
        $caught = try { Get-PolicyPerson nobody } catch [Rosewood.PolicyAdmin.Commands.FaultException] { $_ }
        $caught.FullyQualifiedErrorId | Should -Be 'PersonNotFound,Rosewood.PolicyAdmin.Cmdlets.Commands.GetPolicyPersonCommand'
        $caught.Exception.Fault.Kind | Should -Be 'NotFound'
        $caught.TargetObject | Should -Be 'nobody'
    }

    It 'has no stack trace, however much is shown of it' {
        $caught = try { Get-PolicyPerson nobody } catch { $_ }
        $caught.Exception.InnerException | Should -BeNullOrEmpty
        ($caught | Format-List -Force | Out-String) + ($caught | Get-Error | Out-String) | Should -Not -Match '   at Rosewood'
        "$caught" | Should -Be 'Nobody on the roster is called ''nobody''. List them with Get-PolicyPerson.'
    }

    It 'of one among several asked for leaves the others, and stops where it is told to' {
        $found = Get-SocialMediaService Facebook, Nonesuch, YouTube -ErrorAction SilentlyContinue -ErrorVariable told
        $? | Should -BeFalse
        $found.Name | Should -Be 'Facebook', 'YouTube'
        $told.FullyQualifiedErrorId | Should -BeLike 'ServiceNotFound,*'
        { Get-SocialMediaService Nonesuch -ErrorAction Stop } | Should -Throw -ErrorId 'ServiceNotFound,*'
        & {
            $ErrorActionPreference = 'Stop'
            { Get-SocialMediaService Nonesuch } | Should -Throw -ErrorId 'ServiceNotFound,*'
        }
    }

    It 'about one piped object keeps nobody from the next' {
        $found = 'head', 'nobody', 'deputy' | Get-PolicyPerson -ErrorAction SilentlyContinue -ErrorVariable told
        $found.Roles | Should -Be 'HeadTeacher', 'DeputyHead'
        $told.TargetObject | Should -Be 'nobody'
        { 'head', 'nobody', 'deputy' | Get-PolicyPerson -ErrorAction Stop } | Should -Throw -ErrorId 'PersonNotFound,*'
    }

    It 'that would befall every piped object is told once' {
        $nowhere = Join-Path $TestDrive 'nowhere'
        $Error.Clear()
        { 'head', 'deputy' | Get-PolicyPerson -Workspace $nowhere } | Should -Throw -ErrorId 'WorkspaceNotFound,*'
        @($Error | Where-Object TargetObject -EQ $nowhere | Select-Object -Unique).Count | Should -Be 1
    }

    It 'has its cause under -Verbose only' {
        $broken = Join-Path $TestDrive 'broken'
        $null = New-Item -ItemType Directory $broken
        Copy-Item (Join-Path $workspace 'policy.json') $broken
        Set-Content (Join-Path $broken 'store.db') ('no store' * 2000)
        $quiet = try { Get-PolicyPerson -Workspace $broken *>&1 } catch { $_ }
        $quiet.FullyQualifiedErrorId | Should -BeLike 'Store*'
        $told = [Collections.Generic.List[object]]::new()
        try { Get-PolicyPerson -Workspace $broken -Verbose 4>&1 | ForEach-Object { $told.Add($_) } } catch { $null = $_ }
        "$told" | Should -Match 'SqliteException'
    }
}

Describe '-Verbose' {
    It 'says who runs the command, where, and how long it took' {
        $told = Get-PolicyPerson head -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        $told[0].Message | Should -BeLike "Get-PolicyPerson as *, workspace $workspace"
        $told[-1].Message | Should -Match '^Get-PolicyPerson took \d+[.,]\d{3} s$'
    }
}

Describe 'A pipeline' {
    It 'takes rows of a file' {
        $file = Join-Path $TestDrive 'grants.csv'
        Set-Content $file 'User,Service,For,AuthorisedBy,Reason', 'i.hartley,Facebook,2h,head,"School''s own page"', 'nobody,YouTube,2h,head,Mistyped', 's.prosser,YouTube,2h,head,Concert films'
        $made = Import-Csv $file | Grant-SocialMediaAccess -ErrorAction SilentlyContinue -ErrorVariable told -WarningAction SilentlyContinue
        $made.User | Should -Be 'Imogen Hartley', 'Siân Prosser'
        $made.Services | Should -Be 'Facebook', 'YouTube'
        $told.FullyQualifiedErrorId | Should -BeLike 'PersonNotFound,*'
        $made | Revoke-SocialMediaAccess -Confirm:$false | Select-Object -ExpandProperty Status | Should -Be 'Revoked', 'Revoked'
    }

    It 'ends exactly the grants that it brings, though each has its user too' {
        $two = Grant-SocialMediaAccess -User deputy -For 2h -WarningAction SilentlyContinue
        $three = Grant-SocialMediaAccess -User deputy -For 3h -WarningAction SilentlyContinue
        $two | Revoke-SocialMediaAccess -Confirm:$false | Select-Object -ExpandProperty Id | Should -Be $two.Id
        (Get-SocialMediaAccess -User deputy).Id | Should -Contain $three.Id
    }

    It 'turns a finding into an incident, and the same finding into no second one' {
        $log = Join-Path $TestDrive 'finding.log'
        $at = [DateTimeOffset]::UtcNow.AddDays(-3).ToUnixTimeSeconds()
        Set-Content $log (0..20 | ForEach-Object { "$($at + 10 * $_).000     12 10.20.1.5 TCP_MISS/200 900 GET http://www.facebook.com/$_ c.dunmore HIER_DIRECT/192.0.2.1 text/html" })
        $null = Import-FirewallLog -Path $log -Format Squid -WarningAction SilentlyContinue
        $incident = Find-SocialMediaUse | New-PolicyIncident -Confirm:$false
        $incident.Type | Should -Be 'UnauthorisedUse'
        Find-SocialMediaUse | New-PolicyIncident -Confirm:$false -WarningAction SilentlyContinue | ForEach-Object Id | Should -Be $incident.Id
    }

    It 'binds <from> to <to> by its <parameter>' -ForEach @(
        @{ from = 'Get-SocialMediaAccess'; to = 'Revoke-SocialMediaAccess'; parameter = 'Id' }
        @{ from = 'Get-SocialMediaAccess'; to = 'Confirm-SocialMediaAccess'; parameter = 'Id' }
        @{ from = 'Confirm-PolicyChange'; to = 'Confirm-PolicyChange'; parameter = 'Id' }
        @{ from = 'Get-PolicyIncident'; to = 'Update-PolicyIncident'; parameter = 'Id' }
        @{ from = 'Get-RelationshipDeclaration'; to = 'Update-RelationshipDeclaration'; parameter = 'Id' }
        @{ from = 'Get-RelationshipDeclaration'; to = 'Close-RelationshipDeclaration'; parameter = 'Id' }
        @{ from = 'Get-FamilyContactAgreement'; to = 'Update-FamilyContactAgreement'; parameter = 'Id' }
        @{ from = 'Get-FamilyContactAgreement'; to = 'Close-FamilyContactAgreement'; parameter = 'Id' }
        @{ from = 'Get-SltRuling'; to = 'Close-SltRuling'; parameter = 'Id' }
        @{ from = 'Get-PolicyLegalHold'; to = 'Clear-PolicyLegalHold'; parameter = 'Id' }
        @{ from = 'Get-FindingSuppression'; to = 'Remove-FindingSuppression'; parameter = 'Id' }
        @{ from = 'Get-PolicyReportSchedule'; to = 'Invoke-PolicyReportSchedule'; parameter = 'Name' }
        @{ from = 'Get-PolicyReportSchedule'; to = 'Unregister-PolicyReportSchedule'; parameter = 'Name' }
        @{ from = 'Get-SocialMediaBlock'; to = 'Publish-SocialMediaBlock'; parameter = 'Target' }
        @{ from = 'Get-SocialMediaBlock'; to = 'Test-SocialMediaBlock'; parameter = 'Target' }
        @{ from = 'Get-SocialMediaService'; to = 'Remove-SocialMediaService'; parameter = 'Name' }
        @{ from = 'New-PolicyComplianceReport'; to = 'Send-PolicyComplianceReport'; parameter = 'Path' }
        @{ from = 'Find-SocialMediaUse'; to = 'New-PolicyIncident'; parameter = 'User', 'Verdict', 'Service', 'Device', 'Occurred', 'Clause' }
        @{ from = 'Find-ProhibitedContentAccess'; to = 'New-PolicyIncident'; parameter = 'User', 'Type', 'Category', 'Device', 'Occurred' }
        @{ from = 'Find-SharedCredentialUse'; to = 'New-PolicyIncident'; parameter = 'User', 'Verdict', 'Occurred' }
        @{ from = 'Find-UnofficialCorrespondence'; to = 'New-PolicyIncident'; parameter = 'User', 'Kind', 'Correspondent', 'MessageId', 'Occurred' }
        @{ from = 'Find-TextMessageMisuse'; to = 'New-PolicyIncident'; parameter = 'User', 'Kind', 'Correspondent', 'Occurred' }
        @{ from = 'Find-SharedCredentialUse'; to = 'Add-FindingSuppression'; parameter = 'User' }
        @{ from = 'Find-UnofficialCorrespondence'; to = 'Add-FindingSuppression'; parameter = 'User' }
        @{ from = 'Find-TextMessageMisuse'; to = 'Add-FindingSuppression'; parameter = 'User' }
        @{ from = 'Get-PolicyPerson'; to = 'Grant-SocialMediaAccess'; parameter = 'User' }
        @{ from = 'Get-PolicyPerson'; to = 'Find-SocialMediaUse'; parameter = 'User' }
    ) {
        $properties = (Get-Command $from).OutputType.Type | ForEach-Object { $_.GetProperties().Name }
        $properties | Should -Not -BeNullOrEmpty
        foreach ($name in $parameter) {
            $target = (Get-Command $to).Parameters[$name]
            $target.Attributes.Where({ $_ -is [Parameter] }).ValueFromPipelineByPropertyName | Should -Contain $true -Because "-$name"
            @($target.Name) + $target.Aliases | Where-Object { $_ -in $properties } | Should -Not -BeNullOrEmpty -Because "-$name"
        }
    }

    It 'works in several runspaces on one workspace' {
        $made = 1..6 | ForEach-Object -ThrottleLimit 3 -Parallel {
            Import-Module $using:modulePath
            Grant-SocialMediaAccess -User deputy -For "$($_)h" -WarningAction SilentlyContinue
        }
        ($made.Id | Sort-Object -Unique).Count | Should -Be 6
        (Test-PolicyAudit).Intact | Should -BeTrue
    }

    It 'works in strict mode' {
        & {
            Set-StrictMode -Version Latest
            (Get-PolicyPerson -Role HeadTeacher | Grant-SocialMediaAccess -For 1h -WarningAction SilentlyContinue).Status | Should -Be 'Active'
        }
    }
}

Describe 'A long command' {
    BeforeAll {
        $script:log = Join-Path $TestDrive 'large.log'
        $at = [DateTimeOffset]::UtcNow.AddDays(-3).ToUnixTimeSeconds()
        $lines = (0..4999 | ForEach-Object { "$($at + [int] ($_ / 20)).000     12 10.20.1.$($_ % 200) TCP_MISS/200 900 GET http://www.facebook.com/$_ - HIER_DIRECT/192.0.2.1 text/html" }) -join "`n"
        $writer = [IO.StreamWriter]::new($log)
        foreach ($round in 1..300) { $writer.WriteLine($lines) }
        $writer.Close()
        $script:long = Join-Path $TestDrive 'long'
        $null = Initialize-PolicyWorkspace -Path $long -Sample
    }

    It 'shows how far it is, stops within a second, and leaves the store whole' {
        $running = [PowerShell]::Create().AddScript('param($modulePath, $log, $long) Import-Module $modulePath; Import-FirewallLog -Path $log -Format Squid -Workspace $long').AddArgument($modulePath).AddArgument($log).AddArgument($long)
        try {
            $handle = $running.BeginInvoke()
            $clock = [Diagnostics.Stopwatch]::StartNew()
            while ($running.Streams.Progress.Count -lt 2 -and -not $handle.IsCompleted -and $clock.Elapsed.TotalSeconds -lt 30) {
                Start-Sleep -Milliseconds 20
            }
            $running.Streams.Progress.Count | Should -BeGreaterOrEqual 2
            $running.Streams.Progress[0].Activity | Should -BeLike '*large.log*'
            $running.InvocationStateInfo.State | Should -Be 'Running'
            $clock.Restart()
            $running.Stop()

            # A second on a quiet machine; where others build beside it, some more.
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 3
            $running.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $running.Dispose()
        }
        (Test-PolicyAudit -Workspace $long).Intact | Should -BeTrue
        $small = Join-Path $TestDrive 'small.log'
        Set-Content $small (0..99 | ForEach-Object { "$([DateTimeOffset]::UtcNow.AddDays(-2).ToUnixTimeSeconds() + $_).000     12 10.20.1.5 TCP_MISS/200 900 GET http://twitter.com/$_ - HIER_DIRECT/192.0.2.1 text/html" })
        (Import-FirewallLog -Path $small -Format Squid -Workspace $long).Lines | Should -Be 100
    }
}
