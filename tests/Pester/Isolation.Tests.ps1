#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }
# The module beside others that bring the same packages in other versions, before it and after it; each case in a PowerShell of its own.

BeforeAll {
    $script:root = Split-Path (Split-Path $PSScriptRoot)
    $script:modulePath = Join-Path $root 'artifacts' 'module' 'Rosewood.PolicyAdmin'
    $script:shell = $env:ROSEWOOD_PWSH ? $env:ROSEWOOD_PWSH : (Get-Process -Id $PID).Path

    # A module of another vendor: a cmdlet, and packages of names that we use too, in versions of long ago.
    $script:other = Join-Path $TestDrive 'Other'
    $null = New-Item -ItemType Directory $other
    foreach ($name in 'Azure.Identity', 'Azure.Core', 'Microsoft.Graph.Core', 'Microsoft.Data.Sqlite', 'CsvHelper', 'Microsoft.Identity.Client') {
        $type = $name.Replace('.', '')
        Add-Type -OutputType Library -OutputAssembly (Join-Path $other "$name.dll") -TypeDefinition @"
[assembly: System.Reflection.AssemblyVersion("0.1.0.0")]
public static class Old$type { public static string Version => typeof(Old$type).Assembly.GetName().Version.ToString(); }
"@
    }
    Set-Content (Join-Path $other 'Other.psm1') @'
foreach ($file in Get-ChildItem $PSScriptRoot -Filter *.dll) { $null = [Reflection.Assembly]::LoadFrom($file.FullName) }
function Get-OtherVersion { [OldAzureIdentity]::Version, [OldAzureCore]::Version, [OldMicrosoftGraphCore]::Version, [OldMicrosoftDataSqlite]::Version }
'@

    $script:workspace = Join-Path $TestDrive 'workspace'
    $start = [Diagnostics.ProcessStartInfo]::new($shell)
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot 'Support' 'TestTenant.ps1'), (Join-Path $root 'artifacts' 'bin' 'Rosewood.PolicyAdmin.TestTenant' 'release' 'Rosewood.PolicyAdmin.TestTenant.dll') |
        ForEach-Object { $start.ArgumentList.Add($_) }
    $script:tenant = [Diagnostics.Process]::Start($start)
    $address = $tenant.StandardOutput.ReadLine()
    $address | Should -Match '^http://127\.0\.0\.1:\d+$'

    & $shell -NoProfile -NonInteractive -Command {
        param($modulePath, $workspace)
        Import-Module $modulePath
        $null = Initialize-PolicyWorkspace -Path $workspace -Sample
    } -args $modulePath, $workspace
    $config = Join-Path $workspace 'policy.json'
    $policy = Get-Content -Raw $config | ConvertFrom-Json -AsHashtable
    $policy['tenant'] = @{
        tenantId = '11111111-2222-3333-4444-555555555555'
        clientId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'
        authentication = 'ManagedIdentity'
        authority = 'https://login.rosewood.invalid'
        graphBaseUrl = "$address/v1.0"
    }
    $policy | ConvertTo-Json -Depth 20 | Set-Content $config
    $env:AZURE_POD_IDENTITY_AUTHORITY_HOST = $address
    $env:ROSEWOOD_WORKSPACE = $workspace

    # Signs in with Azure.Identity, asks Graph, writes to the store; then says what it found and what the other module has.
    $script:work = {
        param($modulePath, $other, $first)
        $ErrorActionPreference = 'Stop'
        if ($first -eq 'other') {
            Import-Module $other
            $before = Get-OtherVersion
        }
        Import-Module $modulePath
        $connection = Connect-PolicyTenant -WarningAction SilentlyContinue
        $people = @(Get-PolicyPerson).Count
        if ($first -ne 'other') {
            Import-Module $other
            $before = Get-OtherVersion
        }
        $ours = [AppDomain]::CurrentDomain.GetAssemblies() |
            Where-Object { $_.GetName().Name -in 'Azure.Identity', 'Azure.Core', 'Microsoft.Graph.Core', 'Microsoft.Data.Sqlite' -and $_.GetName().Version -ne [version]'0.1.0.0' } |
            ForEach-Object { [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name } |
            Select-Object -Unique
        "$($connection.TenantId)|$($people -gt 10)|$($before -join ' ')|$((Get-OtherVersion) -join ' ')|$ours"
    }
}

AfterAll {
    $tenant.StandardInput.Close()
    if (-not $tenant.WaitForExit(10000)) {
        $tenant.Kill()
    }
    $tenant.Dispose()
    Remove-Item Env:AZURE_POD_IDENTITY_AUTHORITY_HOST -ErrorAction Ignore
}

Describe 'Beside a module with old packages' {
    It 'signs in, asks Graph and opens the store where the other came <first>' -ForEach @(
        @{ first = 'other' }
        @{ first = 'ours' }
    ) {
        $old = '0.1.0.0 0.1.0.0 0.1.0.0 0.1.0.0'
        & $shell -NoProfile -NonInteractive -Command $work -args $modulePath, (Join-Path $other 'Other.psm1'), $first |
            Should -Be "11111111-2222-3333-4444-555555555555|True|$old|$old|Rosewood.PolicyAdmin"
    }

    It 'finds SQLite''s native library in the module''s own folder' {
        $paths = & $shell -NoProfile -NonInteractive -Command {
            param($modulePath)
            Import-Module $modulePath
            $null = Get-PolicyPerson -Role HeadTeacher
            (Get-Process -Id $PID).Modules.FileName | Where-Object { $_ -match 'e_sqlite3' }
        } -args $modulePath
        $paths | Should -HaveCount 1
        $paths | Should -BeLike (Join-Path $modulePath 'lib' 'runtimes' '*' 'native' '*e_sqlite3*')
    }
}
