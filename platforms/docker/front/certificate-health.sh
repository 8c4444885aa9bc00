#!/bin/sh
# Healthy while there is a certificate that is good for a week: renewal begins a month before its end.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=platforms/docker/front/common.sh
. "$here/common.sh"

trouble=$(fault "$CERTIFICATE_FOLDER/certificate.pem" "$CERTIFICATE_FOLDER/key.pem")
if [ -z "$trouble" ] && ends_within 604800 "$CERTIFICATE_FOLDER/certificate.pem"; then
    trouble="the certificate ends on $(end_of "$CERTIFICATE_FOLDER/certificate.pem") and has not been renewed"
fi
[ -z "$trouble" ] || { echo "$trouble" && exit 1; }
