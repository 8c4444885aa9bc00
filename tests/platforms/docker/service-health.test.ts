import { strict as assert } from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seconds } from "../../../environment/units";
import { serviceHealth } from "../../../platforms/docker/service-health";

/** What an image may ask with; each must be on this machine. */
const programs = ["wget", "curl", "node"].filter((name) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0);
const shells = [["sh"], ["busybox", "sh"]].filter(
    ([program = ""]) => spawnSync(program, ["-c", "true"]).error === undefined,
);

describe("the health check of a service on a Docker host", () => {
    it("asks as often as it is told, and gives a start its time", () => {
        const { interval, timeout, retries, startPeriod } = serviceHealth({
            port: 3000,
            path: "/health",
            interval: seconds("30s"),
            failures: 3,
        });
        assert.deepEqual([interval, timeout, retries, startPeriod], [30, 10, 3, 60]);
    });

    for (const [shell = "", ...before] of shells)
        for (const program of programs)
            describe(`by ${[shell, ...before].join(" ")} and ${program}`, () => {
                // Node itself takes a while to start.
                const limit = program === "node" ? 3 : 0.7;
                let folder: string;
                let server: Server;
                let answer: number | "nothing";
                beforeEach((done) => {
                    folder = mkdtempSync(join(tmpdir(), "health-"));
                    // An image has one of them, and what everything has.
                    for (const name of [program, "cat", "sh", "sleep"]) symlinkSync(pathOf(name), join(folder, name));
                    // Eight seconds are long for a test.
                    writeFileSync(
                        join(folder, "timeout"),
                        `#!/bin/sh\nshift; exec ${pathOf("timeout")} ${limit} "$@"\n`,
                    );
                    chmodSync(join(folder, "timeout"), 0o755);
                    server = createServer((_, response) => {
                        if (answer !== "nothing") response.writeHead(answer).end();
                    }).listen(0, "127.0.0.1", done);
                });
                afterEach(() => {
                    server.closeAllConnections();
                    server.close();
                    rmSync(folder, { recursive: true });
                });
                const count = () => join(folder, "unanswered");
                const ended = () => existsSync(join(folder, "ended"));

                /** One check. What would end every process it can reach only leaves a note here. */
                async function check(what: number | "nothing"): Promise<number | null> {
                    answer = what;
                    const { port } = server.address() as AddressInfo;
                    const { test } = serviceHealth({ port, path: "/health", interval: seconds("30s"), failures: 2 });
                    const [kind, line = ""] = test;
                    assert.equal(kind, "CMD-SHELL");
                    const harmless = line
                        .replaceAll("/tmp/.unanswered", count())
                        .replace("kill -KILL -1", `echo >${join(folder, "ended")}`);
                    assert.ok(!harmless.includes("kill"), "nothing is ended here");
                    const child = spawn(pathOf(shell), [...before, "-c", harmless], {
                        env: { PATH: folder },
                        cwd: folder,
                    });
                    return new Promise((done) => child.on("exit", done));
                }

                it("is well while the service says so, and not while it says otherwise", async () => {
                    assert.equal(await check(200), 0);
                    assert.equal(await check(503), 1);
                    assert.equal(await check(503), 1);
                    assert.equal(await check(503), 1);
                    assert.equal(ended(), false);
                });

                it("ORB-9 ends one that has answered before and takes connections without a word", async () => {
                    assert.equal(await check(200), 0);
                    assert.equal(await check("nothing"), 1);
                    assert.equal(ended(), false);
                    assert.equal(await check("nothing"), 1);
                    assert.equal(ended(), true);
                });

                // What follows is the shell's alone.
                if (program !== programs[0]) return;

                it("counts only what comes in a row", async () => {
                    for (const what of [200, "nothing", 503, "nothing", 200, "nothing"] as const) await check(what);
                    assert.equal(readFileSync(count(), "utf8").trim(), "1");
                    assert.equal(ended(), false);
                });

                it("leaves one alone that has not answered yet", async () => {
                    for (let time = 0; time < 3; time += 1) assert.equal(await check("nothing"), 1);
                    assert.equal(ended(), false);
                });

                it("VOX-1 leaves one alone that takes no more connections: its calls go on", async () => {
                    assert.equal(await check(200), 0);
                    const { port } = server.address() as AddressInfo;
                    await new Promise((done) => server.close(done));
                    server.address = () => ({ port, address: "127.0.0.1", family: "IPv4" });
                    for (let time = 0; time < 3; time += 1) assert.equal(await check(200), 1);
                    assert.equal(ended(), false);
                });
            });
});

const pathOf = (program: string): string =>
    String(spawnSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).stdout).trim();
