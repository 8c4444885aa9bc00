#!/bin/sh
# Deletes the backups that are older than the newest BACKUP_KEEP days that have one. Deletes nothing while the newest is
# not whole, or suspiciously small: an empty database, on a new host for one, must not push out what was in the old one.
set -eu
# shellcheck source=platforms/docker/backup/common.sh
. "$(dirname "$0")/common.sh"

keep=${BACKUP_KEEP:-7}
if ! whole "$keep" || [ "$keep" -lt 1 ]; then
    complain "BACKUP_KEEP is no number of days: $keep"
    exit 1
fi
newest=$(newest_backup)
[ -n "$newest" ] || exit 0
size=$(wc -c <"$BACKUP_DIRECTORY/$newest/dump" | tr -d ' ')
if [ "$size" != "$(value size "$BACKUP_DIRECTORY/$newest/manifest")" ]; then
    complain "$newest is not whole; nothing is deleted"
    exit 1
fi
largest=$(backups | while read -r each; do value size "$BACKUP_DIRECTORY/$each/manifest"; done | sort -n | tail -n 1)
has_shrunk "$size" "$largest" && exit 1
backups | older_than_days "$keep" | while read -r old; do
    # The name goes first: what is half deleted does not look like a backup.
    mv "$BACKUP_DIRECTORY/$old" "$BACKUP_DIRECTORY/.unfinished-$old"
    rm -rf "$BACKUP_DIRECTORY/.unfinished-$old"
    say "deleted $old"
done
