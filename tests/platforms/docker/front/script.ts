import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
    chmodSync,
    cpSync,
    existsSync,
    mkdirSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { folder } from "./nginx";
import { until } from "./tools";

const scripts = join(__dirname, "../../../../platforms/docker/front");

/** A container's files and programs, as far as the scripts know them, with programs that only note what they are told. */
export class Scene {
    readonly place = folder();
    readonly #running: ChildProcess[] = [];
    readonly variables: Record<string, string>;

    constructor(variables: Readonly<Record<string, string>>) {
        for (const each of ["front", "programs", "certificates", "challenges", "served"]) mkdirSync(this.path(each));
        cpSync(scripts, this.path("front"), { recursive: true, filter: (from) => !from.endsWith(".ts") });
        this.program(
            "nginx",
            'case $1 in -t) ! grep wrong "$6"; exit ;; esac; trap "echo reloaded >>$SCENE/nginx" HUP; trap "exit 0" TERM; echo "$@" >>"$SCENE/nginx"',
            true,
        );
        writeFileSync(this.path("front/nginx.conf"), "first");
        this.program("curl", '[ -e "$SCENE/nginx" ]');
        this.variables = {
            PATH: `${this.path("programs")}:${process.env.PATH}`,
            SCENE: this.place,
            SERVED_FOLDER: this.path("served"),
            LOADED: this.path("served/loaded.conf"),
            CERTIFICATE_FOLDER: this.path("certificates"),
            CERTIFICATE_FILE: this.path("certificates/certificate.pem"),
            KEY_FILE: this.path("certificates/key.pem"),
            FRONT_AWAIT: "0.05",
            FRONT_POLL: "0.05",
            CERTIFICATE_EVERY: "0.1",
            CERTIFICATE_RETRY: "0.1",
            HEALTH_URL: "http://127.0.0.1:1/nginx-health",
            READER_GROUP: String(process.getgid?.() ?? 0),
            ...variables,
        };
    }

    path = (name: string): string => join(this.place, name);
    program(name: string, body: string, goesOn = false): void {
        const loop = goesOn ? "while :; do sleep 0.05; done" : "";
        writeFileSync(this.path(`programs/${name}`), `#!/bin/sh\n${body}\n${loop}\n`);
        chmodSync(this.path(`programs/${name}`), 0o755);
    }
    start(script: string): void {
        writeFileSync(this.path("said"), "");
        const child = spawn("sh", [join(this.path("front"), script)], {
            env: this.variables,
            stdio: ["ignore", "ignore", "pipe"],
            detached: true,
        });
        child.stderr?.on("data", (text) => writeFileSync(this.path("said"), text, { flag: "a" }));
        this.#running.push(child);
    }
    run(script: string): { readonly status: number | null; readonly said: string } {
        const { status, stdout, stderr } = spawnSync("sh", [join(this.path("front"), script)], {
            env: this.variables,
            encoding: "utf8",
        });
        return { status, said: stdout + stderr };
    }
    /** A pair signed by itself, in place of what is there. */
    sign(certificate = "certificates/certificate.pem", key = "certificates/key.pem", days = 90): void {
        const [made, own] = [`${this.path(certificate)}.new`, `${this.path(key)}.new`];
        const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=test"];
        openssl(["req", "-x509", ...curve, "-days", "1", "-keyout", own, "-out", made]);
        // Here it may also be no day at all.
        openssl(["x509", "-in", made, "-signkey", own, "-days", String(days), "-out", made]);
        renameSync(own, this.path(key));
        renameSync(made, this.path(certificate));
    }
    readonly read = (name: string): string =>
        existsSync(this.path(name)) ? readFileSync(this.path(name), "utf8") : "";
    mode = (name: string): string => (statSync(this.path(name)).mode & 0o777).toString(8);
    says = (pattern: RegExp): Promise<void> =>
        until(`it says ${pattern}, and not ${this.read("said")}`, () => pattern.test(this.read("said")));
    notes = (pattern: RegExp): Promise<void> => until(`nginx notes ${pattern}`, () => pattern.test(this.read("nginx")));

    async end(): Promise<void> {
        for (const child of this.#running.splice(0)) {
            const ended = new Promise((resolve) => child.once("close", resolve));
            // The group: the script and the programs that it waits for, which this scene has started.
            if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
            await ended;
        }
        rmSync(this.place, { recursive: true, force: true });
    }
}

function openssl(args: readonly string[]): void {
    const { status, stderr } = spawnSync("openssl", args, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
}
