#Requires -Version 7.6
# What module.sh runs in PowerShell: the module from the zip, then from the nupkg.
param(
    # The folder of the packages.
    [Parameter(Mandatory)] [string] $Packages,
    # Where the zip was unpacked.
    [Parameter(Mandatory)] [string] $Modules,
    # The repository's samples.
    [Parameter(Mandatory)] [string] $Samples,
    # An empty place to work in.
    [Parameter(Mandatory)] [string] $Folder,
    # The program of PowerShell, to begin another.
    [Parameter(Mandatory)] [string] $Shell
)

$ErrorActionPreference = 'Stop'

function Assert([bool] $Condition, [string] $What) {
    if (-not $Condition) {
        throw "FAILED: $What"
    }

    "   $What"
}

$null = New-Item -ItemType Directory -Path $Folder
$manifest = (Get-ChildItem -LiteralPath $Modules -Recurse -Filter Rosewood.PolicyAdmin.psd1).FullName
$own = Split-Path -Parent $manifest
$info = Test-ModuleManifest -Path $manifest -WarningVariable warnings
Assert (-not $warnings) 'Test-ModuleManifest says nothing against it'
$files = Get-ChildItem -LiteralPath $own -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($own, $_.FullName).Replace('\', '/') }
$listed = (Import-PowerShellDataFile -LiteralPath $manifest).FileList
Assert (-not (Compare-Object $files $listed)) "its FileList is what is there: $($listed.Count) files"
Assert ($info.PrivateData.PSData.Tags -and $info.LicenseUri -and $info.ReleaseNotes) 'it has tags, a licence and release notes'

Import-Module Rosewood.PolicyAdmin
$loaded = [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }
Assert (-not ($loaded -match '^Microsoft\.Graph|Sqlite|^Azure|^Microsoft\.Identity')) 'neither Graph nor SQLite is loaded by the import'
Assert ((Get-Command -Module Rosewood.PolicyAdmin).Count -eq $info.ExportedCmdlets.Count) "$($info.ExportedCmdlets.Count) cmdlets"

function Step([scriptblock] $Command) {
    "`nPS> $Command"
    & $Command | Out-String -Width 160
}

$env:ROSEWOOD_WORKSPACE = Join-Path $Folder 'school'
Step { Initialize-PolicyWorkspace -SchoolName 'Rosewood Free School' }
Step { Import-PolicyPerson -Path "$Samples/demo-school/staff.csv" }
Step { Import-PolicyDevice -Path "$Samples/demo-school/devices.csv" }
Step { Grant-SocialMediaAccess -User deputy -AuthorisedBy head -Reason 'School fair' }
Step { Get-SocialMediaAccess -Active }
Step { Import-FirewallLog -Path "$Samples/logs/SquidCombined.log" }
Step { Find-SocialMediaUse -All | Select-Object -First 5 }
Assert ((Get-Help Grant-SocialMediaAccess).examples.example.Count -ge 2) 'Get-Help has its examples'
Assert ($null -ne (Get-FormatData -TypeName Rosewood.PolicyAdmin.Traffic.Visit)) 'and visits have a view'
Step { New-PolicyComplianceReport -From 2026-09-01 -To 2026-11-30 -Format Html, Json }
Assert (@(Get-ChildItem -LiteralPath $env:ROSEWOOD_WORKSPACE -Recurse -Filter *.html).Count -gt 0) 'there is a report'

"`n== Install-PSResource from a folder of packages"
Register-PSResourceRepository -Name Folder -Uri $Packages -Trusted
$found = Find-PSResource -Name Rosewood.PolicyAdmin -Repository Folder
Assert ($found.Version -eq $info.Version) "Find-PSResource finds $($found.Name) $($found.Version)"
Install-PSResource -Name Rosewood.PolicyAdmin -Repository Folder -Scope CurrentUser
$installed = Get-InstalledPSResource -Name Rosewood.PolicyAdmin
Assert ($installed.Version -eq $info.Version) "Install-PSResource put it into $($installed.InstalledLocation.Replace($HOME, '~'))"
$there = Get-ChildItem -LiteralPath (Join-Path $installed.InstalledLocation 'Rosewood.PolicyAdmin' "$($info.Version)") -Recurse -Filter Rosewood.PolicyAdmin.psd1
$other = & $Shell -NoProfile -NonInteractive -Command "(Import-Module '$($there.FullName)' -PassThru).ExportedCmdlets.Count"
Assert ([int]$other -eq $info.ExportedCmdlets.Count) 'and it imports from there'
Uninstall-PSResource -Name Rosewood.PolicyAdmin -Scope CurrentUser
Assert (-not (Get-InstalledPSResource -Name Rosewood.PolicyAdmin -ErrorAction Ignore)) 'Uninstall-PSResource removes it'
"`nThe module holds."
