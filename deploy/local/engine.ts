import { spawnSync } from "node:child_process";
import { request } from "node:http";
import { DeployError } from "../deploy-error";

/** The first Docker Engine that asks a starting container often whether it is healthy: https://docs.docker.com/engine/release-notes/25.0/ */
const oldest = 25;
const usual = "unix:///var/run/docker.sock";

/**
 * The address of the local Docker Engine, which answers and is not too old: the one that `docker` itself would talk to,
 * since the provider knows nothing of contexts.
 */
export async function localEngine(env: NodeJS.ProcessEnv): Promise<string> {
    const host = env.DOCKER_HOST ?? currentContext(env) ?? usual;
    if (!host.startsWith("unix://")) return host;
    const version = await versionOf(host.slice("unix://".length), host);
    if (Number.parseInt(version, 10) < oldest)
        throw new DeployError(
            `the Docker Engine at ${host} is version ${version}, and ${oldest} is the oldest that will do`,
            "Update it: https://docs.docker.com/engine/install/",
        );
    return host;
}

function currentContext(env: NodeJS.ProcessEnv): string | undefined {
    const words = ["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"];
    const { status, stdout } = spawnSync("docker", words, { env, encoding: "utf8", timeout: 10_000 });
    return status === 0 && stdout.trim() !== "" ? stdout.trim() : undefined;
}

/** https://docs.docker.com/reference/api/engine/ */
function versionOf(socketPath: string, host: string): Promise<string> {
    return new Promise((resolve, reject) => {
        const refuse = (why: string) =>
            reject(
                new DeployError(
                    `no Docker Engine answers at ${host} (${why})`,
                    "Start it, or say at DOCKER_HOST where it is; whoever may talk to it is in the group `docker`.",
                ),
            );
        const asked = request({ socketPath, path: "/version", timeout: 10_000 }, (answer) => {
            let text = "";
            answer.setEncoding("utf8").on("data", (part) => {
                text += part;
            });
            answer.on("end", () => {
                try {
                    resolve(String(JSON.parse(text).Version));
                } catch {
                    refuse("what answers is none");
                }
            });
        });
        asked.on("timeout", () => asked.destroy(new Error("it does not answer")));
        asked.on("error", (error: NodeJS.ErrnoException) => refuse(error.code ?? error.message));
        asked.end();
    });
}
