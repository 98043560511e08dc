#!/usr/bin/env bash
# Installs what the tests need, builds, checks the format, runs every test.
# The last line is 'N passed, N failed'; the exit code is 0 only if tests ran, none failed or was skipped, and the format is right.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=scripts/common.sh
. "$root/scripts/common.sh"

results=$root/artifacts/test-results
passed=0
failed=0
skipped=0
broken=0

# Prints the result and ends.
finish() {
  if ((skipped > 0)); then
    printf '%d skipped\n' "$skipped"
  fi
  printf '%d passed, %d failed\n' "$passed" "$failed"
  if ((failed > 0 || skipped > 0 || passed == 0 || broken > 0)); then
    exit 1
  fi
  exit 0
}

# Something besides a test went wrong.
set_broken() {
  say "$1"
  broken=1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Debian packages for the programs and libraries that are missing.
missing_packages() {
  command -v squid > /dev/null || [ -x /usr/sbin/squid ] || echo squid
  command -v unbound > /dev/null || [ -x /usr/sbin/unbound ] || echo unbound
  command -v named > /dev/null || [ -x /usr/sbin/named ] || echo bind9
  command -v named-checkzone > /dev/null || [ -x /usr/bin/named-checkzone ] || echo bind9-utils
  command -v dnsmasq > /dev/null || [ -x /usr/sbin/dnsmasq ] || echo dnsmasq-base
  command -v chromium > /dev/null || echo chromium
  command -v node > /dev/null || echo nodejs
  command -v npm > /dev/null || echo npm
  command -v setpriv > /dev/null || echo util-linux
  /sbin/ldconfig -p 2> /dev/null | grep -q 'libgssapi_krb5\.so\.2' || echo libgssapi-krb5-2
}

install_packages() {
  local -a packages
  mapfile -t packages < <(missing_packages)
  if ((${#packages[@]} == 0)); then
    return
  fi
  if ! command -v apt-get > /dev/null; then
    say "Not installed, and there is no apt-get here: ${packages[*]}. Tests that need them will fail."
    return
  fi
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo > /dev/null; then
    say "Not installed: ${packages[*]}. Run 'apt-get install ${packages[*]}' as root; tests that need them will fail."
    return
  fi
  say "Installing ${packages[*]} ..."
  local log
  log=$(mktemp)
  if ! { as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"; } > "$log" 2>&1; then
    tail -n 5 -- "$log" >&2
    say "These could not be installed: ${packages[*]}. Tests that need them will fail."
  fi
  rm -f -- "$log"
}

# The tests' own npm packages (axe-core), as their lock files say.
install_npm_packages() {
  command -v npm > /dev/null || return 0
  local manifest
  while IFS= read -r -d '' manifest; do
    if ! (cd -- "$(dirname -- "$manifest")" && npm ci --no-audit --no-fund --loglevel=error >&2); then
      say "npm ci failed beside $manifest. Tests that need its packages will fail."
    fi
  done < <(find "$root/tests" -name node_modules -prune -o -name package.json -print0)
}

# Adds the counters of every .trx file.
count_trx() {
  local file counters total executed
  for file in "$results"/*.trx; do
    [ -e "$file" ] || continue
    counters=$(grep -o '<Counters [^>]*>' -- "$file" | head -n 1)
    total=$(counter total)
    executed=$(counter executed)
    passed=$((passed + $(counter passed)))
    failed=$((failed + $(counter failed) + $(counter error) + $(counter timeout) + $(counter aborted)))
    skipped=$((skipped + total - executed))
  done
}

# One of the counters, 0 when the file has none of that name.
counter() {
  local value
  value=$(sed -n "s/.* $1=\"\\([0-9]*\\)\".*/\\1/p" <<< "$counters")
  echo "${value:-0}"
}

# A project that can't be loaded is not checked, and 'dotnet format' succeeds all the same: that counts as broken too.
check_format() {
  local output=$results/format.txt
  if ! dotnet format --no-restore --verify-no-changes > "$output" 2>&1; then
    set_broken "The format is not as .editorconfig says: run 'dotnet format'."
  elif grep -qE 'did not load|encountered while loading' -- "$output"; then
    set_broken "The format was not checked everywhere: 'dotnet format' could not load each project ('--verbosity diagnostic' tells why)."
  fi
  cat -- "$output" >&2
}

run_pester() {
  local pwsh=${ROSEWOOD_PWSH:-$(command -v pwsh || true)}
  if [ ! -d "$root/tests/Pester" ]; then
    return
  fi
  if [ -z "$pwsh" ]; then
    say 'The PowerShell tests did not run: there is no pwsh. Put PowerShell 7.6 on the PATH, or its path in ROSEWOOD_PWSH.'
    return
  fi
  rm -f -- "$results/pester.txt"
  "$pwsh" -NoLogo -NoProfile -NonInteractive -File "$root/scripts/pester.ps1" -Counts "$results/pester.txt" >&2 || true
  local p f s
  if [ -e "$results/pester.txt" ] && read -r p f s < "$results/pester.txt"; then
    passed=$((passed + p))
    failed=$((failed + f))
    skipped=$((skipped + s))
  else
    set_broken 'The PowerShell tests ended without a result.'
  fi
}

require_dotnet
cd -- "$root"
install_packages
install_npm_packages

rm -rf -- "$results"
mkdir -p -- "$results"
if ! dotnet build --configuration Release --nologo --verbosity quiet >&2; then
  set_broken 'The build failed.'
  finish
fi
check_format
for tests in tests/*.Tests; do
  name=$(basename -- "$tests")
  # Failures are counted from the result file; a run that leaves none is broken.
  dotnet test "$tests" --configuration Release --no-build --nologo --logger "trx;LogFileName=$name.trx" --results-directory "$results" >&2 || true
  if [ ! -e "$results/$name.trx" ]; then
    set_broken "$name ended without a result."
  fi
done
count_trx
run_pester
finish
