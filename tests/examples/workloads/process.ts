import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const main = resolve(__dirname, "../../../examples/workloads/main.mjs");
const running = new Set<ChildProcess>();

type Variables = Readonly<Record<string, string>>;

/** A sample workload that listens on a free port of this machine. */
export interface Running {
    readonly port: number;
    readonly get: (path: string) => Promise<{ status: number; body: string }>;
    /** Sends SIGTERM. */
    readonly leave: () => void;
    /** The exit code, once it has ended. */
    readonly ended: Promise<number | null>;
}

export async function start(argument: string, variables: Variables = {}): Promise<Running> {
    const child = run([argument], { PORT: "0", ...variables });
    const ended = once(child, "exit").then(([code]) => code as number | null);
    const port = await new Promise<number>((found, failed) => {
        ended.then((code) => failed(new Error(`${argument} ended with ${code} before it listened`)), failed);
        createInterface(child.stdout).on("line", (line) => {
            const { message, port } = JSON.parse(line) as { message: string; port: number };
            if (message === "listens") {
                found(port);
            }
        });
    });
    return {
        port,
        ended,
        leave: () => child.kill("SIGTERM"),
        get: async (path) => {
            const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: "close" } });
            return { status: answer.status, body: await answer.text() };
        },
    };
}

/** Runs it to its end. */
export async function end(args: readonly string[], variables: Variables = {}) {
    const child = run(args, variables);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
            output += text;
        });
    }
    const [code] = (await once(child, "close")) as [number];
    return { code, output };
}

function run(args: readonly string[], variables: Variables) {
    const child = spawn(process.execPath, [main, ...args], { env: variables, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
}

export function endAll(): void {
    for (const child of running) {
        child.kill("SIGKILL");
    }
}
