#Requires -Version 5.1
#Requires -Modules ActiveDirectory
<#
.SYNOPSIS
    Gives a group of Active Directory exactly the members listed here.
.DESCRIPTION
    Whoever is a member and not listed is removed first, then who is missing is added.
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

$wanted = @{}
$problems = @()
foreach ($member in $members) {
    # RFC 4515: what has a meaning in a filter is written by its number.
    $value = $member['Account'].Replace('\', '\5c').Replace('*', '\2a').Replace('(', '\28').Replace(')', '\29')
    $found = @(Get-ADUser -LDAPFilter "(userPrincipalName=$value)")
    if ($found.Count -eq 1) {
        $wanted[$found[0].DistinguishedName] = $member
    }
    else {
        $problems += "$($member['Account']) ($($member['Name'])): the directory has $($found.Count) accounts of that name."
    }
}

$current = @{}
foreach ($dn in (Get-ADGroup -Identity $group -Properties member).member | Where-Object { $_ }) {
    $current[$dn] = $true
}

foreach ($dn in @($current.Keys | Where-Object { -not $wanted.ContainsKey($_) })) {
    if ($PSCmdlet.ShouldProcess($dn, "Remove from group $group")) {
        try {
            Remove-ADGroupMember -Identity $group -Members $dn -Confirm:$false
        }
        catch {
            $problems += "$dn could not be removed: $_"
        }
    }
}

foreach ($dn in @($wanted.Keys | Where-Object { -not $current.ContainsKey($_) })) {
    $member = $wanted[$dn]
    if ($PSCmdlet.ShouldProcess("$($member['Account']) ($($member['Name']), $($member['Grant']))", "Add to group $group")) {
        try {
            Add-ADGroupMember -Identity $group -Members $dn -Confirm:$false
        }
        catch {
            $problems += "$($member['Account']) could not be added: $_"
        }
    }
}

if ($problems) {
    throw "The group is not as listed. $($problems -join ' ')"
}
