#!/bin/sh
# Runs a command whenever its schedule comes round, for as long as the container lives:
#   sh /schedule/schedule.sh COMMAND [ARGUMENT...]
# SCHEDULE: five fields, each `*` or a list of numbers, UTC. JOB_TIMEOUT: seconds for one try. JOB_RETRIES: tries after a
# failed one. What comes round while the command runs is left out. SIGUSR1 runs it now.
set -euf
state=${SCHEDULE_STATE:-/tmp/schedule}
pause=${JOB_PAUSE:-60}
child=
wanted=

say() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >&2; }
# note RESULT: what the health check tells of the last run.
note() {
    printf '%s\t%s\n' "$1" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >"$state/last.new"
    mv "$state/last.new" "$state/last"
}
has() { [ "$1" = '*' ] || case ",$1," in *",$2,"*) ;; *) return 1 ;; esac }
# due MINUTE HOUR DAY MONTH WEEKDAY: where both days are restricted, either is enough, as in every cron.
due() {
    now="$*"
    # shellcheck disable=SC2086
    set -- $SCHEDULE $now
    has "$1" "$6" && has "$2" "$7" && has "$4" "$9" || return 1
    shift 2
    # DAY MONTH WEEKDAY of the schedule, then minute, hour, day, month and weekday of the clock.
    if [ "$1" = '*' ] || [ "$3" = '*' ]; then has "$1" "$6" && has "$3" "$8"; else has "$1" "$6" || has "$3" "$8"; fi
}
# The clock's fields, without the zeros that would make them other words.
clock() {
    for each in $(date -u '+%M %H %d %m %w'); do
        case $each in 0?) echo "${each#0}" ;; *) echo "$each" ;; esac
    done
}

# A signal ends `wait` early, so what is waited for is asked for until it is gone.
attend() {
    code=0
    wait "$child" || code=$?
    while kill -0 "$child" 2>/dev/null; do
        code=0
        wait "$child" || code=$?
    done
    child=
    return "$code"
}
stop() {
    trap '' TERM INT
    if [ -n "$child" ]; then
        kill "$child" 2>/dev/null || true
        wait "$child" || true
    fi
    exit 0
}
trap stop TERM INT
trap 'wanted=yes' USR1

run() {
    tries=0
    while :; do
        say "starts: $1"
        timeout -k 10 "$JOB_TIMEOUT" "$@" &
        child=$!
        code=0
        attend || code=$?
        if [ "$code" = 0 ]; then
            note good
            say "ended well"
            return 0
        fi
        [ "$code" != 124 ] || say "took longer than $JOB_TIMEOUT s"
        tries=$((tries + 1))
        if [ "$tries" -gt "${JOB_RETRIES:-0}" ]; then
            note "failed with $code"
            say "failed with $code, and is not tried again before its time"
            return 0
        fi
        say "failed with $code, and is tried again in $pause s"
        sleep "$pause" &
        child=$!
        attend || true
    done
}

# What it writes, others may read: the folder that it lies in says who gets there.
umask 022
mkdir -p "$state"
say "waits for $SCHEDULE (minute, hour, day, month, weekday; UTC)"
last=
while :; do
    minute=$(date -u +%Y%m%d%H%M)
    # shellcheck disable=SC2046
    if [ -n "$wanted" ] || { [ "$minute" != "$last" ] && due $(clock); }; then
        wanted=
        last=$minute
        run "$@"
        continue
    fi
    second=$(date -u +%S)
    sleep $((60 - ${second#0})) &
    child=$!
    # A wish ends the sleep; what is left of it ends by itself.
    wait "$child" || true
    child=
done
