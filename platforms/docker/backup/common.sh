# shellcheck shell=sh
# What the scripts have in common. Read by `.`, after `set -eu`; needs no more than busybox.

umask 077
: "${BACKUP_DIRECTORY:?is not set: where the backups are}"
: "${PGDATABASE:?is not set: the name of the database}"
# shellcheck disable=SC2034 # The scripts that read this use it.
state=${BACKUP_STATE:-/tmp/backup}
tab=$(printf '\t')

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }
seconds_now() { date +%s; }
time_now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
# attend COMMAND...: runs it as `child`, which a trap can end; a shell heeds a signal at once only while it waits.
child=
attend() {
    "$@" &
    child=$!
    code=0
    wait "$child" || code=$?
    child=
    return "$code"
}
whole() { case $1 in '' | *[!0-9]*) return 1 ;; esac; }

# A backup is a folder with a dump and a manifest, which appears whole or not at all. Oldest first.
backups() {
    for manifest in "$BACKUP_DIRECTORY/$PGDATABASE"-????????T??????Z/manifest; do
        [ -f "$manifest" ] || continue
        manifest=${manifest%/manifest}
        say "${manifest##*/}"
    done
}
newest_backup() { backups | tail -n 1; }

# value KEY MANIFEST: what stands behind a key that comes once.
value() { awk -F "$tab" -v key="$1" '$1 == key { print $2; exit }' "$2"; }

# Names older than the newest $1 days that have a backup, from a list on standard input, oldest first.
older_than_days() {
    awk -v keep="$1" '
        { name[NR] = $0; day[NR] = substr($0, length($0) - 15, 8) }
        END {
            for (i = NR; i > 0; i--) {
                if (day[i] != last) { days++; last = day[i] }
                if (days > keep) old[i] = 1
            }
            for (i = 1; i <= NR; i++) if (i in old) print name[i]
        }'
}

# has_shrunk SIZE LARGEST: whether the newest is less than a tenth of another one, which somebody should look at first.
has_shrunk() {
    [ $(($1 * 10)) -lt "$2" ] || return 1
    complain "the newest dump has $1 bytes, an older one $2; nothing is deleted until the larger ones are gone by hand"
}

# The password goes from its file into one that only libpq reads; it is in no argument and no variable.
use_password() {
    [ -n "${BACKUP_PASSWORD_FILE:-}" ] || return 0
    [ -r "$BACKUP_PASSWORD_FILE" ] || { complain "cannot read the password's file $BACKUP_PASSWORD_FILE" && return 1; }
    PGPASSFILE=$1
    sed -n '1{s/[\\:]/\\&/g;s/^/*:*:*:*:/;p;}' "$BACKUP_PASSWORD_FILE" >"$PGPASSFILE"
    chmod 0600 "$PGPASSFILE"
    export PGPASSFILE
}

# One row a line, fields parted by tabs, the first error ends it.
query() { psql -X -q -At -F "$tab" -v ON_ERROR_STOP=1 "$@"; }

# Mebibytes free where the folder is.
mebibytes_free() { df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }'; }

# What went wrong, in one line: the first that says so, else the last.
reason() {
    awk '/(error|FATAL|ERROR|fatal):|Failed to/ && !found { found = $0 } NF { last = $0 }
        END { print (found ? found : last ? last : "no message") }' "$1"
}

# compare MANIFEST CONTENTS: a line for each extension, count and table, then their sum in the file that `sum` names; fails if
# the second does not hold what the first says. An extension may have another version: the image's.
compare() {
    : "${sum:?}"
    awk -F "$tab" -v sum="$sum" '
        function bad(text) { print "WRONG " text; wrong++ }
        $1 != "extension" && $1 != "count" && $1 != "table" { next }
        { key = $1 FS $2; unit = $1 == "table" ? " rows" : "" }
        FNR == NR { want[key] = $3; order[++keys] = key; next }
        { got[key] = $3 }
        !(key in want) { bad($1 " " $2 ": not in the backup") }
        END {
            for (i = 1; i <= keys; i++) {
                key = order[i]
                split(key, part, FS)
                thing = part[1] " " part[2]
                unit = part[1] == "table" ? " rows" : ""
                if (part[1] == "table") tables++
                if (!(key in got)) { bad(thing ": missing"); continue }
                if (part[1] == "table") rows += got[key]
                if (part[1] == "extension") print "right " thing ": " got[key] (got[key] == want[key] ? "" : ", " want[key] " in the backup")
                else if (got[key] == want[key]) print "right " thing ": " got[key] unit
                else bad(thing ": " want[key] unit " in the backup, " got[key] " restored")
            }
            printf "%d tables, %.0f rows\n", tables, rows >sum
            exit wrong > 0
        }' "$1" "$2"
}

# chosen_backup [NAME]: the folder of the named backup or the newest, if its dump is what its manifest says.
chosen_backup() {
    chosen=${1:-$(newest_backup)}
    [ -n "$chosen" ] || { complain "no backup of $PGDATABASE in $BACKUP_DIRECTORY" && return 1; }
    chosen=${chosen##*/}
    folder=$BACKUP_DIRECTORY/$chosen
    if [ ! -f "$folder/manifest" ]; then
        complain "no backup $chosen in $BACKUP_DIRECTORY; there are:"
        backups >&2
        return 1
    fi
    if ! whole "$(value epoch "$folder/manifest")" || ! whole "$(value database-size "$folder/manifest")"; then
        complain "WRONG manifest: $chosen does not say what it holds. Use another backup:"
        backups >&2
        return 1
    fi
    say "backup $chosen of $(value time "$folder/manifest"), PostgreSQL $(value server "$folder/manifest")"
    if [ "$(sha256sum <"$folder/dump" | cut -d ' ' -f 1)" != "$(value sha256 "$folder/manifest")" ]; then
        complain "WRONG checksum: the dump is not the one that was taken. Use another backup:"
        backups >&2
        return 1
    fi
    say "right checksum of $(value size "$folder/manifest") bytes"
}
