import type { Value } from "../../facts";
import { pieces } from "../pieces";

/** `/var/lib/docker/` as it is meant, whatever is written: doubled slashes, dots, a slash at the end. */
function plain(path: string): string {
    const parts: string[] = [];
    for (const part of path.split("/")) {
        if (part === "" || part === ".") continue;
        if (part === "..") parts.pop();
        else parts.push(part);
    }
    return `/${parts.join("/")}`;
}

/** Whether a path of the host is one of these, lies below it, or holds it. */
function meets(value: Value | undefined, places: readonly string[]): boolean {
    const written = pieces(value).text;
    if (!written.startsWith("/")) return false;
    const path = plain(written);
    return places.some(
        (place) => path === place || path.startsWith(`${place}/`) || place.startsWith(path === "/" ? "/" : `${path}/`),
    );
}

/** Folders in which engines keep the volumes and the files of every container on the host. */
const stores = ["/var/lib/docker", "/var/lib/containerd", "/var/lib/containers", "/var/snap/docker"];
/** `/var/run` is `/run`. */
const sockets = [
    "docker.sock",
    "containerd/containerd.sock",
    "docker/containerd/containerd.sock",
    "podman/podman.sock",
].flatMap((name) => [`/var/run/${name}`, `/run/${name}`]);

/** Whether a path of the host leads to what other environments on the host have stored. */
export const isEngineStore = (path: Value | undefined): boolean => meets(path, stores);
/** Whether the socket of the engine is found at, or below, a path of the host. */
export const isEngineSocket = (path: Value | undefined): boolean => meets(path, sockets);
