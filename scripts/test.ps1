# Builds, checks the format, runs every test. The last line is 'N passed, N failed'; the exit code is 0 only if
# tests ran, none failed or was skipped, and the format is right. On Debian use test.sh, which also installs what the tests need.
# Runs in Windows PowerShell 5.1 and in PowerShell 7; the Pester tests need PowerShell 7.6.
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$results = [IO.Path]::Combine($root, 'artifacts', 'test-results')
$script:passed = 0
$script:failed = 0
$script:skipped = 0
$script:broken = $false

function Complete-TestRun {
    if ($script:skipped -gt 0) {
        "$script:skipped skipped"
    }

    "$script:passed passed, $script:failed failed"
    exit [int]($script:failed -gt 0 -or $script:skipped -gt 0 -or $script:passed -eq 0 -or $script:broken)
}

function Write-Broken([string] $Message) {
    [Console]::Error.WriteLine($Message)
    $script:broken = $true
}

# A project that can't be loaded is not checked, and 'dotnet format' succeeds all the same: that counts as broken too.
function Test-Format {
    # Windows PowerShell would take the program's warnings for errors, and end.
    $ErrorActionPreference = 'Continue'
    $output = & dotnet format --no-restore --verify-no-changes 2>&1 | ForEach-Object { "$_" }
    $output | Out-Host
    if ($LASTEXITCODE -ne 0) {
        Write-Broken "The format is not as .editorconfig says: run 'dotnet format'."
    }
    elseif ($output -match 'did not load|encountered while loading') {
        Write-Broken "The format was not checked everywhere: 'dotnet format' could not load each project ('--verbosity diagnostic' tells why)."
    }
}

if (-not (Get-Command dotnet -ErrorAction Ignore) -or -not ((& dotnet --list-sdks) -match '^10\.')) {
    Write-Broken 'The .NET 10 SDK is missing: install it from https://dot.net and run this again.'
    Complete-TestRun
}

Push-Location -LiteralPath $root
try {
    if (Test-Path -LiteralPath $results) {
        Remove-Item -LiteralPath $results -Recurse -Force
    }

    $null = New-Item -ItemType Directory -Path $results
    if (Get-Command npm -ErrorAction Ignore) {
        Get-ChildItem -LiteralPath ([IO.Path]::Combine($root, 'tests')) -Filter package.json -Recurse -File |
            Where-Object FullName -NotMatch '[\\/]node_modules[\\/]' |
            ForEach-Object {
                Push-Location -LiteralPath $_.DirectoryName
                & npm ci --no-audit --no-fund --loglevel=error | Out-Host
                Pop-Location
            }
    }

    & dotnet build --configuration Release --nologo --verbosity quiet | Out-Host
    if ($LASTEXITCODE -ne 0) {
        Write-Broken 'The build failed.'
        Complete-TestRun
    }

    Test-Format

    foreach ($tests in Get-ChildItem -Path ([IO.Path]::Combine($root, 'tests', '*.Tests')) -Directory) {
        & dotnet test $tests.FullName --configuration Release --no-build --nologo --logger "trx;LogFileName=$($tests.Name).trx" --results-directory $results | Out-Host
        $file = [IO.Path]::Combine($results, "$($tests.Name).trx")
        if (-not (Test-Path -LiteralPath $file)) {
            Write-Broken "$($tests.Name) ended without a result."
            continue
        }

        $trx = New-Object Xml.XmlDocument
        $trx.Load($file)
        $counters = $trx.TestRun.ResultSummary.Counters
        $script:passed += [int]$counters.passed
        $script:failed += [int]$counters.failed + [int]$counters.error + [int]$counters.timeout + [int]$counters.aborted
        $script:skipped += [int]$counters.total - [int]$counters.executed
    }

    if (Test-Path -LiteralPath ([IO.Path]::Combine($root, 'tests', 'Pester'))) {
        $pwsh = if ($env:ROSEWOOD_PWSH) { $env:ROSEWOOD_PWSH } else { (Get-Command pwsh -ErrorAction Ignore).Source }
        if (-not $pwsh) {
            [Console]::Error.WriteLine('The PowerShell tests did not run: there is no pwsh. Put PowerShell 7.6 on the PATH, or its path in ROSEWOOD_PWSH.')
        }
        else {
            $counts = [IO.Path]::Combine($results, 'pester.txt')
            & $pwsh -NoLogo -NoProfile -NonInteractive -File ([IO.Path]::Combine($PSScriptRoot, 'pester.ps1')) -Counts $counts | Out-Host
            if (Test-Path -LiteralPath $counts) {
                $numbers = (Get-Content -LiteralPath $counts) -split ' '
                $script:passed += [int]$numbers[0]
                $script:failed += [int]$numbers[1]
                $script:skipped += [int]$numbers[2]
            }
            else {
                Write-Broken 'The PowerShell tests ended without a result.'
            }
        }
    }
}
finally {
    Pop-Location
}

Complete-TestRun
