#!/usr/bin/env bash
# Makes a release's packages in artifacts/packages: the module (zip, nupkg), the program for Linux and Windows with and without .NET, the
# Debian package, the bill of materials, the checksums. The same files give the same bytes.
# Usage: scripts/package.sh [--check]     --check installs what was made into fresh places and uses it (needs root, Debian, Squid)
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/common.sh
. "$root/scripts/common.sh"

check=
case ${1:-} in
  '') ;;
  --check) check=1 ;;
  *)
    say 'Usage: scripts/package.sh [--check]'
    exit 2
    ;;
esac

require_dotnet
cd -- "$root"
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2> /dev/null || date +%s)}
program=src/Rosewood.PolicyAdmin.Console
quiet=(--nologo --verbosity quiet)

say 'Building the module ...'
rm -rf -- artifacts/module
dotnet build "$program" --configuration Release "${quiet[@]}" >&2
dotnet build packaging/Rosewood.PolicyAdmin.Packaging --configuration Release "${quiet[@]}" >&2

dotnet restore "$program" -p:Packaging=true "${quiet[@]}" >&2
rm -rf -- artifacts/publish
for runtime in linux-x64 win-x64; do
  for contained in true false; do
    folder=artifacts/publish/$runtime
    if [ "$contained" = false ]; then
      folder+=-framework
    fi
    say "Publishing $folder ..."
    dotnet publish "$program" --configuration Release --no-restore -p:Packaging=true -p:RuntimeIdentifier="$runtime" \
      -p:SelfContained="$contained" --output "$folder" "${quiet[@]}" >&2
  done
done

artifacts/bin/Rosewood.PolicyAdmin.Packaging/release/Rosewood.PolicyAdmin.Packaging "$root" "$epoch"
if [ -n "$check" ]; then
  # Both, also where one of them can't be tried.
  failed=
  "$root/packaging/check/debian.sh" "$root/artifacts/packages" || failed=1
  "$root/packaging/check/module.sh" "$root/artifacts/packages" || failed=1
  [ -z "$failed" ]
fi
