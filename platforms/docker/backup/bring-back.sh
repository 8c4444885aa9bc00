#!/bin/sh
# Brings a backup back from S3-compatible storage, on a new host for one: `docker exec CONTAINER sh /backup/bring-back.sh NAME`.
# Without a name it says which there are. Runs in rclone's image; prove and restore it from the other container then.
set -eu
# shellcheck source=platforms/docker/backup/common.sh
. "$(dirname "$0")/common.sh"
: "${SHIP_TO:?is not set: what rclone calls the target, remote:bucket/prefix}"

if [ -z "${1:-}" ]; then
    rclone lsf --dirs-only "$SHIP_TO" | sed 's,/$,,' | grep -E "^$PGDATABASE-[0-9]{8}T[0-9]{6}Z\$" | sort
    exit
fi
name=${1##*/}
[ ! -e "$BACKUP_DIRECTORY/$name" ] || { complain "$name is here already" && exit 1; }
# Not called `.unfinished-…`, which the next backup clears away.
coming=$BACKUP_DIRECTORY/.coming-$name
trap 'rm -rf "$coming"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
mkdir -p "$coming"
rclone copy "$SHIP_TO/$name" "$coming"
[ -f "$coming/manifest" ] || { complain "no backup $name in $SHIP_TO" && exit 1; }
if [ "$(sha256sum <"$coming/dump" | cut -d ' ' -f 1)" != "$(value sha256 "$coming/manifest")" ]; then
    complain "what came is not what was taken: the copy in $SHIP_TO is damaged"
    exit 1
fi
mv "$coming" "$BACKUP_DIRECTORY/$name"
say "$name is here. Prove it: prove-restore.sh $name"
