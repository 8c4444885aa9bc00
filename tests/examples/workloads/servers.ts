import { createHash, createHmac, pbkdf2Sync } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

/** The server's side of PostgreSQL's and Redis's protocols, as far as the sample workloads go. */

export interface FakePostgres {
    readonly port: number;
    /** What it was asked. */
    readonly queries: readonly string[];
    readonly close: () => void;
}

/** A PostgreSQL that knows one password and answers every SELECT with `row`. */
export async function postgres(password: string, row: readonly string[]): Promise<FakePostgres> {
    const queries: string[] = [];
    const server = createServer((socket) => {
        const scram = new ScramServer(password);
        const packets = packetsOf(socket);
        void (async () => {
            await packets.next(); // the start-up packet
            socket.write(message("R", int32(10), "SCRAM-SHA-256\0\0"));
            const first = (await packets.next()).toString().replace(/^.*?(?=n,,)/s, "");
            socket.write(message("R", int32(11), scram.first(first)));
            const proven = scram.final((await packets.next()).toString());
            if (proven === undefined) {
                socket.end(message("E", 'SFATAL\0Mpassword authentication failed for user "voice"\0\0'));
                return;
            }
            socket.write(Buffer.concat([message("R", int32(12), proven), message("R", int32(0)), message("Z", "I")]));
            const sql = (await packets.next()).toString().replace(/\0$/, "");
            queries.push(sql);
            const values = row.flatMap((value) => [int32(value.length), value]);
            const data = sql.startsWith("SELECT") ? [message("D", Buffer.from([0, row.length]), ...values)] : [];
            socket.write(Buffer.concat([...data, message("C", "DONE\0"), message("Z", "I")]));
        })();
    });
    return { ...(await listening(server)), queries };
}

/** A Redis that knows one password. */
export async function redis(password: string) {
    const server = createServer((socket) => {
        socket.setEncoding("utf8").on("data", (text: string) => {
            const isKnown = text.includes(`\r\nAUTH\r\n$${password.length}\r\n${password}\r\n`);
            socket.write(isKnown ? "+OK\r\n+PONG\r\n" : "-WRONGPASS invalid username-password pair\r\n");
        });
    });
    return await listening(server);
}

async function listening(server: Server) {
    await once(server.listen(0, "127.0.0.1"), "listening");
    return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

/** RFC 7677, from the side of the server. */
class ScramServer {
    readonly #salted: Buffer;
    #exchange = "";

    constructor(password: string) {
        this.#salted = pbkdf2Sync(password, "salt", 4096, 32, "sha256");
    }

    first(clientFirst: string): string {
        const bare = clientFirst.slice(3);
        const answer = `r=${bare.slice(bare.indexOf("r=") + 2)}server,s=${Buffer.from("salt").toString("base64")},i=4096`;
        this.#exchange = `${bare},${answer}`;
        return answer;
    }

    final(clientFinal: string): string | undefined {
        const [unproven = "", proof = ""] = clientFinal.split(",p=");
        const exchange = `${this.#exchange},${unproven}`;
        const key = hmac(this.#salted, "Client Key");
        const mask = hmac(createHash("sha256").update(key).digest(), exchange);
        const expected = Buffer.from(key.map((byte, at) => byte ^ (mask[at] ?? 0))).toString("base64");
        return proof === expected
            ? `v=${hmac(hmac(this.#salted, "Server Key"), exchange).toString("base64")}`
            : undefined;
    }
}

const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();

function int32(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
}

function message(type: string, ...parts: (string | Buffer)[]): Buffer {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

/** The bodies of the client's packets; only the first has no type before its length. */
function packetsOf(socket: Socket) {
    const bodies: Buffer[] = [];
    let typed = 0;
    let received = Buffer.alloc(0);
    let wake = () => {};
    socket
        .on("error", () => {})
        .on("data", (chunk: Buffer) => {
            received = Buffer.concat([received, chunk]);
            while (received.length >= typed + 4 && received.length >= typed + received.readInt32BE(typed)) {
                const finish = typed + received.readInt32BE(typed);
                bodies.push(received.subarray(typed + 4, finish));
                received = received.subarray(finish);
                typed = 1;
            }
            wake();
        });
    return {
        next: async (): Promise<Buffer> => {
            for (;;) {
                const body = bodies.shift();
                if (body !== undefined) {
                    return body;
                }
                await new Promise<void>((resolve) => {
                    wake = resolve;
                });
            }
        },
    };
}
