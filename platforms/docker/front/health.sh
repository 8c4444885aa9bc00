#!/bin/sh
# Healthy while nginx answers and what it serves has not ended. The engine keeps what is said here.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/front/common.sh
. "$here/common.sh"

# The certificate names other hosts than this one.
if ! curl --fail --silent --insecure --max-time 3 --output /dev/null "$HEALTH_URL"; then
    trouble=
    [ "$source" = none ] || [ -s "$served/certificate.pem" ] || trouble=$(fault "$CERTIFICATE_FILE" "$KEY_FILE")
    if [ -n "$trouble" ]; then
        echo "nginx waits: $trouble. $(repair)"
    else
        echo "nginx does not answer at $HEALTH_URL"
    fi
    exit 1
fi
if [ "$source" != none ] && ends_within 0 "$served/certificate.pem"; then
    echo "the certificate ended on $(end_of "$served/certificate.pem"). $(repair)"
    exit 1
fi
