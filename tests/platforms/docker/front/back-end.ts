import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { Socket } from "node:net";

/** What a service saw of a request. */
export interface Seen {
    readonly by: string;
    readonly method: string;
    readonly url: string;
    readonly headers: IncomingHttpHeaders;
    readonly body: number;
}

/** A service that tells what it saw, leads `/leave` to `/login`, and answers on a WebSocket with what it is told. */
export class BackEnd {
    readonly #server: Server;
    readonly #calls = new Set<Socket>();

    constructor(readonly name: string) {
        this.#server = createServer(async (request, response) => {
            const { method = "", url = "", headers } = request;
            let body = 0;
            for await (const part of request) body += part.length;
            if (url === "/leave") return void response.writeHead(302, { Location: "/login" }).end();
            if (url === "/away") return void response.writeHead(302, { Location: "//other.example.com/" }).end();
            if (url === "/long")
                return void response.writeHead(200, { "Content-Type": "text/plain" }).end("text ".repeat(2000));
            response.writeHead(200, { "Content-Type": "application/json", Server: "own" });
            response.end(JSON.stringify({ by: name, method, url, headers, body } satisfies Seen));
        });
        this.#server.on("upgrade", (request, socket: Socket) => {
            this.#calls.add(socket);
            socket.on("error", () => socket.destroy());
            socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
            socket.write(`${request.url} `);
            socket.pipe(socket);
        });
    }

    listen = (port: number, address = "127.0.0.1"): Promise<void> =>
        new Promise((resolve) => this.#server.listen(port, address, resolve));
    /** As on SIGTERM: nobody new, calls go on. */
    closeDoor(): void {
        this.#server.close();
    }
    close(): void {
        this.#server.close();
        this.#server.closeAllConnections();
        for (const call of this.#calls) call.destroy();
    }
}
