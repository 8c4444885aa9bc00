import { strict as assert } from "node:assert";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { engineAt } from "../../../deploy/docker/engine";

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{"Version":"28.5.2"}';

describe("the way to a Docker Engine", () => {
    let folder: string;
    const path = process.env.PATH;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "engine-"));
        process.env.PATH = `${folder}${delimiter}${path}`;
    });
    afterEach(() => {
        process.env.PATH = path;
        rmSync(folder, { recursive: true });
    });
    const ssh = (script: string) => {
        writeFileSync(join(folder, "ssh"), `#!/bin/sh\necho "$*" >>${folder}/asked\n${script}\n`);
        chmodSync(join(folder, "ssh"), 0o755);
    };

    it("leads over SSH as the provider goes, port and user included, and asks nothing", async () => {
        ssh(`printf '${answer.replaceAll("\r\n", "\\r\\n")}'; cat >/dev/null`);
        assert.equal((await engineAt("ssh://deploy@voice.example.com:2222"))?.version, "28.5.2");
        assert.equal(
            readFileSync(join(folder, "asked"), "utf8"),
            "-o BatchMode=yes -o ConnectTimeout=10 -p 2222 -- deploy@voice.example.com docker system dial-stdio\n",
        );
    });

    it("ends in what SSH says, and in how to try it", async () => {
        ssh("echo 'Host key verification failed.' >&2; exit 255");
        await assert.rejects(engineAt("ssh://deploy@voice.example.com"), (error: Error & { repair: string }) => {
            assert.match(error.message, /no Docker Engine answers at ssh:\S+ \(Host key verification failed\.\)/);
            assert.match(
                error.repair,
                /^`ssh deploy@voice\.example\.com docker version` must show it without a question/,
            );
            return true;
        });
    });

    it("leads to a port", async () => {
        const server = createServer((_, response) => response.end('{"Version":"25.0.0"}'));
        await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
        const { port } = server.address() as AddressInfo;
        assert.equal((await engineAt(`tcp://127.0.0.1:${port}`))?.version, "25.0.0");
        server.close();
        await assert.rejects(
            engineAt(`tcp://127.0.0.1:${port}`),
            /no Docker Engine answers at tcp:\S+ \(ECONNREFUSED\)/,
        );
    });

    it("takes no other answer for an engine's", async () => {
        ssh(`printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\nhello'; cat >/dev/null`);
        await assert.rejects(engineAt("ssh://voice.example.com"), /\(what answers is none\)/);
    });

    it("is left to the provider where it is of another kind", async () => {
        assert.equal(await engineAt("fd://"), undefined);
    });
});
