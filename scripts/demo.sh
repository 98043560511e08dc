#!/usr/bin/env bash
# Builds the console program and runs the demo: a demo school, a fortnight of proxy logs, the report.
# Needs the .NET 10 SDK and nothing else.   Usage: scripts/demo.sh [folder]
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/common.sh
. "$root/scripts/common.sh"

folder=${1:-$root/artifacts/demo}
case $folder in
  /*) ;;
  *) folder=$PWD/$folder ;;
esac

require_dotnet
cd -- "$root"
say 'Building (a minute or two the first time) ...'
dotnet build src/Rosewood.PolicyAdmin.Console --configuration Release --nologo --verbosity quiet
exec "$root/artifacts/bin/Rosewood.PolicyAdmin.Console/release/rosewood" demo -Path "$folder"
