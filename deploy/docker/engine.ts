import { DeployError } from "../deploy-error";
import { ask, type Connection, connectionTo } from "./connection";

/** A Docker Engine that answers. https://docs.docker.com/reference/api/engine/ */
export interface DockerEngine {
    readonly host: string;
    readonly version: string;
    readonly get: (path: string) => Promise<unknown>;
    readonly remove: (path: string) => Promise<void>;
    /** The last lines that a container has said. */
    readonly log: (container: string, lines: number) => Promise<string>;
}

/** The first that asks a starting container often whether it is healthy: https://docs.docker.com/engine/release-notes/25.0/ */
const oldest = 25;

/** The engine at an address, which answers and is not too old; nothing where the address is of a kind not known here. */
export async function engineAt(host: string): Promise<DockerEngine | undefined> {
    const open = connectionTo(host);
    if (open === undefined) return undefined;
    const version = await versionAt(host, open);
    if (Number.parseInt(version, 10) < oldest)
        throw new DeployError(
            `the Docker Engine at ${host} is version ${version}, and ${oldest} is the oldest that will do`,
            "Update it: https://docs.docker.com/engine/install/",
        );
    return {
        host,
        version,
        get: async (path) => JSON.parse(await ask(open, { method: "GET", path })),
        remove: async (path) => void (await ask(open, { method: "DELETE", path })),
        log: async (container, lines) => {
            const path = `/containers/${container}/logs?stdout=1&stderr=1&tail=${lines}`;
            return withoutHeaders(await ask(open, { method: "GET", path }));
        },
    };
}

async function versionAt(host: string, open: () => Connection): Promise<string> {
    const nobody = (why: string) =>
        new DeployError(
            `no Docker Engine answers at ${host} (${why})`,
            host.startsWith("ssh://") ? overSsh(host) : here,
        );
    const text = await ask(open, { method: "GET", path: "/version" }).catch((error: Error) => {
        throw nobody(error.message);
    });
    try {
        return String(JSON.parse(text).Version);
    } catch {
        throw nobody("what answers is none");
    }
}

const here = "Start it, or say at DOCKER_HOST where it is; whoever may talk to it is in the group `docker`.";

function overSsh(host: string): string {
    const { username, hostname, port } = new URL(host);
    const words = [...(port === "" ? [] : [`-p ${port}`]), username === "" ? hostname : `${username}@${hostname}`];
    return `\`ssh ${words.join(" ")} docker version\` must show it without a question: the host's key known, yours let in, \`docker\` installed there, and the user in its group \`docker\`.`;
}

/**
 * Each piece of a log begins with the stream's number, three zeros, and its length in four bytes, of which the first two are
 * zeros as well: https://docs.docker.com/reference/api/engine/
 */
function withoutHeaders(log: string): string {
    const pieces = log.split("\0\0\0\0\0");
    return pieces
        .map((piece, index) => piece.slice(index === 0 ? 0 : 2, index === pieces.length - 1 ? undefined : -1))
        .join("");
}
