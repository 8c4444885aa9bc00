import * as assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const scripts = resolve(__dirname, "../../../../platforms/docker/schedule");
/** Shells that images have: Debian's, and Alpine's where the machine has it. */
const shells = [["sh"], ["busybox", "sh"]].filter(
    ([program = ""]) => spawnSync(program, ["-c", "true"]).error === undefined,
);

/** A clock that stands still, and a second that is short. */
const tools = {
    date: `for last; do :; done
case $last in
    *%w) echo "$CLOCK" ;;
    +%S) echo 58 ;;
    *%Y%m%d%H%M) cat "$SCHEDULE_STATE.minute" ;;
    *) echo 2026-11-21T04:00:00Z ;;
esac`,
    sleep: `exec ${spawnSync("sh", ["-c", "command -v sleep"], { encoding: "utf8" }).stdout.trim()} 0.05`,
};

for (const shell of shells)
    describe(`what keeps a schedule, by ${shell.join(" ")}`, () => {
        let folder: string;
        let running: ChildProcess[];
        beforeEach(() => {
            folder = mkdtempSync(join(tmpdir(), "schedule-"));
            running = [];
            for (const [name, body] of Object.entries(tools)) {
                writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
                chmodSync(join(folder, name), 0o755);
            }
            minute("202611210400");
        });
        afterEach(() => {
            for (const each of running) each.kill("SIGKILL");
            rmSync(folder, { recursive: true });
        });

        const at = (name: string) => join(folder, name);
        const minute = (now: string) => writeFileSync(at("state.minute"), now);
        const environment = (more: NodeJS.ProcessEnv) => ({
            PATH: `${folder}:${process.env.PATH}`,
            SCHEDULE_STATE: at("state"),
            JOB_TIMEOUT: "20",
            JOB_PAUSE: "0",
            CLOCK: "00 04 21 11 6",
            ...more,
        });
        const started = (schedule: string, command: string, more: NodeJS.ProcessEnv = {}) => {
            const [program = "", ...args] = [...shell, join(scripts, "schedule.sh"), "sh", "-c", command];
            const child = spawn(program, args, { env: environment({ SCHEDULE: schedule, ...more }) });
            let said = "";
            child.stderr.on("data", (text) => {
                said += text;
            });
            running.push(child);
            return { child, said: () => said };
        };
        async function until(what: string, is: () => boolean): Promise<void> {
            const end = Date.now() + 8000;
            while (!is()) {
                assert.ok(Date.now() < end, `never came: ${what}`);
                await new Promise((done) => setTimeout(done, 20));
            }
        }
        const ended = (child: ChildProcess) => new Promise((done) => child.on("exit", (code) => done(code)));
        const lines = () => (existsSync(at("runs")) ? readFileSync(at("runs"), "utf8").trim().split("\n").length : 0);
        const health = () => {
            const [program = "", ...args] = [...shell, join(scripts, "health.sh")];
            const { status, stdout } = spawnSync(program, args, { env: environment({}), encoding: "utf8" });
            return { status, said: stdout.trim() };
        };
        const counts = () => `echo run >>${at("runs")}`;
        for (const [schedule, clock] of [
            ["0 4 * * 6", "00 04 21 11 6"],
            ["* * * * *", "59 23 31 12 0"],
            ["0,15,30,45 9,10 * * *", "45 09 08 08 3"],
            // Where both days are restricted, either is enough.
            ["0 4 1 * 6", "00 04 21 11 6"],
            ["0 4 21 * 1", "00 04 21 11 6"],
        ] as const)
            it(`runs by "${schedule}" at ${clock}`, async () => {
                const { child } = started(schedule, counts(), { CLOCK: clock });
                await until("a run", () => lines() === 1);
                child.kill("SIGTERM");
                assert.equal(await ended(child), 0);
            });
        for (const [schedule, clock] of [
            ["0 4 * * 6", "01 04 21 11 6"],
            ["0 4 * * 6", "00 14 21 11 6"],
            ["0 4 * * 6", "00 04 22 11 0"],
            ["1 4 * * *", "11 04 21 11 6"],
            ["0 4 * 1 *", "00 04 21 11 6"],
            ["0 4 1 * 1", "00 04 21 11 6"],
        ] as const)
            it(`does not run by "${schedule}" at ${clock}`, async () => {
                const { child, said } = started(schedule, counts(), { CLOCK: clock });
                await until("it waits", () => /waits for/.test(said()));
                await new Promise((done) => setTimeout(done, 200));
                child.kill("SIGTERM");
                await ended(child);
                assert.equal(lines(), 0);
            });

        it("runs once in a minute, and again in the next", async () => {
            const { child } = started("* * * * *", counts());
            await until("a run", () => lines() === 1);
            await new Promise((done) => setTimeout(done, 300));
            assert.equal(lines(), 1);
            minute("202611210401");
            await until("a second run", () => lines() === 2);
            child.kill("SIGTERM");
            assert.equal(await ended(child), 0);
        });

        it("is healthy before the first run and after a good one, and tells of a bad one until the next", async () => {
            assert.deepEqual(health(), { status: 0, said: "has not run yet" });
            const { child, said } = started("* * * * *", `test -e ${at("mended")} || exit 3`);
            await until("a failure", () => /failed with 3, and is not tried again/.test(said()));
            assert.deepEqual(health(), { status: 1, said: "failed with 3\t2026-11-21T04:00:00Z" });
            writeFileSync(at("mended"), "");
            minute("202611210401");
            await until("a good run", () => /ended well/.test(said()));
            assert.deepEqual(health(), { status: 0, said: "good\t2026-11-21T04:00:00Z" });
            child.kill("SIGTERM");
            await ended(child);
        });

        it("tries again as often as it may", async () => {
            const { child, said } = started("* * * * *", `${counts()}; exit 1`, { JOB_RETRIES: "2" });
            await until("its end", () => /not tried again/.test(said()));
            assert.equal(lines(), 3);
            child.kill("SIGTERM");
            await ended(child);
        });

        it("ends what takes too long", async () => {
            const { child, said } = started("* * * * *", `exec tail -f /dev/null`, { JOB_TIMEOUT: "1" });
            await until("its end", () => /took longer than 1 s\n.*not tried again/.test(said()));
            assert.equal(health().status, 1);
            child.kill("SIGTERM");
            await ended(child);
        });

        it("runs now when it is asked to, whatever the time", async () => {
            const { child, said } = started("0 5 * * *", counts());
            await until("it waits", () => /waits for 0 5/.test(said()));
            child.kill("SIGUSR1");
            await until("a run", () => lines() === 1);
            child.kill("SIGTERM");
            assert.equal(await ended(child), 0);
        });

        it("tells a run that is on its way when the container is to end, and waits for it", async () => {
            const { child, said } = started(
                "* * * * *",
                `trap 'echo told >>${at("runs")}; exit 0' TERM; while :; do sleep 1; done`,
            );
            await until("a run", () => /starts: sh/.test(said()));
            await new Promise((done) => setTimeout(done, 200));
            child.kill("SIGTERM");
            assert.equal(await ended(child), 0);
            assert.equal(lines(), 1);
        });
    });
