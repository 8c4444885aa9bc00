import { createHash } from "node:crypto";

// RFC 6455, as far as a call needs it: text and binary messages, fragments, ping, pong and close; no extensions.

const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };
const longestMessage = 1024 * 1024;

/** Answers the request for a WebSocket, or refuses it and gives nothing. */
export function accept(request, socket, { onMessage, onClose }) {
    socket.on("error", () => socket.destroy());
    const key = request.headers["sec-websocket-key"];
    if (request.headers.upgrade?.toLowerCase() !== "websocket" || key === undefined) {
        socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        return undefined;
    }
    const proof = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    socket.write(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            `Sec-WebSocket-Accept: ${proof}\r\n\r\n`,
    );
    socket.setTimeout(0).setNoDelay(true);
    const connection = new Connection(socket, onMessage);
    socket.on("close", onClose);
    return connection;
}

class Connection {
    #received = Buffer.alloc(0);
    #fragments = [];
    #opcode = opcodes.text;
    #isAwaited = false;
    #isClosing = false;

    constructor(socket, onMessage) {
        this.socket = socket;
        this.onMessage = onMessage;
        socket.on("data", (chunk) => this.#take(chunk));
        socket.on("end", () => socket.end());
    }

    send(data, opcode = opcodes.text) {
        if (!this.#isClosing && this.socket.writable) {
            this.socket.write(frame(opcode, Buffer.from(data)));
        }
    }

    /** Gives up a client that has not answered the ping before. */
    ping() {
        if (this.#isAwaited) {
            this.socket.destroy();
        } else {
            this.#isAwaited = true;
            this.send("", opcodes.ping);
        }
    }

    close(code, reason = "") {
        const body = Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason)]);
        this.send(body, opcodes.close);
        this.#isClosing = true;
        // A client that never answers must not hold the process.
        setTimeout(() => this.socket.destroy(), 2000).unref();
    }

    #take(chunk) {
        this.#received = Buffer.concat([this.#received, chunk]);
        for (let next = parsed(this.#received); next !== undefined; next = parsed(this.#received)) {
            this.#received = this.#received.subarray(next.end);
            this.#heed(next);
        }
        if (this.#received.length > longestMessage + 14) {
            this.close(1009);
        }
    }

    #heed({ isLast, opcode, isMasked, body }) {
        if (!isMasked) {
            this.close(1002, "a client masks what it sends");
        } else if (opcode === opcodes.close) {
            this.send(body, opcodes.close);
            this.#isClosing = true;
            this.socket.end();
        } else if (opcode === opcodes.ping) {
            this.send(body, opcodes.pong);
        } else if (opcode === opcodes.pong) {
            this.#isAwaited = false;
        } else {
            this.#collect(isLast, opcode, body);
        }
    }

    #collect(isLast, opcode, body) {
        if (opcode !== opcodes.continuation) {
            this.#opcode = opcode;
            this.#fragments = [];
        }
        this.#fragments.push(body);
        if (this.#fragments.reduce((sum, { length }) => sum + length, 0) > longestMessage) {
            this.close(1009);
        } else if (isLast) {
            const whole = Buffer.concat(this.#fragments);
            this.#fragments = [];
            this.onMessage(whole, this.#opcode);
        }
    }
}

function frame(opcode, body) {
    const { length } = body;
    const head = Buffer.alloc(length < 126 ? 2 : length < 65536 ? 4 : 10);
    head[0] = 0x80 | opcode;
    if (length < 126) {
        head[1] = length;
    } else if (length < 65536) {
        head[1] = 126;
        head.writeUInt16BE(length, 2);
    } else {
        head[1] = 127;
        head.writeBigUInt64BE(BigInt(length), 2);
    }
    return Buffer.concat([head, body]);
}

/** The first frame in `bytes`, once all of it is there. */
function parsed(bytes) {
    if (bytes.length < 2) {
        return undefined;
    }
    const isMasked = (bytes[1] & 0x80) !== 0;
    let length = bytes[1] & 0x7f;
    let at = length < 126 ? 2 : length === 126 ? 4 : 10;
    if (bytes.length < at) {
        return undefined;
    }
    if (at > 2) {
        length = at === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    }
    const mask = isMasked ? bytes.subarray(at, at + 4) : Buffer.alloc(4);
    at += isMasked ? 4 : 0;
    const end = at + length;
    if (bytes.length < end) {
        return undefined;
    }
    const body = Buffer.from(bytes.subarray(at, end).map((byte, index) => byte ^ mask[index % 4]));
    return { isLast: (bytes[0] & 0x80) !== 0, opcode: bytes[0] & 0x0f, isMasked, body, end };
}
