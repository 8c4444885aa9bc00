import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The Docker Engine that the client on PATH talks to: `DOCKER_HOST`, its context, or the local one. */
export async function docker(...args: readonly string[]): Promise<string> {
    try {
        return (await run("docker", [...args], { maxBuffer: 64 * 1024 * 1024 })).stdout.trim();
    } catch (error) {
        const { stderr = "" } = error as { stderr?: string };
        throw new Error(`docker ${args.slice(0, 2).join(" ")}: ${stderr.trim() || (error as Error).message}`);
    }
}

/** Why nothing can be run here; nothing where all is well. */
export async function missing(images: readonly string[]): Promise<string | undefined> {
    try {
        await docker("version", "--format", "{{.Server.Version}}");
    } catch (error) {
        return `no Docker Engine answers (${(error as Error).message})`;
    }
    const absent: string[] = [];
    for (const image of images) await docker("image", "inspect", image).catch(() => absent.push(image));
    if (absent.length === 0) return undefined;
    return `the Docker Engine has no ${absent.join(", ")}: pull them, or run tests/docker/images/build.sh and build.sh monitoring`;
}
