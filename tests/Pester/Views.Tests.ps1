#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# What commands give back, as PowerShell shows it.

BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'artifacts' 'module' 'Rosewood.PolicyAdmin') -Force
    $script:workspace = Join-Path $TestDrive 'workspace'
    $null = Initialize-PolicyWorkspace -Path $workspace -Sample
    $env:ROSEWOOD_WORKSPACE = $workspace
    $script:rendering = $PSStyle.OutputRendering
    $script:culture = [cultureinfo]::CurrentCulture

    function Show([object[]] $Value, [int] $Width = 160) { ($Value | Out-String -Width $Width).TrimEnd() -split '\r?\n' | Where-Object { $_ } }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    [cultureinfo]::CurrentCulture = $culture
    Remove-Module Rosewood.PolicyAdmin -ErrorAction Ignore
}

Describe 'A view' {
    BeforeEach {
        $PSStyle.OutputRendering = 'PlainText'
        [cultureinfo]::CurrentCulture = $culture
    }

    It 'stands in the module''s own file for every type that a command gives back' {
        [xml] $views = Get-Content -Raw (Join-Path (Get-Module Rosewood.PolicyAdmin).ModuleBase 'Rosewood.PolicyAdmin.Format.ps1xml')
        $types = $views.SelectNodes('//TypeName').InnerText | Sort-Object -Unique
        $types.Count | Should -BeGreaterThan 50
        (Get-Command -Module Rosewood.PolicyAdmin).OutputType.Type.FullName | Where-Object { $_ -notin $types } | Sort-Object -Unique | Should -BeNullOrEmpty
    }

    It 'is a table of what matters most, lists in words' {
        $shown = Show (Get-SocialMediaAccess | Select-Object -First 1)
        $shown[0] | Should -Match '^Id +User +Services +Status +From +Until +Devices +Confirmation$'
        $shown[2] | Should -Match '^G-0001 Imogen Hartley Facebook, X Active '
    }

    It 'has nothing of the escape codes of colours in plain text' {
        (Show (Get-SocialMediaAccess -IncludeEnded)) -join '' | Should -Not -Match '\e'
    }

    It 'colours what needs a person''s eyes as errors and warnings are' {
        $PSStyle.OutputRendering = 'Ansi'
        $own = $PSStyle.Formatting.Error, $PSStyle.Formatting.Warning
        try {
            $PSStyle.Formatting.Error = "`e[35m"
            $PSStyle.Formatting.Warning = "`e[36m"
            $text = (Show (Get-SocialMediaAccess -IncludeEnded)) -join "`n"
            foreach ($word in "`e[35mRevoked", "`e[36mUnconfirmed", "$($PSStyle.Foreground.Green)Active") {
                $text.Contains($word, [StringComparison]::Ordinal) | Should -BeTrue -Because $word
            }
        }
        finally {
            $PSStyle.Formatting.Error, $PSStyle.Formatting.Warning = $own
        }
    }

    It 'writes times as <name> does' -ForEach @(
        @{ name = 'en-GB'; expected = '02/11/2026 09:10' }
        @{ name = 'de-DE'; expected = '02.11.2026 09:10' }
    ) {
        # A PowerShell without culture data has one culture only, whatever it is asked for.
        [cultureinfo]::CurrentCulture = [cultureinfo]::GetCultureInfo($name)
        $expected = ([datetime] '2026-11-02T09:10').ToString('g')
        (Show (Get-SocialMediaAccess | Select-Object -First 1))[2] | Should -BeLike "*$expected*"
    }

    It 'leaves out the last columns where there is no room' {
        $shown = Show (Get-SocialMediaAccess | Select-Object -First 1) -Width 60
        $shown[0] | Should -Match '^Id +User +Services'
        $shown | ForEach-Object { $_.Length | Should -BeLessOrEqual 60 }
    }

    It 'runs in strict mode' {
        & {
            Set-StrictMode -Version Latest
            (Show (Get-PolicyControl))[0] | Should -Match '^Clause +Status +Rule +Evidence +EvidenceAt$'
            Show (Test-PolicyWorkspace) | Should -Not -BeNullOrEmpty
        }
    }

    It 'is a list for what is one answer, without days of sign-ins that only the console draws' {
        Show (Test-PolicyAudit) | Select-Object -First 1 | Should -Match '^Intact +: True$'
        [xml] $views = Get-Content -Raw (Join-Path (Get-Module Rosewood.PolicyAdmin).ModuleBase 'Rosewood.PolicyAdmin.Format.ps1xml')
        $shared = $views.SelectNodes('//View[Name="SharedCredentialUse"]')
        $shared[0].ListControl | Should -Not -BeNullOrEmpty
        $shared[0].SelectNodes('.//Label').InnerText | Should -Not -Contain 'Timeline'
    }

    It 'lets nothing in a log steer the terminal, in a table or a list' {
        $PSStyle.OutputRendering = 'Ansi'
        $log = Join-Path $TestDrive 'hostile.log'
        Set-Content $log "$([DateTimeOffset]::UtcNow.AddDays(-1).ToUnixTimeSeconds()).000     12 10.20.1.5 TCP_MISS/200 900 GET http://www.facebook.com/x ev`e]0;own`ail HIER_DIRECT/192.0.2.1 text/html"
        $null = Import-FirewallLog -Path $log -Format Squid -WarningAction SilentlyContinue
        $visit = Find-SocialMediaUse
        $visit.User | Should -BeLike "ev`e*"
        foreach ($text in ($visit | Out-String), ($visit | Format-List | Out-String)) {
            $text | Should -Match 'ev␛\]0;own␇il'
            $text | Should -Not -Match '\e\]|\a'
        }
    }

    It 'has scripts that PowerShell can read' {
        [xml] $views = Get-Content -Raw (Join-Path (Get-Module Rosewood.PolicyAdmin).ModuleBase 'Rosewood.PolicyAdmin.Format.ps1xml')
        foreach ($script in $views.SelectNodes('//ScriptBlock').InnerText) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($script, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty -Because $script
        }
    }
}
