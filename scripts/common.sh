# shellcheck shell=bash
# What demo.sh and test.sh share. Sourced, never run.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# An account without a home (a service, some containers) still can build.
export DOTNET_CLI_HOME=${DOTNET_CLI_HOME:-${HOME:-/tmp}}

# Says something to the person; results alone go to standard output.
say() {
  printf '%s\n' "$*" >&2
}

# Ends with one sentence unless the .NET 10 SDK is there.
require_dotnet() {
  if ! command -v dotnet > /dev/null; then
    say 'The .NET 10 SDK is missing: install it from https://dot.net (Debian: the package dotnet-sdk-10.0) and run this again.'
    exit 1
  fi
  if ! dotnet --list-sdks | grep -q '^10\.'; then
    say "This needs the .NET 10 SDK; 'dotnet --list-sdks' shows none. Install it from https://dot.net and run this again."
    exit 1
  fi
}
