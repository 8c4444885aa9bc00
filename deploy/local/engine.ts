import { spawnSync } from "node:child_process";
import { localEngine as usual } from "../../environment/docker-engine";
import { type DockerEngine, engineAt } from "../docker/engine";

/**
 * The local Docker Engine, which answers: the one that `docker` itself would talk to, since the provider knows nothing of
 * contexts. Its address alone where only the provider knows the way to it.
 */
export async function localEngine(
    env: NodeJS.ProcessEnv,
): Promise<{ readonly host: string; readonly engine: DockerEngine | undefined }> {
    const host = env.DOCKER_HOST ?? currentContext(env) ?? usual;
    return { host, engine: await engineAt(host) };
}

function currentContext(env: NodeJS.ProcessEnv): string | undefined {
    const words = ["context", "inspect", "--format", "{{.Endpoints.docker.Host}}"];
    const { status, stdout } = spawnSync("docker", words, { env, encoding: "utf8", timeout: 10_000 });
    return status === 0 && stdout.trim() !== "" ? stdout.trim() : undefined;
}
