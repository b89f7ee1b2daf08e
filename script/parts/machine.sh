# What script/run and script/test ask of the machine. Sourced, not run.
# shellcheck shell=bash

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }

have() { command -v "$1" >/dev/null 2>&1; }

# The number before the first dot of Node's version; 0 without Node.
node_major() {
  local version
  version=$(node --version 2>/dev/null || true)
  version=${version#v}
  version=${version%%.*}
  printf '%s' "${version:-0}"
}

# Stops when there is no .NET 10 SDK.
need_dotnet() {
  if have dotnet && dotnet --list-sdks | grep -q '^10\.'; then return; fi
  say "NewsSite is built with the .NET 10 SDK, and there is none on the PATH."
  say "It is at https://dotnet.microsoft.com/download/dotnet/10.0; with it there, run this again."
  exit 1
}

# Stops when there is no Node 20 or later: the newsroom's editor is built with it.
need_node() {
  if [[ $(node_major) -ge 20 ]] && have npm; then return; fi
  say "The newsroom's editor is built with Node 20 or later and npm, and they are not on the PATH."
  say "They are at https://nodejs.org; with them there, run this again."
  exit 1
}

have_chromium() { have chromium-headless-shell || have chromium || have chromium-browser || have google-chrome; }

# Chromium without windows takes a third less of the time for the same pages; where the distribution has none, the one with windows does.
need_chromium() {
  have chromium-headless-shell && return
  if can_install && { install_packages chromium-headless-shell || have_chromium || install_packages chromium; }; then return; fi
  have_chromium && return
  say "The browser's part needs Chromium, and installing it takes root: sudo apt-get install chromium-headless-shell"
  exit 1
}

can_install() { [[ $(id -u) -eq 0 && -e /etc/debian_version ]] && have apt-get; }

# install_packages PACKAGE…: by apt-get, without questions; only what is needed.
install_packages() {
  say "Installing $* …"
  local log
  log=$(mktemp)
  if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"; } >"$log" 2>&1; then
    rm -f "$log"
    return
  fi
  tail -n 15 "$log" >&2
  rm -f "$log"
  return 1
}
