# shellcheck shell=sh
# shellcheck disable=SC2034 # Variables are for the scripts that read this one.
# What the scripts of nginx and its certificate have in common. Read by `.`, after `set -eu`; needs openssl.

umask 077
# What nginx serves: a copy in memory of a pair that was looked at, so that it never meets one half replaced.
served=${SERVED_FOLDER:-/tmp/tls}
source=${CERTIFICATE_FROM:-none}
program=${NGINX_PROGRAM:-nginx}
# What nginx has loaded is a copy too: a changed configuration is looked at before it counts, also after a restart.
configuration=${CONFIGURATION:-$here/nginx.conf}
loaded=${LOADED:-/tmp/loaded.conf}
poll=${FRONT_POLL:-30}

say() { printf '%s\n' "$*" >&2; }

load() {
    cat "$configuration" >"$loaded.new"
    mv "$loaded.new" "$loaded"
}

# fault CERTIFICATE KEY: in one line what keeps the pair from being used; nothing if it can be.
fault() {
    for file in "$1" "$2"; do
        if [ ! -e "$file" ]; then
            echo "$file is missing"
            return
        elif [ ! -r "$file" ]; then
            echo "$file cannot be read by user $(id -u), group $(id -g)"
            return
        fi
    done
    public=$(openssl x509 -noout -pubkey -in "$1" 2>/dev/null) || {
        echo "$1 is no certificate in PEM form"
        return
    }
    # A key with a passphrase counts as unreadable: nobody is there to type it.
    own=$(openssl pkey -pubout -in "$2" -passin pass: 2>/dev/null) || {
        echo "$2 is no key in PEM form without a passphrase"
        return
    }
    [ "$public" = "$own" ] || echo "$2 is not the key of $1"
}

# ends_within SECONDS CERTIFICATE
ends_within() { ! openssl x509 -noout -checkend "$1" -in "$2" >/dev/null 2>&1; }
end_of() { openssl x509 -noout -enddate -in "$1" | cut -d = -f 2; }

# What a person does about it.
repair() {
    case $source in
    files) echo "Put the certificate with its chain, and its key, into ${CERTIFICATE_ORIGIN:-the folder of the host} and let group 101 read both; nginx finds them by itself." ;;
    self-signed) echo "The container that makes it says why it has not: docker logs of \`certificate\`." ;;
    acme) echo "The container that gets it says why it has not: docker logs of \`certificate\`. Port 80 of each host name must lead here." ;;
    esac
}

# sign_itself CERTIFICATE KEY DAYS HOST...
sign_itself() {
    certificate=$1 key=$2 days=$3
    shift 3
    names=IP:127.0.0.1
    for host in "$@"; do
        case $host in
        *[!0-9.]*) names=$names,DNS:$host ;;
        *) names=$names,IP:$host ;;
        esac
    done
    # No host name as common name: that may have 64 characters at most, and nobody has read it for years.
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256 -days "$days" \
        -subj "/CN=signed by itself" -addext "subjectAltName=$names" -addext extendedKeyUsage=serverAuth \
        -keyout "$key" -out "$certificate" 2>/dev/null
}

# replace CERTIFICATE KEY FOLDER: the pair becomes the folder's, the key readable by group $4 where one is given.
replace() {
    cat "$2" >"$3/key.new"
    cat "$1" >"$3/certificate.new"
    chmod 0644 "$3/certificate.new"
    if [ -n "${4:-}" ]; then
        chgrp "$4" "$3/key.new"
        chmod 0640 "$3/key.new"
    fi
    mv "$3/key.new" "$3/key.pem"
    mv "$3/certificate.new" "$3/certificate.pem"
}
