#!/bin/sh
# Takes a backup a day at BACKUP_AT (HH:MM, UTC), until TERM. One that was missed, or that no earlier start has taken, is
# taken at once; one that failed is tried again after BACKUP_RETRY seconds.
set -eu
scripts=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/backup/common.sh
. "$scripts/common.sh"

at=${BACKUP_AT:-03:00}
case $at in
[01][0-9]:[0-5][0-9] | 2[0-3]:[0-5][0-9]) ;;
*) complain "BACKUP_AT is no time of day: $at" && exit 1 ;;
esac
hours=${at%:*}
minutes=${at#*:}
offset=$((${hours#0} * 3600 + ${minutes#0} * 60))
day=86400
retry=${BACKUP_RETRY:-900}

end() {
    trap '' TERM INT
    if [ -n "$child" ]; then
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    exit 0
}
trap end TERM INT

# In short steps, since a machine that was suspended or had its clock set right would oversleep.
sleep_until() {
    while rest=$(($1 - $(seconds_now))) && [ "$rest" -gt 0 ]; do
        [ "$rest" -le 300 ] || rest=300
        attend sleep "$rest"
    done
}
next_time() {
    now=$(seconds_now)
    next=$((now / day * day + offset))
    [ "$next" -gt "$now" ] || next=$((next + day))
    say "$next"
}
newest_age() {
    newest=$(newest_backup)
    taken=0
    [ -z "$newest" ] || taken=$(value epoch "$BACKUP_DIRECTORY/$newest/manifest")
    say $(($(seconds_now) - taken))
}

mkdir -p "$state"
seconds_now >"$state/started"
if [ "$(newest_age)" -lt "$day" ]; then
    say "next backup at $at UTC"
    sleep_until "$(next_time)"
fi
while :; do
    if attend sh "$scripts/back-up.sh"; then
        say "next backup at $at UTC"
        sleep_until "$(next_time)"
    else
        say "next try in $retry s"
        sleep_until $(($(seconds_now) + retry))
    fi
done
