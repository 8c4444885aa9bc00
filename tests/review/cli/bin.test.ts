import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../../..");
const bin = join(root, "review/bin.cjs");

interface Ended {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

const started = (words: readonly string[], program = bin, directory = root) =>
    spawn(process.execPath, [program, ...words], {
        cwd: directory,
        env: { ...process.env, NO_COLOR: "1" },
        // Longer than any of them takes: one that hangs must not keep the tests from ending.
        timeout: 30_000,
        killSignal: "SIGKILL",
    });

function ended(child: ChildProcess): Promise<Ended> {
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout?.on("data", (part) => stdout.push(part));
    child.stderr?.on("data", (part) => stderr.push(part));
    return new Promise((resolve) =>
        child.on("close", (status) =>
            resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
        ),
    );
}

describe("The program `ringfence`", () => {
    it("answers for its version and its usage without loading an SDK", async () => {
        const [version, wrong] = await Promise.all([ended(started(["--version"])), ended(started(["preveiw"]))]);
        assert.deepEqual([version.status, version.stderr], [0, ""]);
        assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
        assert.deepEqual([wrong.status, wrong.stdout], [1, ""]);
        assert.match(wrong.stderr, /^ringfence: unknown command preveiw; did you mean preview\?\n/);
    });

    it("hands a big document whole to a slow reader", async () => {
        const child = started(["preview", "--format", "json"]);
        child.stdout.pause();
        setImmediate(() => child.stdout.resume());
        const { status, stdout, stderr } = await ended(child);
        assert.ok(stdout.length > 100_000, `${stdout.length}`);
        assert.ok(Object.keys(JSON.parse(stdout).stacks).length > 0);
        assert.ok(status === 0 || status === 2, stderr);
    });

    it("ends quietly, with the status that it would have had, when the reader goes away", async () => {
        const child = started(["preview", "--stack", "nope", "--stack", "beta", "--format", "json"]);
        child.stdout.destroy();
        const { status, stderr } = await ended(child);
        assert.deepEqual([status, stderr], [1, ""]);
    });

    it("ends with 130 and without a word when it is interrupted", async () => {
        if (process.platform === "win32") return;
        const directory = mkdtempSync(join(tmpdir(), "ringfence-endless-"));
        writeFileSync(join(directory, "Pulumi.yaml"), "name: endless\nruntime: nodejs\n");
        cpSync(join(root, "Pulumi.beta.yaml"), join(directory, "Pulumi.beta.yaml"));
        const program = 'console.log("started"); await new Promise(() => setInterval(() => {}, 1000));';
        writeFileSync(join(directory, "index.js"), `module.exports = async () => { ${program} };\n`);
        const child = started(["preview"], bin, directory);
        try {
            child.stderr.once("data", () => child.kill("SIGINT"));
            assert.deepEqual(await ended(child), { status: 130, stdout: "", stderr: "started\n" });
        } finally {
            child.kill("SIGKILL");
            rmSync(directory, { recursive: true, force: true });
        }
    });

    it("says what to do where its packages are not installed", async () => {
        const directory = mkdtempSync(join(tmpdir(), "ringfence-bare-"));
        try {
            cpSync(bin, join(directory, "review/bin.cjs"));
            const { status, stdout, stderr } = await ended(
                started(["preview", "--format", "json"], join(directory, "review/bin.cjs"), directory),
            );
            assert.equal(status, 1);
            assert.match(stderr, /^ringfence: the packages that it needs are not installed\nRun `npm ci` in .+\.\n$/);
            assert.match(JSON.parse(stdout).errors[0].repair, /npm ci/);
        } finally {
            rmSync(directory, { recursive: true, force: true });
        }
    });

    it("works through the link that npm makes of it", async () => {
        if (process.platform === "win32") return;
        const directory = mkdtempSync(join(tmpdir(), "ringfence-link-"));
        try {
            symlinkSync(bin, join(directory, "ringfence"));
            const { status } = await ended(started(["schema", "--help"], join(directory, "ringfence"), directory));
            assert.equal(status, 0);
        } finally {
            rmSync(directory, { recursive: true, force: true });
        }
    });
});
