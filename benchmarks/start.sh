#!/usr/bin/env bash
# How long it takes to start: 'rosewood help' beside an empty .NET console program, and Import-Module beside an empty binary module, in
# alternating runs; then which assemblies the import loaded. Medians in milliseconds.
# Needs the .NET 10 SDK and PowerShell 7.6 on the PATH or in ROSEWOOD_PWSH.   Usage: benchmarks/start.sh [runs] [folder of the program]
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
runs=${1:-9}
program=${2:-$root/artifacts/bin/Rosewood.PolicyAdmin.Console/release}/rosewood
pwsh=${ROSEWOOD_PWSH:-$(command -v pwsh || true)}
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

mkdir -- "$work/empty" "$work/Empty.Module"
cat > "$work/empty/empty.csproj" << 'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
</Project>
XML
printf 'System.Console.WriteLine("Hello, World!");\n' > "$work/empty/Program.cs"
standard=$(sed -n 's/.*"PowerShellStandard.Library" Version="\([^"]*\)".*/\1/p' "$root/Directory.Packages.props")
cat > "$work/Empty.Module/Empty.Module.csproj" << XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PowerShellStandard.Library" Version="$standard" PrivateAssets="all" ExcludeAssets="runtime" />
  </ItemGroup>
</Project>
XML
cat > "$work/Empty.Module/GetNothing.cs" << 'CS'
using System.Management.Automation;
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothing : Cmdlet;
CS
cat > "$work/Empty.Module/Empty.Module.psd1" << 'PSD'
@{
    RootModule        = 'Empty.Module.dll'
    ModuleVersion     = '1.0.0'
    GUID              = 'f3c1a1b0-61f2-4b32-a1cb-0d9f2a0a7f11'
    CmdletsToExport   = @('Get-Nothing')
    FunctionsToExport = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
PSD
for project in empty Empty.Module; do
  dotnet build "$work/$project" --configuration Release --output "$work/$project/out" --nologo --verbosity quiet >&2
done
cp -- "$work/Empty.Module/Empty.Module.psd1" "$work/Empty.Module/out"

median() {
  sort -n -- "$1" | sed -n "$(((runs + 1) / 2))p"
}

ratio() {
  local own other
  own=$(median "$1")
  other=$(median "$2")
  printf '%s\t%s ms\tbeside %s ms\t%s ×\n' "$3" "$own" "$other" "$(awk "BEGIN { printf \"%.2f\", $own / $other }")"
}

timed() {
  local begun=$EPOCHREALTIME
  "${@:2}" > /dev/null
  awk "BEGIN { printf \"%.1f\\n\", ($EPOCHREALTIME - $begun) * 1000 }" >> "$work/$1"
}

timed warm "$work/empty/out/empty"
timed warm "$program" help
for ((i = 0; i < runs; i++)); do
  timed help "$program" help
  timed hello "$work/empty/out/empty"
done
ratio "$work/help" "$work/hello" 'rosewood help'

if [ -z "$pwsh" ]; then
  printf 'Import-Module was not measured: there is no pwsh. Put PowerShell 7.6 on the PATH, or its path in ROSEWOOD_PWSH.\n' >&2
  exit 1
fi

# The import alone, in a new PowerShell each time.
import() {
  "$pwsh" -NoLogo -NoProfile -NonInteractive -Command "
    \$clock = [Diagnostics.Stopwatch]::StartNew()
    Import-Module '$2'
    \$clock.Elapsed.TotalMilliseconds.ToString('0.0', [cultureinfo]::InvariantCulture)" >> "$work/$1"
}

own=$root/artifacts/module/Rosewood.PolicyAdmin/Rosewood.PolicyAdmin.psd1
import warm "$own"
import warm "$work/Empty.Module/out/Empty.Module.psd1"
for ((i = 0; i < runs; i++)); do
  import module "$own"
  import nothing "$work/Empty.Module/out/Empty.Module.psd1"
done
ratio "$work/module" "$work/nothing" 'Import-Module'
printf 'Loaded by the import: '
"$pwsh" -NoLogo -NoProfile -NonInteractive -Command "
  \$before = [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object FullName
  Import-Module '$own'
  ([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object FullName -NotIn \$before | ForEach-Object { \$_.GetName().Name }) -join ', '"
printf 'Load: %s\n' "$(cut -d ' ' -f 1 /proc/loadavg)"
