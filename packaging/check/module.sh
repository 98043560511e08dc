#!/usr/bin/env bash
# Unpacks the module's zip into a clean folder and spends the first ten minutes with it in PowerShell, then installs the nupkg with
# Install-PSResource; and does the same ten minutes with the program of the archive, where no .NET is on the PATH.
# Needs PowerShell 7.6 on the PATH or in ROSEWOOD_PWSH, and unzip.   Usage: packaging/check/module.sh <folder of the packages>
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd -- "$here/../.." && pwd -P)
packages=$(cd -- "$1" && pwd -P)
pwsh=${ROSEWOOD_PWSH:-$(command -v pwsh || true)}
home=$(mktemp -d)
trap 'rm -rf -- "$home"' EXIT

(cd -- "$packages" && sha256sum --check --quiet SHA256SUMS)
printf 'The checksums are right.\n'

printf '\n== The first ten minutes in the console, with the program of the archive\n'
mkdir -- "$home/console" "$home/modules" "$home/data" "$home/config" "$home/cache"
tar -xzf "$packages"/rosewood-*-linux-x64.tar.gz -C "$home/console"
mv -- "$home"/console/rosewood-*/ "$home/console/rosewood"
(
  cd -- "$home/console"
  export ROSEWOOD_WORKSPACE=$home/console/school PATH=$home/console/rosewood:/usr/bin:/bin DOTNET_ROOT=$home/none
  run() {
    printf '\n$ rosewood %s\n' "$*"
    rosewood "$@"
  }
  samples=$root/samples
  run Initialize-PolicyWorkspace -SchoolName 'Rosewood Free School'
  run Import-PolicyPerson -Path "$samples/demo-school/staff.csv"
  run Import-PolicyDevice -Path "$samples/demo-school/devices.csv"
  run Grant-SocialMediaAccess -User deputy -AuthorisedBy head -Reason 'School fair'
  run Get-SocialMediaAccess -Active
  run Import-FirewallLog -Path "$samples/logs/SquidCombined.log"
  run Find-SocialMediaUse -All
  run New-PolicyComplianceReport -From 2026-09-01 -To 2026-11-30 -Format Html,Json
) 2>&1
if [ -z "$pwsh" ]; then
  printf 'The module was not tried: there is no pwsh. Put PowerShell 7.6 on the PATH, or its path in ROSEWOOD_PWSH.\n' >&2
  exit 1
fi

unzip -q "$packages"/Rosewood.PolicyAdmin.*.zip -d "$home/modules"
printf '\n== The first ten minutes in PowerShell, with the module of the zip\n'
env HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" PSModulePath="$home/modules" \
  "$pwsh" -NoLogo -NoProfile -NonInteractive -File "$here/module.ps1" -Packages "$packages" -Modules "$home/modules" -Samples "$root/samples" -Folder "$home/work" -Shell "$pwsh"
