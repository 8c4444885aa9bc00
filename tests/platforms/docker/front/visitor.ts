import * as http from "node:http";
import * as http2 from "node:http2";
import * as https from "node:https";
import type { Socket } from "node:net";
import * as tls from "node:tls";
import type { Seen } from "./back-end";

export interface Answer {
    readonly status: number;
    readonly headers: http.IncomingHttpHeaders;
    readonly text: string;
    readonly seen: Seen;
}
export interface Request {
    readonly port: number;
    readonly host: string;
    readonly path: string;
    readonly secure?: boolean;
    readonly method?: string;
    readonly headers?: http.OutgoingHttpHeaders;
    readonly body?: string | Buffer;
}

function send({ port, host, path, secure, method = "GET", headers = {}, body }: Request): http.ClientRequest {
    const common = {
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: { Host: host, ...headers },
        agent: false as const,
    };
    const request = secure
        ? https.request({ ...common, servername: /^[\d.]+$/.test(host) ? "" : host, rejectUnauthorized: false })
        : http.request(common);
    return request.end(body);
}

export const visit = (request: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
        const sent = send(request);
        sent.once("error", reject);
        sent.once("response", async (response) => {
            let text = "";
            for await (const part of response.setEncoding("utf8")) text += part;
            const seen = text.startsWith("{") ? JSON.parse(text) : undefined;
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, seen });
        });
    });

/** A call over a WebSocket, as far as a proxy knows one. */
export class Call {
    #heard: string;
    #over = false;

    private constructor(
        readonly socket: Socket,
        first: Buffer,
    ) {
        this.#heard = first.toString();
        socket.on("data", (data) => {
            this.#heard += data.toString();
        });
        socket.on("error", () => undefined);
        socket.on("close", () => {
            this.#over = true;
        });
    }
    static to = (request: Request): Promise<Call> =>
        new Promise((resolve, reject) => {
            const upgrade = { Connection: "Upgrade", Upgrade: "websocket", ...request.headers };
            const sent = send({ ...request, headers: upgrade });
            sent.once("error", reject);
            sent.once("response", ({ statusCode }) => reject(new Error(`refused with ${statusCode}`)));
            sent.once("upgrade", (_, socket, first) => resolve(new Call(socket as Socket, first)));
        });
    say = (word: string): boolean => this.socket.write(word);
    hears = (word: string): boolean => this.#heard.includes(word);
    over = (): boolean => this.#over;
    end = (): void => void this.socket.destroy();
}

/** Status of a request over HTTP/2; fails where that is not spoken. */
export async function visitByHttp2(port: number, host: string, path: string): Promise<number> {
    const session = http2.connect(`https://127.0.0.1:${port}`, { servername: host, rejectUnauthorized: false });
    try {
        return await new Promise((resolve, reject) => {
            session.once("error", reject);
            const stream = session.request({ ":path": path, ":authority": host });
            stream.once("error", reject);
            stream.once("response", (headers) => resolve(Number(headers[":status"])));
            stream.resume().end();
        });
    } finally {
        session.destroy();
    }
}

/** Fingerprint of the certificate that is served at the port. */
export const servedAt = (port: number): Promise<string> =>
    new Promise((resolve, reject) => {
        const socket = tls.connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
            resolve(socket.getPeerCertificate().fingerprint256);
            socket.destroy();
        });
        socket.once("error", reject);
    });
