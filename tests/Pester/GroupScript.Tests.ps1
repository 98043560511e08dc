#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The scripts that a Group target writes, parsed by PowerShell and run against modules that only remember.

[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidGlobalVars', '', Justification = 'The modules that stand in for others keep there what they are asked.')]
param()

BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'artifacts' 'module' 'Rosewood.PolicyAdmin') -Force
    $script:workspace = Join-Path $TestDrive 'workspace'
    $null = Initialize-PolicyWorkspace -Path $workspace -Sample
    $env:ROSEWOOD_WORKSPACE = $workspace
    $config = Join-Path $workspace 'policy.json'
    $policy = Get-Content -Raw $config | ConvertFrom-Json -AsHashtable
    $policy['enforcement'] = @{
        targets = @(
            @{ name = 'onsite'; kind = 'Group'; format = 'PowerShell'; groupName = 'Zoë’’s ''exempt'' $(throw) `group'; devices = @('SchoolMobile') }
            @{ name = 'entra'; kind = 'Group'; format = 'PowerShell'; groupId = '11111111-2222-3333-4444-555555555555'; devices = @('SchoolMobile') }
        )
    }
    $policy | ConvertTo-Json -Depth 20 | Set-Content $config
    $null = Publish-SocialMediaBlock -Confirm:$false -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
    $script:onsite = Join-Path $workspace 'feeds' 'onsite.ps1'
    $script:entra = Join-Path $workspace 'feeds' 'entra.ps1'

    # The two modules, as far as the scripts use them; what they are asked is kept in global variables.
    $modules = Join-Path $TestDrive 'modules'
    foreach ($name in 'ActiveDirectory', 'Microsoft.Graph.Authentication') {
        $null = New-Item -ItemType Directory -Force (Join-Path $modules $name)
    }
    Set-Content (Join-Path $modules 'ActiveDirectory' 'ActiveDirectory.psm1') @'
function Get-ADUser([string] $LDAPFilter) {
    if ($LDAPFilter -match '^\(userPrincipalName=(?<upn>[^()*\\]+)\)$' -and $global:unknown -ne $Matches.upn) {
        [pscustomobject]@{ DistinguishedName = "CN=$($Matches.upn),DC=rosewood,DC=example" }
    }
}
function Get-ADGroup([string] $Identity, [string[]] $Properties) {
    $global:asked = $Identity
    [pscustomobject]@{ member = @($global:held) }
}
function Add-ADGroupMember([string] $Identity, [string] $Members, [switch] $Confirm) { $global:held = @($global:held) + $Members }
function Remove-ADGroupMember([string] $Identity, [string] $Members, [switch] $Confirm) {
    if ($Members -eq $global:stuck) { throw 'access denied' }
    $global:held = @($global:held | Where-Object { $_ -ne $Members })
}
'@
    Set-Content (Join-Path $modules 'Microsoft.Graph.Authentication' 'Microsoft.Graph.Authentication.psm1') @'
function Get-MgContext { $global:context }
function Invoke-MgGraphRequest([string] $Method, [string] $Uri, $Body) {
    $group = 'v1.0/groups/11111111-2222-3333-4444-555555555555/members'
    switch -Regex ("$Method $([uri]::UnescapeDataString($Uri))") {
        '^GET v1\.0/users\?\$select=id&\$filter=userPrincipalName eq ''(?<upn>.+)''$' { return @{ value = @(if ($global:unknown -ne $Matches.upn) { @{ id = "id of $($Matches.upn)" } }) } }
        '^GET next$' { return @{ value = @(@($global:held) | Select-Object -Skip 1 | ForEach-Object { @{ id = $_; displayName = 'somebody' } }) } }
        "^GET $group\?" { return @{ value = @(@($global:held) | Select-Object -First 1 | ForEach-Object { @{ id = $_; displayName = 'somebody' } }); '@odata.nextLink' = 'next' } }
        "^DELETE $group/(?<id>[^/]+)/\`$ref$" { $global:held = @($global:held | Where-Object { $_ -ne $Matches.id }); return }
        "^POST $group/\`$ref$" { $global:held = @($global:held) + ($Body['@odata.id'] -replace '^https://graph\.microsoft\.com/v1\.0/directoryObjects/'); return }
        default { throw "no such request: $Method $Uri" }
    }
}
'@
    $script:modulePath = $env:PSModulePath
    $env:PSModulePath = $modules + [IO.Path]::PathSeparator + $env:PSModulePath
    $script:upns = (Get-PolicyPerson | Where-Object { $_.Roles -contains 'HeadTeacher' -or $_.Roles -contains 'DeputyHead' }).UserPrincipalName
}

AfterAll {
    $env:PSModulePath = $modulePath
    Remove-Module ActiveDirectory, Microsoft.Graph.Authentication, Rosewood.PolicyAdmin -ErrorAction Ignore
    Remove-Variable -Scope Global -Name held, asked, unknown, stuck, context -ErrorAction Ignore
}

Describe 'The script of a group' {
    BeforeEach {
        $global:held = @()
        $global:unknown = $null
        $global:stuck = $null
        $global:context = 'signed in'
    }

    It 'is PowerShell without an error' {
        foreach ($path in $onsite, $entra) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseFile($path, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty
        }
    }

    It 'makes the members of an Active Directory group exactly those listed' {
        $upns.Count | Should -BeGreaterThan 0
        $global:held = 'CN=stranger,DC=rosewood,DC=example', "CN=$($upns[0]),DC=rosewood,DC=example"
        & $onsite
        $held | Sort-Object | Should -Be ($upns | ForEach-Object { "CN=$_,DC=rosewood,DC=example" } | Sort-Object)
        $asked | Should -BeExactly 'Zoë’’s ''exempt'' $(throw) `group'
        & $onsite
        $held.Count | Should -Be @($upns).Count
    }

    It 'makes the members of an Entra group exactly those listed, over several pages' {
        $global:held = 'stranger', "id of $($upns[0])", 'another'
        & $entra
        $held | Sort-Object | Should -Be ($upns | ForEach-Object { "id of $_" } | Sort-Object)
    }

    It 'changes nothing under -WhatIf' {
        $global:held = @('CN=stranger,DC=rosewood,DC=example')
        & $onsite -WhatIf
        & $entra -WhatIf
        $held | Should -Be 'CN=stranger,DC=rosewood,DC=example'
    }

    It 'does what it can and fails when an account is missing or a member can''t be removed' {
        $global:held = 'CN=a,DC=rosewood,DC=example', 'CN=b,DC=rosewood,DC=example'
        $global:stuck = 'CN=a,DC=rosewood,DC=example'
        $global:unknown = $upns[0]
        { & $onsite } | Should -Throw "*$($upns[0])*0 accounts*could not be removed: access denied*"
        $held | Should -Contain $stuck
        $held | Should -Not -Contain 'CN=b,DC=rosewood,DC=example'
        $held.Count | Should -Be @($upns).Count
        $global:held = @()
        { & $entra } | Should -Throw "*$($upns[0])*"
    }

    It 'asks for the sign-in that it needs' {
        $global:context = $null
        { & $entra } | Should -Throw '*Connect-MgGraph*'
    }
}
