#!/bin/sh
# Starts nginx once there is what it needs to start, and says what is missing until then.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/front/common.sh
. "$here/common.sh"

# Not ended with an error: it would be started again and again, and the message lost among its copies.
await() {
    told=
    while trouble=$(fault "$CERTIFICATE_FILE" "$KEY_FILE") && [ -n "$trouble" ]; do
        [ "$trouble" = "$told" ] || say "nginx waits: $trouble. $(repair)"
        told=$trouble
        sleep "${FRONT_AWAIT:-2}"
    done
}

if [ "$source" != none ]; then
    mkdir -p "$served"
    if [ "$source" = acme ] && [ -n "$(fault "$CERTIFICATE_FILE" "$KEY_FILE")" ]; then
        # The authority asks nginx before it signs, so that nginx comes first. A week is enough to mend what hinders it;
        # after that the health check fails.
        say "no certificate yet: nginx serves one that is signed by itself until the authority's is there"
        # shellcheck disable=SC2086 # A list of host names.
        sign_itself "$served/certificate.pem" "$served/key.pem" 7 $CERTIFICATE_HOSTS
    else
        await
        replace "$CERTIFICATE_FILE" "$KEY_FILE" "$served"
        if ends_within 0 "$served/certificate.pem"; then
            say "the certificate $CERTIFICATE_FILE ended on $(end_of "$served/certificate.pem"). $(repair)"
        fi
    fi
fi

# The engine may still be bringing it.
until [ -s "$configuration" ]; do sleep "${FRONT_AWAIT:-2}"; done
load
sh "$here/watch.sh" $$ &
exec "$program" -e stderr -c "$loaded"
