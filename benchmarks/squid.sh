#!/usr/bin/env bash
# Debian's Squid with the helper beside the same Squid with a plain ACL file: requests a second by ab, alternating runs.
# The page comes from Squid's memory, so that Squid and not the site behind it is what is measured.
# Usage: benchmarks/squid.sh [requests] [runs]       Needs: squid, ab (apache2-utils), python3
set -euo pipefail
export LC_ALL=C
requests=${1:-20000}
runs=${2:-9}
here=$(cd "$(dirname "$0")/.." && pwd)
built=$here/artifacts/bin/Rosewood.PolicyAdmin.Console/release
benchmarks=$here/artifacts/bin/Rosewood.PolicyAdmin.Benchmarks/release/Rosewood.PolicyAdmin.Benchmarks
[[ -x $built/rosewood && -x $benchmarks ]] || dotnet build -c Release "$here" >/dev/null
folder=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT

# Squid's own account reads program and files.
mkdir "$folder/program" "$folder/plain" "$folder/live"
find "$built" -maxdepth 1 -type f -exec cp -t "$folder/program" {} +
"$benchmarks" squid "$folder/live" "$folder/program/rosewood" 13977
printf 'while read -r line; do echo OK; done\n' >"$folder/login.sh"
printf '127.0.0.1 www.facebook.com ordinary.example\n' >"$folder/hosts"
cat >"$folder/origin.py" <<'PYTHON'
import http.server
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "4096")
        self.send_header("Cache-Control", "public, max-age=86400")
        self.end_headers()
        self.wfile.write(b"x" * 4096)
http.server.HTTPServer(("127.0.0.1", 13978), Page).serve_forever()
PYTHON
social=$(sed -n 's/^acl rosewood_social .*"\(.*\)"$/\1/p' "$folder/live/rosewood.conf")
cat >"$folder/plain/rosewood.conf" <<EOF
acl rosewood_social dstdomain -n "$social"
acl rosewood_open proxy_auth t.obrien
http_access deny rosewood_social !rosewood_open
EOF
start() { # name port
  cat >"$folder/$1.conf" <<EOF
http_port 127.0.0.1:$2
pid_filename none
hosts_file $folder/hosts
cache_log $folder/$1.log
access_log none
cache_mem 64 MB
coredump_dir $folder
auth_param basic program /bin/sh $folder/login.sh
auth_param basic children 1
auth_param basic realm benchmark
acl staff proxy_auth REQUIRED
http_access deny !staff
include $folder/$1/rosewood.conf
http_access allow staff
http_access deny all
EOF
}
start plain 13981
start live 13982
chmod -R a+rX "$folder"
[[ $(id -u) -ne 0 ]] || chown -R proxy "$folder"
python3 "$folder/origin.py" 2>/dev/null & pids+=($!)
for name in plain live; do squid -N -f "$folder/$name.conf" 2>/dev/null & pids+=($!); done

ask() { # port host requests
  ab -q -k -n "$3" -c 16 -X "127.0.0.1:$1" -P t.obrien:x "http://$2:13978/" 2>/dev/null | awk '
    /^Non-2xx/ { bad = $3 } /^Requests per second/ { rate = $4 } END { if (bad || !rate) exit 1; print rate }'
}
for port in 13981 13982; do
  for host in ordinary.example www.facebook.com; do
    for try in 1 2 3 4 5 6 7 8 9 10; do ask $port $host 500 >/dev/null && break; sleep 1; done
  done
done
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
for ((run = 0; run < runs; run++)); do
  for host in ordinary.example www.facebook.com; do
    ask 13981 $host "$requests" >>"$folder/plain-$host"
    ask 13982 $host "$requests" >>"$folder/live-$host"
  done
done
printf '%s requests of 4 KiB, 16 connections, %s cores, load %s, medians of %s alternating runs\n' "$requests" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)" "$runs"
for host in ordinary.example www.facebook.com; do
  awk -v host="$host" -v plain="$(median <"$folder/plain-$host")" -v live="$(median <"$folder/live-$host")" 'BEGIN {
    printf "%-18s plain ACL %7.0f/s   with the helper %7.0f/s   %.2f x (bar: 0.95)\n", host, plain, live, live / plain }'
done
