#!/bin/sh
# Makes a database cluster in an empty PGDATA, as the variables say, and then becomes the server.
set -eu

case "${1:-}" in
    -*) set -- postgres "$@" ;;
esac
[ "${1:-}" = postgres ] || exec "$@"

if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    chown postgres:postgres "$PGDATA" /var/run/postgresql
    chmod 0700 "$PGDATA"
    exec setpriv --reuid postgres --regid postgres --init-groups "$0" "$@"
fi

# NAME_FILE names a file that holds the value of NAME.
value_of() {
    eval "value=\${$1:-} file=\${$1_FILE:-}"
    [ -z "$value" ] || [ -z "$file" ] || { echo "both $1 and $1_FILE are set" >&2 && exit 1; }
    if [ -n "$file" ]; then cat "$file"; else printf %s "$value"; fi
}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    password=$(value_of POSTGRES_PASSWORD)
    user=$(value_of POSTGRES_USER)
    database=$(value_of POSTGRES_DB)
    user=${user:-postgres}
    database=${database:-$user}
    method=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
    [ -n "$password" ] || [ "$method" = trust ] || { echo "POSTGRES_PASSWORD is not set" >&2 && exit 1; }

    # The file must not lie in PGDATA, which is to be empty, and the root may be read-only: memory always is there.
    secret=$(mktemp -p /dev/shm)
    printf '%s\n' "$password" >"$secret"
    # shellcheck disable=SC2086 # several arguments
    initdb --username="$user" ${password:+--pwfile="$secret"} ${POSTGRES_INITDB_ARGS:-}
    rm -f "$secret"
    echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"
    echo "host all all all $method" >>"$PGDATA/pg_hba.conf"

    # No port is open until all is made: whoever waits for it finds the database whole.
    pg_ctl --wait start -o "-c listen_addresses=''"
    export PGPASSWORD="$password"
    # shellcheck disable=SC2329 # called by the scripts below
    sql() { psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$user" --no-password "$@"; }
    [ "$database" = postgres ] ||
        echo 'CREATE DATABASE :"name";' | sql --dbname postgres --set name="$database"
    for script in /docker-entrypoint-initdb.d/*; do
        case $script in
            *.sql) sql --dbname "$database" --file "$script" ;;
            *.sh) POSTGRES_USER=$user POSTGRES_DB=$database sh "$script" ;;
        esac
    done
    unset PGPASSWORD
    pg_ctl --wait --mode=fast stop
fi
unset POSTGRES_PASSWORD
exec "$@"
