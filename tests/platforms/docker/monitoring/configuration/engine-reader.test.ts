import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { engineReaderConfiguration } from "../../../../../platforms/docker/monitoring/configuration/engine-reader";
import { folder, freePort, missing, nginx } from "../../front/nginx";
import { describeWith, until } from "../../front/tools";

const own = { project: "voice", environment: "staging" };
const id = "0123456789abcdef".repeat(4);

/** Notes everything that gets through to it, and tells a log in two parts. */
class FakeEngine {
    readonly asked: { readonly line: string; readonly headers: IncomingHttpHeaders; readonly body: number }[] = [];
    #log: ServerResponse | undefined;
    readonly #server: Server = createServer(async (request, response) => {
        let body = 0;
        for await (const part of request) body += part.length;
        this.asked.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
        response.writeHead(200, { "Api-Version": "1.51", "Content-Type": "application/json" });
        if (!request.url?.includes("follow=1")) return void response.end("{}");
        response.write("first\n");
        this.#log = response;
    });
    listen = (socket: string): Promise<void> => new Promise((resolve) => this.#server.listen(socket, resolve));
    goOn = (): void => void this.#log?.write("second\n");
    close(): void {
        this.#server.closeAllConnections();
        this.#server.close();
    }
}

describe("what the engine reader passes on", () => {
    it("goes on as it came, without headers, and is never buffered", () => {
        const text = engineReaderConfiguration(own);
        for (const line of [
            "listen 2375 default_server;",
            "server unix:/var/run/docker.sock;",
            "proxy_pass http://engine$read;",
            "proxy_pass_request_headers off;",
            "proxy_pass_request_body off;",
            "proxy_buffering off;",
        ])
            assert.ok(text.includes(line), line);
        assert.ok(!/\brewrite\b|\bUpgrade\b/.test(text));
    });
});

describeWith(missing, "the engine reader on a real nginx", () => {
    const place = folder();
    const engine = new FakeEngine();
    let port = 0;
    let reader: ChildProcess;
    const errors: Buffer[] = [];

    before(async () => {
        port = await freePort();
        const socket = join(place, "engine.sock");
        await engine.listen(socket);
        const around = { listen: `127.0.0.1:${port}`, socket, folder: place, log: join(place, "log") };
        writeFileSync(join(place, "nginx.conf"), engineReaderConfiguration(own, around));
        reader = spawn(nginx ?? "", ["-e", "stderr", "-c", join(place, "nginx.conf"), "-p", place], {
            stdio: ["ignore", "ignore", "pipe"],
        });
        reader.stderr?.on("data", (said: Buffer) => errors.push(said));
        await until("it answers", () =>
            status("GET /_ping").then(
                (answer) => answer === 200,
                () => {
                    if (reader.exitCode !== null) throw new Error(Buffer.concat(errors).toString());
                    return false;
                },
            ),
        );
    });
    beforeEach(() => engine.asked.splice(0));
    after(async () => {
        const ended = new Promise((resolve) => reader.once("exit", resolve));
        reader.kill("SIGTERM");
        await ended;
        engine.close();
        rmSync(place, { recursive: true });
    });

    /** What comes back for a request that is written as it is, byte for byte. */
    const raw = (request: string): Promise<string> =>
        new Promise((resolve, reject) => {
            let text = "";
            const socket = connect(port, "127.0.0.1", () => socket.write(request));
            socket.on("data", (part) => {
                text += part;
            });
            socket.on("error", reject);
            socket.on("close", () => resolve(text));
        });
    const status = async (line: string, headers = "", body = ""): Promise<number> => {
        const answer = await raw(
            `${line} HTTP/1.1\r\nHost: engine-reader\r\nConnection: close\r\n${headers}\r\n${body}`,
        );
        return Number(answer.split(" ")[1]);
    };

    const passed = [
        "HEAD /_ping",
        "GET /_ping",
        "GET /v1.24/info",
        `GET /v1.51/containers/${id}/json`,
        `GET /v1.51/containers/${id}/logs?follow=0&since=1700000000&stderr=1&stdout=1&timestamps=1`,
        `GET /v1.51/containers/${id}/stats?stream=0`,
    ];
    for (const line of passed)
        it(`passes ${line.slice(0, 60)} on`, async () => {
            assert.equal(await status(line), 200);
            assert.deepEqual(
                engine.asked.map((each) => each.line),
                [line],
            );
        });

    it("lists the environment's own, whatever is asked for", async () => {
        const label = ["project=voice", "environment=staging"];
        for (const asked of ["", "?all=1", "?filters=%7B%22label%22%3A%7B%22project%3Dother%22%3Atrue%7D%7D&limit=0"]) {
            engine.asked.splice(0);
            assert.equal(await status(`GET /v1.51/containers/json${asked}`), 200);
            assert.equal(await status(`GET /networks${asked}`), 200);
            const [containers, networks] = engine.asked.map(({ line }) => new URL(line.slice(4), "http://engine"));
            assert.deepEqual([containers?.pathname, networks?.pathname], ["/v1.51/containers/json", "/networks"]);
            const { status: states, ...filters } = JSON.parse(containers?.searchParams.get("filters") ?? "");
            assert.deepEqual([filters, states.includes("created")], [{ label }, false]);
            assert.deepEqual(JSON.parse(networks?.searchParams.get("filters") ?? ""), { label });
        }
    });

    const refused = [
        // Another method.
        "POST /containers/create",
        `POST /v1.51/containers/${id}/start`,
        `POST /v1.51/containers/${id}/json`,
        `POST /v1.51/containers/${id}/exec`,
        `POST /v1.51/containers/${id}/attach?stream=1`,
        `DELETE /v1.51/containers/${id}`,
        `PUT /v1.51/containers/${id}/archive?path=/`,
        "OPTIONS /info",
        "PATCH /info",
        "GETGET /info",
        // Another path.
        "GET /",
        "GET /v1.51/events",
        "GET /version",
        "GET /v1.51/images/json",
        "GET /v1.51/secrets",
        "GET /v1.51/volumes",
        "GET /v1.51/system/df",
        "POST /v1.51/session",
        "POST /v1.51/grpc",
        `GET /v1.51/containers/${id}/attach/ws`,
        `GET /v1.51/containers/${id}/archive?path=/run/secrets`,
        `GET /v1.51/containers/${id}/export`,
        `GET /v1.51/containers/${id}/top`,
        `GET /v1.51/exec/${id}/json`,
        "GET /v1.51/networks/services",
        // A container by another name than its whole identifier.
        "GET /v1.51/containers/database/json",
        `GET /v1.51/containers/${id.slice(0, 12)}/json`,
        `GET /v1.51/containers/${id}0/json`,
        `GET /v1.51/containers/${id.toUpperCase()}/json`,
        // Another way to write a path.
        "GET //containers/json",
        "GET /v1.51//containers/json",
        "GET /v1.51/./info",
        `GET /v1.51/containers/${id}/../../info`,
        `GET /v1.51/containers/${id}%2Fjson`,
        `GET /v1.51/containers/${id}/archive%2f..%2fjson`,
        `GET /containers/${id}/json/../export`,
        "GET /v1.51%2Finfo",
        "GET /%76ersion",
        "GET /info/",
        "GET /v1.51/v1.51/info",
        "GET /v2.0/info",
        "GET /v1.51.2/info",
        "GET /v1.511/info",
        "GET /info;x",
        "GET /info#x",
        "GET /info%0d%0aX:%20y",
        "GET /info?x#y",
        "GET /info?x?y",
        'GET /info?"x"',
        "GET /info?../../containers/create",
    ];
    it("refuses everything else, and the engine never hears of it", async () => {
        const answers = await Promise.all(refused.map(async (line) => [line, await status(line)]));
        assert.deepEqual(
            answers.filter(([, answer]) => answer !== 403),
            [],
        );
        assert.deepEqual(engine.asked, []);
    });

    it("refuses what nginx itself does not take for a request", async () => {
        const odd = [
            "get /info",
            "GET /info%00",
            "CONNECT engine:2375",
            "TRACE /info",
            "GET info",
            "GET /info\tx",
            "GET /info%",
            "GET \\info",
        ];
        for (const line of odd) {
            const answer = await status(line);
            assert.ok([400, 403, 405].includes(answer), `${line}: ${answer}`);
        }
        assert.deepEqual(engine.asked, []);
    });

    it("takes the host out of a request to a proxy, and judges the rest", async () => {
        assert.equal(await status("GET http://engine/info"), 200);
        assert.equal(await status("GET http://engine/containers/create/../../info"), 403);
        assert.equal(await status("POST http://engine/containers/create"), 403);
        assert.deepEqual(
            engine.asked.map(({ line }) => line),
            ["GET /info"],
        );
    });

    it("tells the engine nothing but the path: no header, no body, no other connection", async () => {
        const headers =
            "Connection: Upgrade\r\nUpgrade: tcp\r\nX-HTTP-Method-Override: POST\r\nX-Registry-Auth: x\r\nContent-Length: 4\r\n";
        const answer = await raw(
            `GET /info HTTP/1.1\r\nHost: evil\r\n${headers}\r\nbodyGET /_ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
        );
        assert.match(answer, /^HTTP\/1\.1 200 /);
        assert.deepEqual(
            engine.asked.map(({ line, body }) => [line, body]),
            [
                ["GET /info", 0],
                ["GET /_ping", 0],
            ],
        );
        for (const each of engine.asked) assert.deepEqual(each.headers, { host: "engine", connection: "close" });
    });

    it("takes a request that hides in the body of another for the body that it is, or refuses it", async () => {
        const hidden = "POST /containers/create HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n";
        const chunk = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`;
        await raw(
            `GET /info HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
        );
        await raw(`GET /info HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`);
        await raw(
            `GET /info HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`,
        );
        assert.deepEqual(new Set(engine.asked.map(({ line }) => line)), new Set(["GET /info"]));
    });

    it("passes each part of a log on when it comes", async () => {
        let text = "";
        const socket = connect(port, "127.0.0.1", () =>
            socket.write(`GET /containers/${id}/logs?follow=1 HTTP/1.1\r\nHost: x\r\n\r\n`),
        );
        socket.on("data", (part) => {
            text += part;
        });
        await until("the first part comes", () => text.includes("first"));
        engine.goOn();
        await until("the second part comes", () => text.includes("second"));
        socket.destroy();
    });

    it("writes down whom it refused what", async () => {
        await status("DELETE /volumes/data");
        const log = readFileSync(join(place, "log"), "utf8").trim().split("\n");
        const last = JSON.parse(log.at(-1) ?? "{}");
        assert.deepEqual([last.refused, last.address], ["DELETE /volumes/data", "127.0.0.1"]);
        assert.ok(!log.some((line) => line.includes("/_ping")));
    });
});
