#!/bin/sh
# Proves that a backup restores, the newest or a named one: `docker exec CONTAINER sh /backup/prove-restore.sh [NAME]`.
# It restores into a server of its own, which answers at a socket in a temporary folder and is gone at the end, and holds
# what is there against the manifest. The real server is never asked. Ends with 0 if everything is there, else with 1.
set -eu
scripts=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/backup/common.sh
. "$scripts/common.sh"
database=$PGDATABASE
started=$(seconds_now)
# Nothing may lead to the real server from here on.
unset PGHOST PGHOSTADDR PGPORT PGUSER PGPASSFILE PGPASSWORD PGSERVICE PGSSLMODE PGOPTIONS PGDATABASE PGDATA

[ "$(id -u)" != 0 ] || { complain "PostgreSQL refuses to run as root: run this as the image's user postgres" && exit 1; }
PGDATABASE=$database
chosen_backup "${1:-}" || { say "not restored: ${1:-the newest}" && exit 1; }
unset PGDATABASE

scratch=${BACKUP_SCRATCH:-${TMPDIR:-/tmp}}
needed=$(($(value database-size "$folder/manifest") / 1048576 + 128))
free=$(mebibytes_free "$scratch")
[ "$free" -ge "$needed" ] || { complain "$scratch is short of space: $free MiB free, $needed MiB needed" && exit 1; }

work=
data=
tidy() {
    trap '' TERM INT HUP
    [ -z "$child" ] || kill "$child" 2>/dev/null || true
    [ ! -f "${data:-/nowhere}/cluster/postmaster.pid" ] || pg_ctl -D "$data/cluster" -m immediate stop >/dev/null 2>&1 || true
    rm -rf ${work:+"$work"} ${data:+"$data"}
}
trap tidy EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
trap 'exit 129' HUP
work=$(mktemp -d "${TMPDIR:-/tmp}/proof.XXXXXX")
sum=$work/sum
data=$(mktemp -d "$scratch/proof.XXXXXX")
fail() {
    say "WRONG $1"
    say "not restored: $chosen"
    exit 1
}

superuser=ringfence_proof
export PGHOST="$work" PGUSER="$superuser" PGDATABASE=template1
attend initdb -D "$data/cluster" -U "$superuser" -A trust --no-sync >"$work/log" 2>&1 || fail "$(reason "$work/log")"
# No network, nothing kept safe: it lives for a minute. Docker gives a container little shared memory, so no workers.
cat >>"$data/cluster/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$work'
max_connections = 10
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
max_parallel_workers_per_gather = 0
max_parallel_maintenance_workers = 0
END
attend pg_ctl -D "$data/cluster" -l "$work/server.log" -w start >/dev/null 2>&1 || fail "$(reason "$work/server.log")"
say "right server of its own: PostgreSQL $(query -c 'SHOW server_version'), no network"

awk -F "$tab" -v own="$superuser" '$1 == "role" && $2 != own { print "CREATE ROLE " $2 ";" }' "$folder/manifest" |
    query >"$work/log" 2>&1 || fail "$(reason "$work/log")"
[ "$database" != postgres ] || query -c 'DROP DATABASE postgres'
attend pg_restore --exit-on-error --create --no-tablespaces --no-subscriptions --dbname=template1 "$folder/dump" \
    >"$work/log" 2>&1 || fail "pg_restore: $(reason "$work/log")"
say "right pg_restore: no error"
export PGDATABASE="$database"
query -f "$scripts/contents.sql" >"$work/contents" 2>"$work/log" || fail "$(reason "$work/log")"
compare "$folder/manifest" "$work/contents" || fail "contents: not what the backup was taken of"
say "restored: $(cat "$sum"), in $(($(seconds_now) - started)) s"
