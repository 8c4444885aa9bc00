#!/bin/sh
# Takes one backup of the database: `docker exec CONTAINER sh /backup/back-up.sh`.
# Ends with 0; 1 if it failed (the reason is on standard error and in the status file); 75 if another one runs.
set -eu
scripts=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/backup/common.sh
. "$scripts/common.sh"

work=
started=$(seconds_now)
time=$(time_now)
name=$PGDATABASE-$(date -u +%Y%m%dT%H%M%SZ)
unfinished=
reader=
export PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-10}" PGAPPNAME=ringfence-backup

# note RESULT TEXT: what the health check tells of the last try.
note() {
    mkdir -p "$state"
    printf '%s\t%s\t%s\n' "$1" "$time" "$2" >"$state/status.new"
    mv "$state/status.new" "$state/status"
}
fail() {
    note failed "$1" || true
    complain "backup of $PGDATABASE failed: $1"
    exit 1
}
# pg_dump does it for the dump itself. Everything there is, where a `sync` takes no name.
onto_disk() { sync "$1" 2>/dev/null || sync; }
tidy() { rm -rf ${work:+"$work"} ${unfinished:+"$unfinished"}; }
stop() {
    trap '' TERM INT HUP
    for each in $reader $(cat "$work/dump.pid" 2>/dev/null || true); do kill "$each" 2>/dev/null || true; done
    note failed "stopped before its end" || true
    complain "backup of $PGDATABASE stopped before its end; nothing of it is kept"
    exit "$1"
}
trap tidy EXIT
trap 'stop 143' TERM
trap 'stop 130' INT
trap 'stop 129' HUP
work=$(mktemp -d "${TMPDIR:-/tmp}/back-up.XXXXXX")

# A path that nothing is mounted at is a folder of this host's own disk, which goes when the host goes.
file_system() {
    awk -v path="$BACKUP_DIRECTORY" '
        $5 == path { for (i = 7; i < NF; i++) if ($i == "-") { type = $(i + 1); break } }
        END { print type }' "${BACKUP_MOUNTS:-/proc/self/mountinfo}"
}
if [ "${BACKUP_FILE_SYSTEM:-network}" = network ]; then
    found=$(file_system)
    case $found in
    nfs* | cifs | smb* | fuse.* | ceph | lustre | afs | 9p) ;;
    *) fail "$BACKUP_DIRECTORY is no network file system (${found:-nothing mounted}): the share is not mounted on the host" ;;
    esac
fi
if ! mkdir -p "$BACKUP_DIRECTORY" 2>"$work/log" || ! { true >"$BACKUP_DIRECTORY/.lock"; } 2>"$work/log"; then
    fail "cannot write into the target: $(reason "$work/log"); the folder must belong to user $(id -u)"
fi
exec 9>"$BACKUP_DIRECTORY/.lock"
if ! flock -n 9 2>"$work/log"; then
    [ ! -s "$work/log" ] || fail "cannot lock the target: $(reason "$work/log")"
    complain "another backup of $PGDATABASE is running"
    exit 75
fi
# What a run left that was killed. Under the lock, so it is nobody's any more.
rm -rf "$BACKUP_DIRECTORY"/.unfinished-*
use_password "$work/pgpass" 2>"$work/log" || fail "$(reason "$work/log")"

bytes=$(query -c 'SELECT pg_database_size(current_database())' 2>"$work/log") || fail "$(reason "$work/log")"
before=$(newest_backup)
# A dump is smaller than the database; from the second on, it is about as large as the last one.
[ -z "$before" ] || bytes=$(($(value size "$BACKUP_DIRECTORY/$before/manifest") * 3 / 2))
needed=$((bytes / 1048576 + ${BACKUP_MINIMUM_FREE:-256}))
free=$(mebibytes_free "$BACKUP_DIRECTORY")
[ "$free" -ge "$needed" ] || fail "the target is short of space: $free MiB free, $needed MiB needed"

unfinished=$BACKUP_DIRECTORY/.unfinished-$name
export work unfinished
mkdir "$unfinished"
query -f "$scripts/back-up.sql" >"$work/contents" 2>"$work/log" &
reader=$!
code=0
wait "$reader" || code=$?
reader=
[ "$code" = 0 ] || fail "$(reason "$work/log")"
[ "$(cat "$work/dump.code" 2>/dev/null)" = 0 ] || fail "$(reason "$work/dump.log")"
pg_restore --list "$unfinished/dump" >"$work/list" 2>"$work/log" || fail "$(reason "$work/log")"

size=$(wc -c <"$unfinished/dump" | tr -d ' ')
{
    printf 'format\t1\ntime\t%s\nepoch\t%s\ndatabase\t%s\n' "$time" "$started" "$PGDATABASE"
    printf 'size\t%s\nsha256\t%s\n' "$size" "$(sha256sum <"$unfinished/dump" | cut -d ' ' -f 1)"
    cat "$work/contents"
} >"$unfinished/manifest" 2>"$work/log" || fail "$(reason "$work/log")"
onto_disk "$unfinished/manifest"
[ ! -e "$BACKUP_DIRECTORY/$name" ] || fail "$name is there already"
mv "$unfinished" "$BACKUP_DIRECTORY/$name" 2>"$work/log" || fail "$(reason "$work/log")"
onto_disk "$BACKUP_DIRECTORY"

tables=$(grep -c '^table' "$work/contents" || true)
note taken "$name"
say "backup $name: $size bytes, $tables tables, in $(($(seconds_now) - started)) s"
sh "$scripts/retain.sh" || complain "retention failed; every backup is kept"
