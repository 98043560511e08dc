#Requires -Version 7.4
# Runs the Pester tests against the built module and writes 'passed failed skipped' into a file.
[CmdletBinding()]
param(
    # The file for the three counts.
    [Parameter(Mandatory)]
    [string] $Counts
)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
if (-not (Get-Module -ListAvailable -Name Pester | Where-Object Version -GE '5.5.0')) {
    [Console]::Error.WriteLine('The PowerShell tests did not run: there is no Pester 5.5 or later. Install it with: Install-PSResource Pester')
    Set-Content -LiteralPath $Counts -Value '0 0 0'
    exit 0
}

Import-Module Pester -MinimumVersion 5.5.0
$configuration = New-PesterConfiguration
$configuration.Run.Path = Join-Path $root 'tests' 'Pester'
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $configuration

# A file that could not even be read is a failure, though no test of it counts as one.
$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
$skipped = $result.SkippedCount + $result.NotRunCount
Set-Content -LiteralPath $Counts -Value "$($result.PassedCount) $failed $skipped"
exit [int]($failed -gt 0)
