# Runs the test tenant until its input ends; its first line of output is the tenant's address. In a PowerShell of its own, for it needs ASP.NET Core.
param(
    # The tenant's assembly.
    [Parameter(Mandatory)]
    [string] $Assembly
)

$ErrorActionPreference = 'Stop'
# The newest of this .NET's, as 'dotnet --list-runtimes' names it: Microsoft.AspNetCore.App 10.0.1 [/usr/share/dotnet/shared/Microsoft.AspNetCore.App].
$runtime = dotnet --list-runtimes | Select-String "^Microsoft\.AspNetCore\.App (?<version>$([Environment]::Version.Major)\.\S+) \[(?<folder>.+)\]$" | Select-Object -Last 1
$folder = Join-Path $runtime.Matches[0].Groups['folder'].Value $runtime.Matches[0].Groups['version'].Value
Add-Type -TypeDefinition @'
using System.IO;
using System.Runtime.Loader;

public static class Framework
{
    public static void AddFolder(string folder) => AssemblyLoadContext.Default.Resolving += (context, name) =>
        File.Exists(Path.Combine(folder, name.Name + ".dll")) ? context.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll")) : null;
}
'@
[Framework]::AddFolder($folder)
$null = [Reflection.Assembly]::LoadFrom($Assembly)
$options = [Rosewood.Tenancy.TestTenantOptions]::new()
$tenant = [Rosewood.Tenancy.TestTenant]::StartAsync($options).GetAwaiter().GetResult()
$null = $tenant.Directory.AddUsers(5)
[Console]::Out.WriteLine($tenant.BaseUrl)
$null = [Console]::In.ReadLine()
