import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Seconds } from "../../../../environment/units";
import { type FrontConfiguration, frontConfiguration } from "../../../../platforms/docker/front/configuration";
import { present, until } from "./tools";

/** The nginx of the machine; another by the variable NGINX_PROGRAM (NGINX is taken by nginx). */
const candidates = [process.env.NGINX_PROGRAM, "nginx", "/usr/sbin/nginx"].filter((each) => each !== undefined);
export const nginx = candidates.find((each) => present(each, "-v"));
const said = nginx === undefined ? "" : spawnSync(nginx, ["-v"], { encoding: "utf8" }).stderr;
const [major = 0, minor = 0, patch = 0] = (/nginx\/([\d.]+)/.exec(said)?.[1] ?? "").split(".").map(Number);
const atLeast = (wanted: number): boolean => major * 1_000_000 + minor * 1000 + patch >= wanted;

export const resolvesGroups = atLeast(1_027_003);
/** Other systems have no loopback address but 127.0.0.1 of themselves. */
export const missing = [
    ...(nginx === undefined ? ["nginx"] : []),
    ...(process.platform === "linux" ? [] : ["the loopback addresses of Linux"]),
];

/** For an nginx before 1.25.1, which has HTTP/2 as a parameter of `listen`. The image's is newer. */
export const forThisNginx = (text: string): string =>
    atLeast(1_025_001) ? text : text.replaceAll("http2 on;", "").replace(/(listen \d+ ssl)/g, "$1 http2");

/** A folder that nginx's workers get into when they have another user than the tests. */
export function folder(): string {
    const made = mkdtempSync(join(tmpdir(), "front-"));
    chmodSync(made, 0o755);
    return made;
}

export async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    if (address === null || typeof address === "string") throw new Error("no port");
    return address.port;
}

export class Nginx {
    readonly #process: ChildProcess;
    readonly ended: Promise<number | null>;

    private constructor(
        readonly place: string,
        process: ChildProcess,
    ) {
        this.#process = process;
        this.ended = new Promise((resolve) => process.once("exit", resolve));
    }

    static async started(front: FrontConfiguration, resolver: string): Promise<Nginx> {
        const place = folder();
        writeFileSync(join(place, "nginx.conf"), configurationAt(place, front, resolver));
        const errors = openSync(join(place, "errors"), "a");
        const process = spawn(nginx ?? "", ["-e", "stderr", "-c", join(place, "nginx.conf"), "-p", place], {
            stdio: ["ignore", "ignore", errors],
        });
        const made = new Nginx(place, process);
        try {
            await until("nginx runs", () => made.#has("nginx.pid"));
            return made;
        } catch (error) {
            await made.stop();
            throw error;
        }
    }

    #has(file: string): boolean {
        if (this.#process.exitCode !== null) throw new Error(this.errors());
        return this.read(file) !== "";
    }
    read(file: string): string {
        try {
            return readFileSync(join(this.place, file), "utf8");
        } catch {
            return "";
        }
    }
    errors = (): string => this.read("errors");
    log = (): readonly Record<string, unknown>[] =>
        this.read("access")
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => JSON.parse(line));
    change(by: (text: string) => string): void {
        writeFileSync(join(this.place, "nginx.conf"), by(this.read("nginx.conf")));
    }
    reload = (): boolean => this.#process.kill("SIGHUP");
    /** As the engine stops the container. */
    quit = (): boolean => this.#process.kill("SIGQUIT");
    async stop(): Promise<void> {
        if (this.#process.exitCode === null) this.#process.kill("SIGTERM");
        await this.ended;
        rmSync(this.place, { recursive: true, force: true });
    }
}

function configurationAt(place: string, front: FrontConfiguration, resolver: string): string {
    const around = { resolver, fresh: 1 as Seconds, folder: place, accessLog: join(place, "access") };
    return forThisNginx(frontConfiguration(front, around));
}

/** What `nginx -t` says of it; nothing if it has nothing to say against it. */
export function complaint(front: FrontConfiguration): string {
    const place = folder();
    writeFileSync(join(place, "nginx.conf"), configurationAt(place, front, "127.0.0.1"));
    const { status, stderr } = spawnSync(
        nginx ?? "",
        ["-t", "-q", "-e", "stderr", "-c", join(place, "nginx.conf"), "-p", place],
        {
            encoding: "utf8",
        },
    );
    rmSync(place, { recursive: true });
    return status === 0 ? stderr : `${stderr} status ${status}`;
}
