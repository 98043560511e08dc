# Builds the console program and runs the demo: a demo school, a fortnight of proxy logs, the report.
# Needs the .NET 10 SDK and nothing else. Runs in Windows PowerShell 5.1 and in PowerShell 7.
[CmdletBinding()]
param(
    # The demo's folder: new, empty, or from an earlier demo.
    [string] $Path
)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
if (-not $Path) {
    $Path = [IO.Path]::Combine($root, 'artifacts', 'demo')
}

$Path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
if (-not (Get-Command dotnet -ErrorAction Ignore) -or -not ((& dotnet --list-sdks) -match '^10\.')) {
    [Console]::Error.WriteLine('The .NET 10 SDK is missing: install it from https://dot.net and run this again.')
    exit 1
}

Push-Location -LiteralPath $root
try {
    & dotnet build src/Rosewood.PolicyAdmin.Console --configuration Release --nologo --verbosity quiet
    if ($LASTEXITCODE -ne 0) {
        exit $LASTEXITCODE
    }

    $name = if ([Environment]::OSVersion.Platform -eq 'Win32NT') { 'rosewood.exe' } else { 'rosewood' }
    & ([IO.Path]::Combine($root, 'artifacts', 'bin', 'Rosewood.PolicyAdmin.Console', 'release', $name)) demo -Path $Path
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
