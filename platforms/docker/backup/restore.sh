#!/bin/sh
# Restores a backup, the newest or a named one, into a new database beside the one in use, on the real server:
# `docker exec CONTAINER sh /backup/restore.sh [NAME]`. It changes nothing that is there and drops nothing, not even what it
# has made itself; it ends by saying the statements that put the new database in the place of the old one.
set -eu
scripts=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/backup/common.sh
. "$scripts/common.sh"
work=
trap 'rm -rf ${work:+"$work"}' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
trap 'exit 129' HUP
work=$(mktemp -d "${TMPDIR:-/tmp}/restore.XXXXXX")
sum=$work/sum
export PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-10}" PGAPPNAME=ringfence-restore
started=$(seconds_now)
chosen_backup "${1:-}" || exit 1
use_password "$work/pgpass" || exit 1

database=$PGDATABASE
# A name has 63 bytes at most.
short=$(printf '%.36s' "$database")
stamp=$(date -u +%Y%m%d_%H%M%S)
beside=${short}_restored_$stamp
fail() {
    complain "not restored: $1"
    [ -z "${made:-}" ] || complain "What there is of it can go: DROP DATABASE \"$beside\";"
    exit 1
}

maintenance=${BACKUP_MAINTENANCE_DATABASE:-postgres}
made=
query -d "$maintenance" -v beside="$beside" -v old="$database" >"$work/log" 2>&1 <<'END' || fail "$(reason "$work/log")"
SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L',
              :'beside', pg_encoding_to_char(encoding), datcollate, datctype)
  FROM (SELECT encoding, datcollate, datctype FROM pg_database WHERE datname = :'old'
        UNION ALL
        SELECT encoding, datcollate, datctype FROM pg_database WHERE datname = 'template0'
        LIMIT 1) AS model
\gexec
END
made=yes

# Owners and grants need a superuser and the roles of then; on a new server they may not be there.
query -d "$maintenance" -c "SELECT format('%I', rolname) FROM pg_roles" >"$work/roles"
missing=$(awk -F "$tab" 'FNR == NR { here[$0] = 1; next } $1 == "role" && !($2 in here) { printf " %s", $2 }' \
    "$work/roles" "$folder/manifest")
ownership=
if [ "$(query -d "$maintenance" -c 'SHOW is_superuser')" != on ]; then
    ownership=yes
    say "note: the user is no superuser, so everything belongs to it and grants are left out"
elif [ -n "$missing" ]; then
    ownership=yes
    say "note: this server lacks the roles$missing, so everything belongs to the user and grants are left out"
fi
pg_restore --exit-on-error ${ownership:+--no-owner --no-acl} --no-tablespaces --dbname="$beside" "$folder/dump" \
    >"$work/log" 2>&1 || fail "pg_restore: $(reason "$work/log")"
PGDATABASE=$beside
export PGDATABASE
query -f "$scripts/contents.sql" >"$work/contents" 2>"$work/log" || fail "$(reason "$work/log")"
compare "$folder/manifest" "$work/contents" || fail "it holds something else than the backup was taken of"
query -c ANALYZE || fail "ANALYZE"

say "restored: $(cat "$sum"), in $(($(seconds_now) - started)) s, into the new database $beside"
cat <<END
Nothing uses it yet, and "$database" is as it was. Look at it first. To put it in place, stop the services that use
"$database", then in the database "$maintenance":

  ALTER DATABASE "$database" RENAME TO "${short}_before_$stamp";
  ALTER DATABASE "$beside" RENAME TO "$database";

END
