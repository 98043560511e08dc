#!/usr/bin/env bash
# Import-FirewallLog over 0.1, 1 and 10 GB of the same generator, and over a gzip of 650 MB beside gzip -dc: time and peak memory.
# Usage: benchmarks/growth.sh [Squid|FortiGate] [megabytes...]
# Needs: GNU time, gzip; 12 GB free in $BENCHMARK_FOLDER (default: a folder in /tmp that stays for the next time).
set -euo pipefail
export LC_ALL=C
format=${1:-Squid}
shift || true
sizes=("$@")
[[ ${#sizes[@]} -gt 0 ]] || sizes=(100 1000 10000)
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${BENCHMARK_FOLDER:-/tmp/rosewood-benchmark}
rosewood=$here/artifacts/bin/Rosewood.PolicyAdmin.Console/release/rosewood
benchmarks=$here/artifacts/bin/Rosewood.PolicyAdmin.Benchmarks/release/Rosewood.PolicyAdmin.Benchmarks
mkdir -p "$folder"
[[ -x $rosewood && -x $benchmarks ]] || dotnet build -c Release "$here" >/dev/null

generate() { [[ -f $folder/$format-$1.log ]] || { "$benchmarks" generate "$folder/part" "$1" "$format"; mv "$folder/part" "$folder/$format-$1.log"; }; }

# Prints the best of three runs' seconds, and their peak memory in KB.
import() {
  for _ in 1 2 3; do
    rm -rf "$folder/workspace"
    "$rosewood" Initialize-PolicyWorkspace -Path "$folder/workspace" -SchoolName Benchmark >/dev/null
    /usr/bin/time -f '%e %M' -o "$folder/time" "$rosewood" Import-FirewallLog -Path "$1" -Workspace "$folder/workspace" -As Json >"$folder/out"
    cat "$folder/time"
  done | sort -n | awk 'NR == 1 { best = $1 } { if ($2 > most) most = $2 } END { print best, most }'
}

echo "$format, load $(cut -d' ' -f1 /proc/loadavg), best of three runs"
for size in "${sizes[@]}"; do
  generate "$size"
  cat "$folder/$format-$size.log" >/dev/null
  read -r seconds memory < <(import "$folder/$format-$size.log")
  awk -v size="$size" -v seconds="$seconds" -v memory="$memory" 'BEGIN { printf "%6d MB  %8.2f s %6.0f MB/s  peak %4.0f MB (bar: 200)\n", size, seconds, size / seconds, memory / 1024 }'
done

generate 650
[[ -f $folder/$format-650.log.gz ]] || gzip -1 -k "$folder/$format-650.log"
peer=$(for _ in 1 2 3; do /usr/bin/time -f %e -o "$folder/time" gzip -dc "$folder/$format-650.log.gz" >/dev/null; cat "$folder/time"; done | sort -n | head -1)
read -r seconds memory < <(import "$folder/$format-650.log.gz")
awk -v peer="$peer" -v seconds="$seconds" -v memory="$memory" 'BEGIN { printf "650 MB as gzip: %.2f s, %.2f x gzip -dc (%.2f s; bar: 0.8), peak %.0f MB\n", seconds, peer / seconds, peer, memory / 1024 }'
