import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findPulumi } from "../../deploy/find-pulumi";
import { ProjectFolder, root } from "../review/project-folder";

/** Notes its arguments, says that it runs, and ends with 7 or, told to wait, in its own way when it is stopped. */
const standIn = (version: string) => `#!/usr/bin/env node
const { appendFileSync } = require("node:fs");
const words = process.argv.slice(2);
if (words[0] === "version") console.log("v${version}");
else {
    appendFileSync(process.env.NOTES, JSON.stringify(words) + "\\n");
    if (!words.includes("wait")) process.exitCode = 7;
    else {
        let told = 0;
        const stop = () => {
            if (++told === 1) setTimeout(() => process.exit(told === 1 ? 41 : 42), 300);
        };
        process.on("SIGINT", stop).on("SIGTERM", stop);
        setTimeout(() => process.exit(43), 20_000);
        console.log("running");
    }
}
`;

interface Ended {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

describe("the program behind npm run up", () => {
    if (process.platform === "win32") return;
    let project: ProjectFolder;
    let tools: string;
    before(() => {
        project = new ProjectFolder();
        tools = mkdtempSync(join(tmpdir(), "ringfence-tools-"));
    });
    after(() => {
        project.remove();
        rmSync(tools, { recursive: true, force: true });
    });

    const install = (version = "3.260.0", folder = tools) => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "pulumi"), standIn(version), { mode: 0o755 });
        rmSync(join(tools, "notes"), { force: true });
    };
    /** In a session of its own, so that no terminal of the tests' has a part in it. */
    const start = (words: readonly string[], folders: readonly string[] = [tools]): ChildProcess =>
        spawn(process.execPath, [join(root, "deploy/bin.cjs"), ...words], {
            cwd: project.path,
            detached: true,
            env: {
                ...process.env,
                NO_COLOR: "1",
                NOTES: join(tools, "notes"),
                PATH: [...folders, join(process.execPath, "..")].join(delimiter),
            },
            timeout: 30_000,
            killSignal: "SIGKILL",
        });
    const ended = (child: ChildProcess): Promise<Ended> => {
        const [stdout, stderr]: [string[], string[]] = [[], []];
        child.stdout?.on("data", (part) => stdout.push(String(part)));
        child.stderr?.on("data", (part) => stderr.push(String(part)));
        return new Promise((resolve) =>
            child.on("close", (status) => resolve({ status, stdout: stdout.join(""), stderr: stderr.join("") })),
        );
    };
    const notes = () =>
        readFileSync(join(tools, "notes"), "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line));

    it("reviews, and runs the installed Pulumi with the pack, whatever npm puts before it on PATH", async () => {
        install();
        const shadow = join(tools, "node_modules/.bin");
        install("0.0.1", shadow);
        const { status, stdout, stderr } = await ended(start(["beta", "--", "--yes"], [shadow, tools]));
        assert.equal(status, 7);
        assert.match(stdout, /The fence holds: 1 stack/);
        assert.match(stderr, /\$ ringfence preview --stack beta\n\$ pulumi up --stack beta /);
        const [words] = notes();
        assert.deepEqual(words.slice(0, 4), ["up", "--stack", "beta", "--policy-pack"]);
        assert.equal(words.at(-1), "--yes");
        assert.equal(readFileSync(join(project.path, words[4], "PulumiPolicy.yaml"), "utf8").length > 0, true);
    });

    it("refuses a Pulumi that is too old", async () => {
        install("3.200.1");
        const { status, stderr } = await ended(start(["beta"]));
        assert.equal(status, 1);
        assert.match(
            stderr,
            /pulumi is version 3\.200\.1, and 3\.252\.0 is the oldest that will do\nUpdate it: https:/,
        );
    });

    it("lets Pulumi end in its own way when it is stopped, and asks it once only", async () => {
        for (const [first, second] of [
            ["SIGINT", "SIGTERM"],
            ["SIGTERM", "SIGINT"],
        ] as const) {
            install();
            const child = start(["beta", "--", "wait"]);
            const end = ended(child);
            await new Promise<void>((resolve) =>
                child.stdout?.on("data", (text) => String(text).includes("running") && resolve()),
            );
            child.kill(first);
            child.kill(second);
            assert.equal((await end).status, 41);
        }
    });

    it("says what to do where its packages are not installed", async () => {
        const bare = mkdtempSync(join(tmpdir(), "ringfence-bare-"));
        try {
            for (const file of ["deploy/bin.cjs", "deploy/launch.cjs"]) cpSync(join(root, file), join(bare, file));
            const child = spawn(process.execPath, [join(bare, "deploy/bin.cjs"), "beta"], { cwd: bare });
            const { status, stderr } = await ended(child);
            assert.equal(status, 1);
            assert.match(stderr, /^up: the packages that it needs are not installed\nRun `npm ci` in /);
        } finally {
            rmSync(bare, { recursive: true, force: true });
        }
    });
});

describe("the search for a Pulumi CLI", () => {
    it("passes over the downloader of npm's package", () => {
        assert.equal(findPulumi(["", join(root, "node_modules/.bin")].join(delimiter)), undefined);
    });
});
