#!/usr/bin/env bash
# Import-FirewallLog beside ripgrep, and for Squid beside GoAccess, on the same log, warm cache, alternating runs.
# Usage: benchmarks/import.sh [megabytes] [runs] [Squid|FortiGate]
# Needs: rg, goaccess, GNU time; some 2 GB free in $BENCHMARK_FOLDER (default: a folder in /tmp that stays for the next time).
set -euo pipefail
export LC_ALL=C
megabytes=${1:-650}
runs=${2:-9}
format=${3:-Squid}
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${BENCHMARK_FOLDER:-/tmp/rosewood-benchmark}
log=$folder/$format-$megabytes.log
rosewood=$here/artifacts/bin/Rosewood.PolicyAdmin.Console/release/rosewood
benchmarks=$here/artifacts/bin/Rosewood.PolicyAdmin.Benchmarks/release/Rosewood.PolicyAdmin.Benchmarks
names='facebook|instagram|twitter|youtube|tiktok|snapchat|whatsapp|telegram|reddit|tumblr|ask\.fm|kik\.com|surespot|viber|linkedin|pinterest|discord|twitch|messenger|flickr'

mkdir -p "$folder"
[[ -x $rosewood && -x $benchmarks ]] || dotnet build -c Release "$here" >/dev/null
[[ -f $log ]] || { echo "Writing $log" >&2; "$benchmarks" generate "$log.part" "$megabytes" "$format"; mv "$log.part" "$log"; }
bytes=$(stat -L -c %s "$log")
cat "$log" >/dev/null

# Prints seconds and peak memory in KB of a command.
timed() { /usr/bin/time -f '%e %M' -o "$folder/time" "$@" >"$folder/out" 2>"$folder/err" || { cat "$folder/err" >&2; return 1; }; cat "$folder/time"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

: >"$folder/rg"
: >"$folder/import"
: >"$folder/memory"
for ((run = 0; run < runs; run++)); do
  timed rg -c "$names" "$log" | cut -d' ' -f1 >>"$folder/rg"
  rm -rf "$folder/workspace"
  "$rosewood" Initialize-PolicyWorkspace -Path "$folder/workspace" -SchoolName Benchmark >/dev/null
  read -r seconds memory < <(timed "$rosewood" Import-FirewallLog -Path "$log" -Workspace "$folder/workspace" -As Json)
  echo "$seconds" >>"$folder/import"
  echo "$memory" >>"$folder/memory"
done
grep -q '"Lines"' "$folder/out"
goaccess=0
[[ $format != Squid ]] || read -r goaccess _ < <(timed goaccess "$log" --no-global-config --no-progress --no-parsing-spinner \
  --log-format='%x.%^ %~%L %h %^/%s %b %m %U %e %^' --date-format='%s' --time-format='%s' --datetime-format='%s' -o "$folder/goaccess.json")

awk -v bytes="$bytes" -v rg="$(median <"$folder/rg")" -v import="$(median <"$folder/import")" -v go="$goaccess" -v format="$format" -v bar="$([[ $format == Squid ]] && echo 0.40 || echo 0.30)" -v memory="$(sort -n "$folder/memory" | tail -1)" -v cores="$(nproc)" -v load="$(cut -d' ' -f1 /proc/loadavg)" 'BEGIN {
  printf "%s, %d MB, %d cores, load %s, medians of alternating runs\n", format, bytes / 1e6, cores, load
  printf "rg -c               %8.3f s %8.0f MB/s\n", rg, bytes / rg / 1e6
  printf "Import-FirewallLog  %8.3f s %8.0f MB/s   %.2f x rg (bar: %s)\n", import, bytes / import / 1e6, rg / import, bar
  if (go > 0) printf "GoAccess            %8.3f s %8.1f MB/s   import is %.0f x (bar: 50)\n", go, bytes / go / 1e6, go / import
  printf "peak memory of the import: %.0f MB (bar: 200)\n", memory / 1024
}'
