#!/bin/sh
# Becomes redis-server with the given options, as the user redis. Where nothing is said of it, connections from other
# containers are accepted without a password, as the official image does.
set -eu

case "${1:-}" in
    -* | *.conf) set -- redis-server "$@" ;;
esac
[ "${1:-}" = redis-server ] || exec "$@"

if [ "$(id -u)" = 0 ]; then
    find . \! -user redis -exec chown redis {} +
    exec setpriv --reuid redis --regid redis --init-groups "$0" "$@"
fi
umask 0077
case " $* " in
    *protected-mode* | *.conf*) exec "$@" ;;
    *) exec "$@" --protected-mode no ;;
esac
