# A PostgreSQL of the tests' own. Sourced, not run.
# shellcheck shell=bash

# The folder with initdb and pg_ctl; Debian keeps them off the PATH.
postgres_bin() {
  local bin
  if have initdb; then
    dirname "$(command -v initdb)"
    return
  fi
  for bin in /usr/lib/postgresql/*/bin; do
    [[ -x $bin/initdb ]] && printf '%s' "$bin"
  done | tail -n 1
}

# PostgreSQL refuses to run as root, so root runs it as the user that came with the package.
as_postgres() {
  if [[ $(id -u) -eq 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  printf '%s' "$port"
}

# Nothing in the tests' databases outlives them, so nothing is written with care, and nothing is tidied or compiled for later.
careless="-c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off"

# careless_folder FOLDER: a new folder in memory where that has room, otherwise FOLDER. A test's database is a copy of 650 files, which takes a disk ten times as long.
careless_folder() {
  local free
  free=$(df --output=avail --block-size=1M /dev/shm 2>/dev/null | tail -n 1)
  if [[ ${free:-0} -ge 4096 ]]; then mktemp -d /dev/shm/newssite-XXXXXX; else mkdir -p "$1" && printf '%s' "$1"; fi
}

# start_postgres FOLDER OPTIONS: a new server in this folder; its connection string goes into NEWSSITE_TEST_POSTGRES.
start_postgres() {
  local folder=$1 options=$2 port attempt
  [[ $(id -u) -ne 0 ]] || chown postgres "$folder"
  as_postgres "$(postgres_bin)/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; return 1; }
  for attempt in 1 2 3; do
    port=$(free_port)
    if as_postgres "$(postgres_bin)/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --wait --silent start \
      --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder $options"; then
      export NEWSSITE_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return
    fi
    say "PostgreSQL did not start on port $port (attempt $attempt)."
  done
  cat "$folder/server.log" >&2
  return 1
}

# stop_postgres FOLDER: does nothing when none runs there.
stop_postgres() {
  [[ -e $1/data/postmaster.pid ]] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" --pgdata="$1/data" --mode=immediate --silent stop || true
}
