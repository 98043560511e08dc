#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The module as a person in PowerShell meets it. Start it with scripts/test.ps1, or with Invoke-Pester after dotnet build -c Release.

BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    $script:modulePath = Join-Path $root 'artifacts' 'module' 'Rosewood.PolicyAdmin'
    $env:ROSEWOOD_WORKSPACE = Join-Path ([IO.Path]::GetTempPath()) "rosewood-pester-none-$PID"
    Import-Module $modulePath -Force
}

AfterAll {
    Remove-Module Rosewood.PolicyAdmin -ErrorAction Ignore
}

Describe 'The module' {
    It 'has a manifest that PowerShell accepts' {
        $manifest = Test-ModuleManifest (Join-Path $modulePath 'Rosewood.PolicyAdmin.psd1') -ErrorAction Stop
        $manifest.CompatiblePSEditions | Should -Be 'Core'
        $manifest.PowerShellVersion | Should -Be '7.6'
        $manifest.Guid | Should -Not -Be ([guid]::Empty)
    }

    It 'exports exactly what its manifest lists' {
        $listed = (Import-PowerShellDataFile (Join-Path $modulePath 'Rosewood.PolicyAdmin.psd1')).CmdletsToExport
        $exported = (Get-Command -Module Rosewood.PolicyAdmin).Name
        $listed.Count | Should -BeGreaterThan 0
        $exported | Sort-Object | Should -Be ($listed | Sort-Object)
        (Get-Command -Module Rosewood.PolicyAdmin).CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        (Get-Command -Module Rosewood.PolicyAdmin).Verb | Where-Object { $_ -cnotin $approved } | Should -BeNullOrEmpty
    }

    It 'gives every changing command -WhatIf and -Confirm, and no reading one' {
        foreach ($command in Get-Command -Module Rosewood.PolicyAdmin) {
            $reads = $command.Verb -in 'Get', 'Find', 'Test', 'Measure', 'ConvertFrom'
            $command.Parameters.ContainsKey('WhatIf') | Should -Be (-not $reads) -Because $command.Name
        }
    }

    It 'loads its packages in its own load context, and the database and the Graph SDK only when they are needed' {
        # Installed as a .NET tool, PowerShell is a process of dotnet's: then the path that started it says what to start.
        $shell = $env:ROSEWOOD_PWSH ? $env:ROSEWOOD_PWSH : (Get-Process -Id $PID).Path
        $answer = & $shell -NoProfile -NonInteractive -Command {
            param($path)
            Import-Module $path
            $before = [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name | Where-Object { $_ -match 'Sqlite|^Microsoft\.(Graph|Kiota|Identity)|^Azure\.' }
            $null = Get-SocialMediaService Facebook
            $engine = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Rosewood.PolicyAdmin' }
            "$(@($before).Count) $([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($engine).Name)"
        } -args $modulePath
        $answer | Should -Be '0 Rosewood.PolicyAdmin'
    }

    It 'still has its commands when it is imported again with -Force' {
        Import-Module $modulePath -Force
        (Get-Command -Module Rosewood.PolicyAdmin).Count | Should -BeGreaterThan 50
    }

    It 'can be removed and imported again' {
        Remove-Module Rosewood.PolicyAdmin
        Get-Command Get-SocialMediaService -ErrorAction Ignore | Should -BeNullOrEmpty
        Import-Module $modulePath
        (Get-SocialMediaService -Name Facebook).Name | Should -Be 'Facebook'
    }
}

Describe 'A cmdlet' {
    It 'gives objects with properties that keep their types' {
        $service = Get-SocialMediaService -Name Facebook
        $service.Name | Should -BeOfType [string]
        $service.NamedInPolicy | Should -BeOfType [bool]
        $service.Kind.GetType().IsEnum | Should -BeTrue
    }

    It 'takes objects from the pipeline by property name' {
        ([pscustomobject]@{ Name = 'Facebook' }, [pscustomobject]@{ Name = 'YouTube' } | Get-SocialMediaService).Name | Should -Be 'Facebook', 'YouTube'
    }

    It 'stops when the pipeline has enough' {
        (Get-SocialMediaService | Select-Object -First 1).Name | Should -Not -BeNullOrEmpty
        (Get-SocialMediaService).Count | Should -BeGreaterThan 50
    }

    It 'turns a fault into an error with the fault''s id, category and target' {
        $failed = $null
        try { Get-PolicyPerson -Workspace (Join-Path $TestDrive 'nowhere') } catch { $failed = $_ }
        $failed.FullyQualifiedErrorId | Should -BeLike 'WorkspaceNotFound,*'
        $failed.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed.TargetObject | Should -Be (Join-Path $TestDrive 'nowhere')
        $failed.Exception.Message | Should -Match 'Initialize-PolicyWorkspace'
    }

    It 'takes a workspace relative to where PowerShell is, not to the process' {
        Push-Location $TestDrive
        try {
            $failed = { Get-PolicyPerson -Workspace 'here' } | Should -Throw -PassThru
            $failed.TargetObject | Should -Be (Join-Path (Get-Location).ProviderPath 'here')
        }
        finally {
            Pop-Location
        }
    }

    It 'reads times from text and from dates, and refuses what could mean two things' {
        { Get-PolicyPerson -At '18/12/2026' } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*'
        { Get-PolicyPerson -At (Get-Date) } | Should -Throw -ErrorId 'WorkspaceNotFound,*'
        { Get-PolicyPerson -At '2026-12-18T15:30' } | Should -Throw -ErrorId 'WorkspaceNotFound,*'
    }

    It 'lists the valid names for a wrong one' {
        { Get-SocialMediaService -Kind Nonsense } | Should -Throw '*WebMail*'
    }
}

Describe 'The access register in PowerShell' {
    BeforeAll {
        $script:workspace = Join-Path $TestDrive 'workspace'
        $null = Initialize-PolicyWorkspace -Path $workspace -Sample
        $env:ROSEWOOD_WORKSPACE = $workspace
    }

    It 'changes nothing under -WhatIf' {
        $before = @(Get-SocialMediaAccess).Count
        Grant-SocialMediaAccess -User deputy -WhatIf -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        @(Get-SocialMediaAccess).Count | Should -Be $before
    }

    It 'grants, with durations from text and from a TimeSpan, and warns' {
        $grant = Grant-SocialMediaAccess -User deputy -For 2h -WarningVariable warned -WarningAction SilentlyContinue
        $warned | Should -Not -BeNullOrEmpty
        ($grant.Until - $grant.From).TotalHours | Should -Be 2
        $grant.Devices | Should -Be 'SchoolMobile'
        (Grant-SocialMediaAccess -User deputy -For ([timespan]::FromHours(3)) -WarningAction SilentlyContinue).Status | Should -Be 'Active'
    }

    It 'takes 5d without quotes, though PowerShell reads a number in it' {
        $grant = Grant-SocialMediaAccess -User deputy -For 5d -WarningAction SilentlyContinue
        ($grant.Until - $grant.From).TotalDays | Should -Be 5
    }

    It 'refuses a bare number as a duration' {
        { Grant-SocialMediaAccess -User deputy -For 90 } | Should -Throw '*90m*'
    }

    It 'takes people from the pipeline, and gives grants to the next command' {
        $granted = Get-PolicyPerson -Role DeputyHead | Grant-SocialMediaAccess -WarningAction SilentlyContinue
        $granted.User | Should -Be (Get-PolicyPerson -Role DeputyHead).DisplayName
        $ended = $granted | Revoke-SocialMediaAccess -Confirm:$false
        $ended.Status | Select-Object -Unique | Should -Be 'Revoked'
    }

    It 'names the fault of a technician who authorises himself' {
        $failed = { Grant-SocialMediaAccess -User it.tech -AuthorisedBy it.tech -Reason 'test' } | Should -Throw -PassThru
        $failed.FullyQualifiedErrorId | Should -BeLike 'Grant*,Rosewood.PolicyAdmin.Cmdlets.Commands.GrantSocialMediaAccessCommand'
        $failed.CategoryInfo.Category | Should -BeIn 'PermissionDenied', 'InvalidArgument'
    }

    It 'expands wildcards and drives of PowerShell in paths' {
        $logs = Join-Path $TestDrive 'logs'
        $null = New-Item -ItemType Directory $logs
        'one', 'two' | ForEach-Object { Set-Content (Join-Path $logs "$_.log") "1794823200.000     12 10.20.1.5 TCP_MISS/200 900 GET http://example.com/ - HIER_DIRECT/192.0.2.1 text/html" }
        Push-Location $logs
        try {
            (Import-FirewallLog -Path '*.log' -Format Squid -WarningAction SilentlyContinue).Count | Should -Be 2
        }
        finally {
            Pop-Location
        }
    }
}
