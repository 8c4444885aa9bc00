#!/bin/sh
# Copies finished backups from this host to S3-compatible storage, holds the copies against the originals, and lets the
# copies go that are older than BACKUP_KEEP days with a backup. Runs in rclone's image.
#   ship.sh          again and again, until TERM
#   ship.sh once     now: `docker exec CONTAINER sh /backup/ship.sh once`
#   ship.sh health   whether the newest backup is off the host
set -eu
scripts=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/backup/common.sh
. "$scripts/common.sh"
: "${SHIP_TO:?is not set: what rclone calls the target, remote:bucket/prefix}"
keep=${BACKUP_KEEP:-7}
interval=${SHIP_INTERVAL:-300}
# What fails is tried again soon anyway; rclone's own patience would hide for half an hour that nobody answers.
export RCLONE_RETRIES=2 RCLONE_LOW_LEVEL_RETRIES=3 RCLONE_CONTIMEOUT=15s

note() {
    mkdir -p "$state"
    printf '%s\t%s\t%s\n' "$1" "$(time_now)" "$2" >"$state/shipped.new"
    mv "$state/shipped.new" "$state/shipped"
}
shipped() {
    [ -f "$state/shipped" ] || return 0
    IFS=$tab read -r result _ subject <"$state/shipped"
    [ "$result" != shipped ] || say "$subject"
}
fail() {
    note failed "$1"
    complain "not shipped: $1"
    exit 1
}
# Only what this database's backups are called, and nothing half done.
only() { printf -- '+ /%s-????????T??????Z/**\n- *\n' "$PGDATABASE"; }

once() {
    newest=$(newest_backup)
    [ -n "$newest" ] || { say "no backup to ship" && return 0; }
    mkdir -p "$state"
    only >"$state/filter"
    rclone copy "$BACKUP_DIRECTORY" "$SHIP_TO" --filter-from "$state/filter" --immutable 2>"$state/log" ||
        fail "$(reason "$state/log")"
    rclone check "$BACKUP_DIRECTORY" "$SHIP_TO" --filter-from "$state/filter" --one-way 2>"$state/log" ||
        fail "the copy differs: $(reason "$state/log")"
    # The bucket's own rule does it where the key may not delete, which outlives an intruder on this host.
    [ "${SHIP_DELETES:-yes}" != yes ] || let_go || fail "$(reason "$state/log")"
    note shipped "$newest"
    say "shipped $newest to $SHIP_TO"
}
# Reached only after a good copy of the newest.
let_go() {
    rclone lsf --recursive --files-only --format s --include "/$PGDATABASE-????????T??????Z/dump" "$SHIP_TO" \
        2>"$state/log" >"$state/sizes" || return 1
    ! has_shrunk "$(value size "$BACKUP_DIRECTORY/$newest/manifest")" "$(sort -n "$state/sizes" | tail -n 1)" || return 0
    rclone lsf --dirs-only "$SHIP_TO" 2>"$state/log" >"$state/there" || return 1
    sed 's,/$,,' "$state/there" | grep -E "^$PGDATABASE-[0-9]{8}T[0-9]{6}Z\$" | sort |
        older_than_days "$keep" >"$state/old" || true
    while read -r old; do
        # One that is on the host still would come back with the next copy.
        [ ! -d "$BACKUP_DIRECTORY/$old" ] || continue
        rclone purge "$SHIP_TO/$old" 2>"$state/log" || return 1
        say "deleted $old in $SHIP_TO"
    done <"$state/old"
}
health() {
    newest=$(newest_backup)
    [ -n "$newest" ] || { say "no backup to ship yet" && return 0; }
    [ "$newest" != "$(shipped)" ] || { say "newest backup $newest is off the host" && return 0; }
    age=$(($(seconds_now) - $(value epoch "$BACKUP_DIRECTORY/$newest/manifest")))
    say "newest backup $newest is not off the host, $((age / 60)) min old"
    [ ! -f "$state/shipped" ] || cut -f 3 "$state/shipped"
    # A restart forgets what was shipped; two hours for it.
    [ "$age" -lt 7200 ] || { [ -f "$state/started" ] && [ $(($(seconds_now) - $(cat "$state/started"))) -lt 1200 ]; }
}
forever() {
    trap '[ -z "$child" ] || kill "$child" 2>/dev/null; exit 0' TERM INT
    mkdir -p "$state"
    seconds_now >"$state/started"
    while :; do
        if [ "$(newest_backup)" != "$(shipped)" ]; then
            attend sh "$scripts/ship.sh" once || true
        fi
        attend sleep "$interval" || true
    done
}

case ${1:-forever} in
once | health | forever) "${1:-forever}" ;;
*) complain "ship.sh [once | health]" && exit 1 ;;
esac
