#!/bin/sh
# Builds stand-ins for the official images, from Debian's packages, for a Docker Engine that reaches no image registry:
#   ./build.sh                  those that an environment runs on
#   ./build.sh monitoring       those that watch one, as far as Debian has them: not Grafana, Loki, Alloy and Telegraf
#   ./build.sh postgres nginx   some
# Their programs, users, paths, variables and entry points are those of the official images as far as ringfence uses
# them; their versions are Debian's. Needs root, mmdebstrap and a Docker Engine. An image that is there already is kept;
# `REBUILD=1` makes it anew.
set -eu
cd "$(dirname "$0")"
base=debian:trixie-slim
environment="node postgres redis nginx rclone"
monitoring="prometheus alertmanager node-exporter postgres-exporter redis-exporter nginx-exporter blackbox-exporter"
export DOCKER_BUILDKIT="${DOCKER_BUILDKIT:-0}"

# The names that the program asks for, without their digests, which no image made here could have.
locked() {
    node -p 'Object.entries(require("../../../platforms/docker/base-images.lock.json"))
        .filter(([key]) => process.argv.slice(1).includes(key.split(" ")[0]))
        .map(([, { image }]) => image).join(" ")' "$@"
}

tags_of() {
    case $1 in
        node) echo node:24-alpine ;;
        postgres) locked postgres pgvector ;;
        *)
            case " $environment $monitoring " in *" $1 "*) locked "$1" && return ;; esac
            echo "build.sh: there is no image $1" >&2 && return 1
            ;;
    esac
}

missing() { [ -n "${REBUILD:-}" ] || ! docker image inspect "$1" >/dev/null 2>&1; }

# The mirror that this machine's own apt installs Debian from.
mirror() {
    apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | awk '$1 == "Debian" { print $2; exit }'
}

if missing "$base"; then
    found=$(mirror)
    [ -n "$found" ] || { echo "build.sh: apt knows no Debian mirror; run apt-get update first" >&2 && exit 1; }
    mmdebstrap --quiet --mode=root --variant=minbase --format=tar \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        trixie - "$found" | docker import - "$base"
fi

for image in "${@:-$environment}"; do
    [ "$image" != monitoring ] || image=$monitoring
    for name in $image; do
        tags=$(tags_of "$name")
        for first in $tags; do break; done
        ! missing "$first" || docker build --quiet --tag "$first" "$name" >/dev/null
        for tag in $tags; do docker tag "$first" "$tag"; done
        echo "$name: $tags" | tr '\n' ' ' && echo
    done
done
