#!/bin/sh
# Keeps a certificate in CERTIFICATE_FOLDER that an ACME authority signed: asked for where there is none or for other host
# names, renewed when its time comes. Twice a day, as https://eff-certbot.readthedocs.io/en/stable/using.html advises.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/front/common.sh
. "$here/common.sh"

folder=${CERTIFICATE_FOLDER:?is not set}
account=$folder/authority
work=$(mktemp -d)

obtain() {
    set --
    for host in $CERTIFICATE_HOSTS; do set -- "$@" --domain "$host"; done
    [ -z "${ACME_SERVER:-}" ] || set -- "$@" --server "$ACME_SERVER"
    # The folder of the challenge must be readable by nginx, the account's is certbot's own.
    (
        umask 022
        certbot certonly --quiet --non-interactive --agree-tos --email "$ACME_EMAIL" --no-eff-email \
            --webroot --webroot-path "$CHALLENGE_FOLDER" --cert-name front --keep-until-expiring --renew-with-new-domains \
            --config-dir "$account" --work-dir "$work" --logs-dir "$work" "$@" >&2
    )
}

while :; do
    if obtain; then
        live=$account/live/front
        if ! cmp -s "$live/fullchain.pem" "$folder/certificate.pem"; then
            replace "$live/fullchain.pem" "$live/privkey.pem" "$folder" "$READER_GROUP"
            say "got a certificate for $CERTIFICATE_HOSTS, valid until $(end_of "$folder/certificate.pem")"
        fi
        sleep "${CERTIFICATE_EVERY:-43200}"
    else
        # The authority counts: five failures an hour for a host name. https://letsencrypt.org/docs/rate-limits/
        say "no certificate for $CERTIFICATE_HOSTS; why is said above. The authority${ACME_SERVER:+ $ACME_SERVER} must be reachable from here, and port 80 of each host name must lead to nginx here. Next try in ${CERTIFICATE_RETRY:-900} s."
        sleep "${CERTIFICATE_RETRY:-900}"
    fi
done
