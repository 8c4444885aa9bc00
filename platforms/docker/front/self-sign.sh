#!/bin/sh
# Keeps a certificate in CERTIFICATE_FOLDER that is signed by itself: made where there is none, made anew for other host
# names and a month before its end.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/front/common.sh
. "$here/common.sh"

folder=${CERTIFICATE_FOLDER:?is not set}
work=$(mktemp -d)
month=2592000

fits() {
    [ -z "$(fault "$folder/certificate.pem" "$folder/key.pem")" ] &&
        ! ends_within "$month" "$folder/certificate.pem" &&
        [ "$(cat "$folder/hosts" 2>/dev/null)" = "$CERTIFICATE_HOSTS" ]
}

while :; do
    if ! fits; then
        # shellcheck disable=SC2086 # A list of host names.
        sign_itself "$work/certificate.pem" "$work/key.pem" 365 $CERTIFICATE_HOSTS
        replace "$work/certificate.pem" "$work/key.pem" "$folder" "$READER_GROUP"
        printf '%s\n' "$CERTIFICATE_HOSTS" >"$folder/hosts"
        say "made a certificate for $CERTIFICATE_HOSTS, valid until $(end_of "$folder/certificate.pem")"
    fi
    sleep "${CERTIFICATE_EVERY:-43200}"
done
