import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { request as secureRequest } from "node:https";
import type { Socket } from "node:net";

/** What the gateway sends: the opcode of RFC 6455 and what follows it. */
export interface Frame {
    readonly opcode: number;
    readonly body: Buffer;
}

export const opcodes = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 } as const;

/** A client of the gateway. */
export class Call {
    readonly #frames: Frame[] = [];
    readonly #waiting: ((frame: Frame) => void)[] = [];
    readonly ended: Promise<unknown>;
    #received = Buffer.alloc(0);
    /** Whether it answers pings, as a browser does, and keeps them to itself. */
    answersPings = true;

    private constructor(readonly socket: Socket) {
        this.ended = once(socket, "close");
        socket.on("error", () => {}).on("data", (chunk: Buffer) => this.#take(chunk));
    }

    static async begin(port: number, { path = "/", isSecure = false } = {}): Promise<Call> {
        const key = randomBytes(16).toString("base64");
        const headers = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-key": key };
        const where = { host: "127.0.0.1", port, path, headers: { ...headers, "sec-websocket-version": "13" } };
        const asked = isSecure ? secureRequest({ ...where, rejectUnauthorized: false }).end() : request(where).end();
        const socket = await new Promise<[Socket, Buffer]>((resolve, reject) => {
            asked.on("upgrade", (_, upgraded, rest) => resolve([upgraded as Socket, rest]));
            asked.on("response", ({ statusCode }) => reject(new Error(`refused with ${statusCode}`)));
            asked.on("error", reject);
        });
        const call = new Call(socket[0]);
        call.#take(socket[1]);
        return call;
    }

    send(opcode: number, body: string | Buffer, { isLast = true, isMasked = true } = {}): void {
        const data = Buffer.from(body);
        const mask = isMasked ? randomBytes(4) : Buffer.alloc(0);
        const head = Buffer.from([(isLast ? 0x80 : 0) | opcode, (isMasked ? 0x80 : 0) | 126, 0, 0]);
        head.writeUInt16BE(data.length, 2);
        const masked = data.map((byte, at) => byte ^ (mask[at % 4] ?? 0));
        this.socket.write(Buffer.concat([head, mask, masked]));
    }

    next(): Promise<Frame> {
        const frame = this.#frames.shift();
        return frame === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(frame);
    }

    async nextText(): Promise<string> {
        return (await this.next()).body.toString();
    }

    /** Says a text and gives what comes back. */
    async say(text: string): Promise<string> {
        this.send(opcodes.text, text);
        return await this.nextText();
    }

    /** The code with which the gateway closes the call. */
    async closing(): Promise<number> {
        const { opcode, body } = await this.next();
        return opcode === opcodes.close ? body.readUInt16BE() : await this.closing();
    }

    hangUp(): void {
        this.send(opcodes.close, Buffer.from([3, 232]));
    }

    #take(chunk: Buffer): void {
        this.#received = Buffer.concat([this.#received, chunk]);
        for (;;) {
            const short = (this.#received[1] ?? 0) & 0x7f;
            const start = short === 126 ? 4 : 2;
            if (this.#received.length < start) {
                return;
            }
            const finish = start + (short === 126 ? this.#received.readUInt16BE(2) : short);
            if (this.#received.length < finish) {
                return;
            }
            const frame = {
                opcode: (this.#received[0] ?? 0) & 15,
                body: Buffer.from(this.#received.subarray(start, finish)),
            };
            this.#received = this.#received.subarray(finish);
            if (frame.opcode === opcodes.ping && this.answersPings) {
                this.send(opcodes.pong, frame.body);
                continue;
            }
            const waiting = this.#waiting.shift();
            waiting === undefined ? this.#frames.push(frame) : waiting(frame);
        }
    }
}
