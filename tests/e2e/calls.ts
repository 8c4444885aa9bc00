import { randomBytes } from "node:crypto";
import { connect, type TLSSocket } from "node:tls";

/** WebSocket calls that are held: what the other side pings is answered, nothing else is said. */
export class Calls {
    readonly #sockets: TLSSocket[] = [];
    #open = 0;
    #ended = 0;

    /** Calls that were let in, and are still there. */
    get held(): number {
        return this.#open - this.#ended;
    }

    /** Opens calls at a `wss://` address, whatever its certificate says, and waits until they are let in. */
    async open(count: number, address: string): Promise<void> {
        await Promise.all(Array.from({ length: count }, () => this.one(new URL(address))));
    }

    end(): void {
        for (const socket of this.#sockets) socket.destroy();
    }

    private one({ hostname, port, pathname, host }: URL): Promise<void> {
        return new Promise((resolve, reject) => {
            const socket = connect({
                host: hostname,
                port: Number(port),
                servername: hostname,
                rejectUnauthorized: false,
            });
            this.#sockets.push(socket);
            let letIn = false;
            socket.on("secureConnect", () => {
                const key = randomBytes(16).toString("base64");
                const upgrade = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
                const lines = [`GET ${pathname} HTTP/1.1`, `Host: ${host}`, ...upgrade, `Sec-WebSocket-Key: ${key}`];
                socket.write(`${lines.join("\r\n")}\r\n\r\n`);
            });
            socket.on("data", (data: Buffer) => {
                if (letIn) answerPings(socket, data);
                else if (data.toString("latin1").startsWith("HTTP/1.1 101")) {
                    letIn = true;
                    this.#open += 1;
                    resolve();
                } else reject(new Error(`not let in: ${data.toString("latin1").split("\r\n")[0]}`));
            });
            socket.on("close", () => {
                if (letIn) this.#ended += 1;
                reject(new Error("closed before it was let in"));
            });
            socket.on("error", reject);
        });
    }
}

/** Frames of the server's are not masked, and a ping has at most 125 bytes: https://www.rfc-editor.org/rfc/rfc6455#section-5.5 */
function answerPings(socket: TLSSocket, data: Buffer): void {
    for (let at = 0; at + 2 <= data.length; ) {
        const opcode = (data[at] ?? 0) & 0x0f;
        const length = (data[at + 1] ?? 0) & 0x7f;
        if (opcode === 9) {
            const mask = randomBytes(4);
            const payload = data.subarray(at + 2, at + 2 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
            socket.write(Buffer.concat([Buffer.from([0x8a, 0x80 | length]), mask, payload]));
        }
        at += 2 + length;
    }
}
