import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { type RequestOptions, request } from "node:http";
import { connect } from "node:net";
import { Duplex } from "node:stream";

/** A way to a Docker Engine. */
export interface Connection {
    readonly stream: Duplex;
    /** What hindered it, once it has ended, where it says so. */
    readonly hindrance: () => Promise<string | undefined>;
}

/** How to reach the engine at an address such as `docker` takes it; nothing where nobody here knows. */
export function connectionTo(host: string): (() => Connection) | undefined {
    if (host.startsWith("ssh://")) return () => throughSsh(new URL(host));
    const path = /^(?:unix|npipe):\/\/(.+)$/.exec(host)?.[1];
    if (path !== undefined) return () => plain(connect({ path }));
    // One with certificates is left to those who have them.
    if (!host.startsWith("tcp://") || process.env.DOCKER_TLS_VERIFY) return undefined;
    const { hostname, port } = new URL(host);
    return () => plain(connect({ host: hostname, port: Number(port || 2375) }));
}

const plain = (stream: Duplex): Connection => ({ stream, hindrance: async () => undefined });

/**
 * The provider's way: `docker` on the host passes on what is said to its engine. It must not ask anything, since nobody may
 * be there to answer. https://docs.docker.com/engine/security/protect-access/#use-ssh-to-protect-the-docker-daemon-socket
 */
function throughSsh({ username, hostname, port }: URL): Connection {
    const options = ["-o", "BatchMode=yes", "-o", "ConnectTimeout=10", ...(port === "" ? [] : ["-p", port])];
    const who = username === "" ? hostname : `${username}@${hostname}`;
    const ssh = spawn("ssh", [...options, "--", who, "docker", "system", "dial-stdio"]);
    let said = "";
    ssh.stderr.setEncoding("utf8").on("data", (text) => {
        said += text;
    });
    const ended = new Promise<void>((end) => {
        ssh.on("close", () => end());
        ssh.on("error", (error: NodeJS.ErrnoException) => {
            said = error.code === "ENOENT" ? "there is no `ssh` on PATH" : error.message;
            end();
        });
    });
    return {
        stream: duplexOf(ssh),
        hindrance: async () => {
            await ended;
            return said.trim().split("\n").at(-1)?.trim() || undefined;
        },
    };
}

/** Both ends of a process. What is written after its end is lost, as what it says by then tells why. */
function duplexOf(child: ChildProcessWithoutNullStreams): Duplex {
    child.stdin.on("error", () => {});
    const stream = new Duplex({
        read: () => void child.stdout.resume(),
        write: (part, _, done) => void child.stdin.write(part, () => done()),
        final: (done) => void child.stdin.end(() => done()),
        destroy: (error, done) => {
            child.kill();
            done(error);
        },
    });
    child.stdout.on("data", (part) => {
        if (!stream.push(part)) child.stdout.pause();
    });
    child.stdout.on("end", () => stream.push(null));
    return stream;
}

/** One request over a connection of its own. */
export function ask(open: () => Connection, asked: Pick<RequestOptions, "method" | "path">): Promise<string> {
    const { stream, hindrance } = open();
    return new Promise((resolve, reject) => {
        const refuse = async (error: NodeJS.ErrnoException) => {
            stream.destroy();
            reject(new Error((await hindrance()) ?? error.code ?? error.message));
        };
        const sent = request(
            { ...asked, host: "docker", createConnection: () => stream, timeout: 30_000 },
            (answer) => {
                let text = "";
                answer.setEncoding("utf8").on("data", (part) => {
                    text += part;
                });
                answer.on("error", refuse);
                answer.on("end", () => {
                    stream.destroy();
                    const { statusCode = 0 } = answer;
                    if (statusCode < 300) resolve(text);
                    else reject(new Error(text.trim() || `status ${statusCode}`));
                });
            },
        );
        sent.setHeader("Connection", "close");
        sent.on("timeout", () => sent.destroy(new Error("it does not answer")));
        sent.on("error", refuse);
        sent.end();
    });
}
