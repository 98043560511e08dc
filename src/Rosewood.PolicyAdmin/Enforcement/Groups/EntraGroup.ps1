#Requires -Version 5.1
#Requires -Modules Microsoft.Graph.Authentication
<#
.SYNOPSIS
    Gives a group of Entra ID exactly the members listed here.
.DESCRIPTION
    Whoever is a member and not listed is removed first, then who is missing is added. Sign in before, with
    Connect-MgGraph -Scopes GroupMember.ReadWrite.All, User.ReadBasic.All
    Written by Publish-SocialMediaBlock; changes by hand are lost.
.EXAMPLE
    ./this-script.ps1 -WhatIf
    Shows what would change.
#>
[CmdletBinding(SupportsShouldProcess)]
param()

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$group = '{group}'
$members = @(
    '{members}'
)

if (-not (Get-MgContext)) {
    throw 'Sign in first: Connect-MgGraph -Scopes GroupMember.ReadWrite.All, User.ReadBasic.All'
}

# Everything that a request gives, page after page.
function Read-Graph([string] $Uri) {
    while ($Uri) {
        $page = Invoke-MgGraphRequest -Method GET -Uri $Uri
        $page['value']
        $Uri = $page['@odata.nextLink']
    }
}

$wanted = @{}
$problems = @()
foreach ($member in $members) {
    $filter = "userPrincipalName eq '" + $member['Account'].Replace("'", "''") + "'"
    $found = @(Read-Graph ('v1.0/users?$select=id&$filter=' + [uri]::EscapeDataString($filter)))
    if ($found.Count -eq 1) {
        $wanted[$found[0]['id']] = $member
    }
    else {
        $problems += "$($member['Account']) ($($member['Name'])): the directory has $($found.Count) accounts of that name."
    }
}

$current = @{}
foreach ($old in @(Read-Graph "v1.0/groups/$group/members?`$select=id,displayName&`$top=999")) {
    $current[$old['id']] = $old['displayName']
}

# Ref alone is deleted, the membership, and never the account.
foreach ($id in @($current.Keys | Where-Object { -not $wanted.ContainsKey($_) })) {
    if ($PSCmdlet.ShouldProcess("$($current[$id]) ($id)", "Remove from group $group")) {
        try {
            $null = Invoke-MgGraphRequest -Method DELETE -Uri ('v1.0/groups/' + $group + '/members/' + $id + '/$ref')
        }
        catch {
            $problems += "$($current[$id]) ($id) could not be removed: $_"
        }
    }
}

foreach ($id in @($wanted.Keys | Where-Object { -not $current.ContainsKey($_) })) {
    $member = $wanted[$id]
    if ($PSCmdlet.ShouldProcess("$($member['Account']) ($($member['Name']), $($member['Grant']))", "Add to group $group")) {
        $body = @{ '@odata.id' = "https://graph.microsoft.com/v1.0/directoryObjects/$id" }
        try {
            $null = Invoke-MgGraphRequest -Method POST -Uri ('v1.0/groups/' + $group + '/members/$ref') -Body $body
        }
        catch {
            $problems += "$($member['Account']) could not be added: $_"
        }
    }
}

if ($problems) {
    throw "The group is not as listed. $($problems -join ' ')"
}
