#!/bin/sh
# watch.sh PID: gives nginx, whose process that is, a certificate that has been renewed and a configuration that has been
# changed. Calls stay up: the old workers keep theirs and end with the last of them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/front/common.sh
. "$here/common.sh"

nginx=$1
told=
warned=
seen=
refused=

look_at_configuration() {
    if cmp -s "$configuration" "$loaded"; then
        seen=
        return
    fi
    sum=$(cksum <"$configuration" 2>/dev/null) || return 0
    # It may still be on its way in: only what was the same the last time is taken.
    if [ "$sum" != "$seen" ]; then
        seen=$sum
    elif [ "$sum" != "$refused" ]; then
        if trouble=$("$program" -t -q -e stderr -c "$configuration" 2>&1); then
            load
            kill -HUP "$nginx"
            say "nginx takes the configuration that was changed"
        else
            refused=$sum
            say "nginx keeps the configuration it has: $trouble"
        fi
    fi
}

same() { cmp -s "$CERTIFICATE_FILE" "$served/certificate.pem" && cmp -s "$KEY_FILE" "$served/key.pem"; }

look_at_certificate() {
    trouble=
    if ! same; then
        trouble=$(fault "$CERTIFICATE_FILE" "$KEY_FILE")
        if [ -z "$trouble" ]; then
            replace "$CERTIFICATE_FILE" "$KEY_FILE" "$served"
            kill -HUP "$nginx"
            say "nginx takes the certificate that is valid until $(end_of "$served/certificate.pem")"
        elif [ "$trouble" != "$told" ] && [ "$source" != acme ]; then
            say "nginx keeps the certificate it has: $trouble. $(repair)"
        fi
    fi
    told=$trouble
    today=$(date -u +%F)
    if [ "$warned" != "$today" ] && [ "$source" = files ] && ends_within 1209600 "$served/certificate.pem"; then
        say "the certificate ends on $(end_of "$served/certificate.pem"). $(repair)"
        warned=$today
    fi
}

while sleep "$poll" && kill -0 "$nginx" 2>/dev/null; do
    look_at_configuration
    [ "$source" = none ] || look_at_certificate
done
