#!/bin/sh
# Healthy while the newest backup is younger than 26 h: a day, and two hours for taking it.
set -eu
# shellcheck source=platforms/docker/backup/common.sh
. "$(dirname "$0")/common.sh"

now=$(seconds_now)
result=
reason=
[ ! -f "$state/status" ] || IFS=$tab read -r result _ reason <"$state/status"
newest=$(newest_backup)
if [ -n "$newest" ]; then
    age=$((now - $(value epoch "$BACKUP_DIRECTORY/$newest/manifest")))
    said="newest backup $newest, $((age / 3600)) h old"
else
    age=
    said="no backup yet"
fi
[ "$result" != failed ] || said="$said; the last try failed: $reason"
say "$said"
[ -z "$age" ] || [ "$age" -ge $((26 * 3600)) ] || exit 0
# One that is overdue is taken at start; it has two hours too, unless it has failed.
[ "$result" != failed ] || exit 1
[ -f "$state/started" ] && [ $((now - $(cat "$state/started"))) -lt 7200 ]
