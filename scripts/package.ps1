# Makes a release's packages in artifacts/packages: the module (zip, nupkg), the program for Linux and Windows with and without .NET, the
# Debian package, the bill of materials, the checksums. The same files give the same bytes.
# Needs the .NET 10 SDK and nothing else. Runs in Windows PowerShell 5.1 and in PowerShell 7; package.sh --check tries the packages, on Debian.
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
if (-not (Get-Command dotnet -ErrorAction Ignore) -or -not ((& dotnet --list-sdks) -match '^10\.')) {
    [Console]::Error.WriteLine('The .NET 10 SDK is missing: install it from https://dot.net and run this again.')
    exit 1
}

function Invoke-DotNet {
    & dotnet @args --nologo --verbosity quiet | Out-Host
    if ($LASTEXITCODE -ne 0) {
        exit $LASTEXITCODE
    }
}

Push-Location -LiteralPath $root
try {
    $epoch = $env:SOURCE_DATE_EPOCH
    if (-not $epoch -and (Get-Command git -ErrorAction Ignore)) {
        $epoch = & git log -1 --format=%ct
    }

    if (-not $epoch) {
        $epoch = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
    }

    $program = 'src/Rosewood.PolicyAdmin.Console'
    if (Test-Path -LiteralPath artifacts/module) {
        Remove-Item -LiteralPath artifacts/module -Recurse -Force
    }

    Invoke-DotNet build $program --configuration Release
    Invoke-DotNet build packaging/Rosewood.PolicyAdmin.Packaging --configuration Release
    Invoke-DotNet restore $program '-p:Packaging=true'
    if (Test-Path -LiteralPath artifacts/publish) {
        Remove-Item -LiteralPath artifacts/publish -Recurse -Force
    }

    foreach ($runtime in 'linux-x64', 'win-x64') {
        foreach ($contained in 'true', 'false') {
            $folder = "artifacts/publish/$runtime" + $(if ($contained -eq 'false') { '-framework' })
            Invoke-DotNet publish $program --configuration Release --no-restore '-p:Packaging=true' "-p:RuntimeIdentifier=$runtime" "-p:SelfContained=$contained" --output $folder
        }
    }

    & dotnet artifacts/bin/Rosewood.PolicyAdmin.Packaging/release/Rosewood.PolicyAdmin.Packaging.dll $root $epoch
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
