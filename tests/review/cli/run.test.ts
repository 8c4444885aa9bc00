import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { run } from "../../../review/commands/run";
import type { Surroundings } from "../../../review/commands/surroundings";
import type { Review } from "../../../review/plan";
import type { ReviewOptions } from "../../../review/review";
import { production, review, sandbox, violation } from "../fixtures";

interface Outcome {
    readonly status: number;
    readonly stdout: string;
    readonly stderr: string;
    readonly asked: ReviewOptions | undefined;
}

async function ran(
    line: string,
    found: Review | Error = review([sandbox().plan()]),
    more: Partial<Surroundings> = {},
): Promise<Outcome> {
    const written = { stdout: "", stderr: "" };
    const sinkTo = (stream: keyof typeof written) => ({
        write: async (text: string) => {
            written[stream] += text;
        },
    });
    let asked: ReviewOptions | undefined;
    const around: Surroundings = {
        directory: "/voice",
        env: { LANG: "C.UTF-8" },
        stdout: sinkTo("stdout"),
        stderr: sinkTo("stderr"),
        progress: { say: () => {}, clear: () => {} },
        version: () => "1.2.3",
        review: async (options) => {
            asked = options;
            if (found instanceof Error) throw found;
            return found;
        },
        rules: () => [],
        schema: () => ({ type: "object" }),
        ...more,
    };
    const status = await run(line.split(" "), around);
    return { status, ...written, asked };
}

describe("A command", () => {
    it("reports on standard output, and says how it went in its status", async () => {
        const fine = await ran("preview --stack beta --project sub");
        assert.equal(fine.status, 0);
        assert.match(fine.stdout, /^beta {2}sandbox .*The fence holds/s);
        assert.equal(fine.stderr, "");
        assert.deepEqual([fine.asked?.project, fine.asked?.stacks], [resolve("/voice/sub"), ["beta"]]);

        const broken = await ran("preview", review([sandbox().plan({ violations: [violation()] })]));
        assert.equal(broken.status, 2);
        const failed = await ran("preview", review([], { errors: [{ stack: "beta", message: "no" }] }));
        assert.equal(failed.status, 1);
    });

    it("does not take a review of nothing for a good one", async () => {
        const { status, stdout } = await ran("preview", review([]));
        assert.equal(status, 1);
        assert.match(stdout, /the project has no stack\n/);
    });

    it("names files from the directory it was typed in", async () => {
        const errors = [{ stack: "beta", file: "/voice/Pulumi.beta.yaml", line: 3, message: "no" }];
        const { stdout } = await ran("preview --format json", review([], { errors }));
        assert.equal(JSON.parse(stdout).errors[0].file, "Pulumi.beta.yaml");
    });

    it("prints one document where JSON is asked for, whatever happens", async () => {
        const usage = await ran("preview --format json --bogus");
        assert.equal(usage.status, 1);
        assert.match(usage.stderr, /^ringfence: unknown option --bogus\n/);
        assert.deepEqual(JSON.parse(usage.stdout), {
            project: "",
            stacks: {},
            errors: [
                {
                    stack: "",
                    file: "",
                    line: null,
                    key: "",
                    message: "unknown option --bogus",
                    repair: "Run `ringfence preview --help` to see what there is.",
                },
            ],
            isolation: { violations: [], shared: [] },
        });

        const crash = await ran("preview --format json", new TypeError("x is not a function\nsecond line"));
        assert.equal(crash.status, 1);
        assert.match(JSON.parse(crash.stdout).errors[0].message, /x is not a function$/);
    });

    it("shows a stack trace where it is asked for, and how to get it where not", async () => {
        const quiet = await ran("preview", new TypeError("x is not a function"));
        assert.equal(
            quiet.stderr,
            "ringfence: failed, and the fault is its own: x is not a function\nRun it again with --debug for the stack trace.\n",
        );
        const loud = await ran("preview --debug", new TypeError("x is not a function"));
        assert.match(loud.stderr, /\n {4}at /);
    });

    it("helps, in the width that there is", async () => {
        const stdoutOf = async (line: string, columns: number) => {
            const { status, stdout } = await ran(line, undefined, { env: { COLUMNS: String(columns) } });
            assert.equal(status, 0);
            return stdout;
        };
        for (const line of ["--help", "preview --help", "secrets --help", "rules --help", "schema --help"]) {
            const text = await stdoutOf(line, 44);
            assert.match(text, /\nUsage\n {2}ringfence .*\nExamples\n/s);
            assert.doesNotMatch(text, /against|sarif|junit|html|isolation|diff/);
            for (const row of text.split("\n")) assert.ok(row.length <= 44, row);
        }
        assert.equal((await ran("--version")).stdout, "1.2.3\n");
    });

    it("lists the secrets, and says in its status whether the list is complete", async () => {
        const broken = review([sandbox().plan({ violations: [violation()] })]);
        const listed = await ran("secrets --stack beta", broken);
        assert.equal(listed.status, 0, "it judges nothing");
        assert.match(listed.stdout, /^beta {2}sandbox .*beta-vonage-private-key.*1 secret to supply in 1 stack\.\n$/s);
        assert.deepEqual(listed.asked?.stacks, ["beta"]);

        const failed = await ran("secrets", review([], { errors: [{ stack: "beta", message: "no" }] }));
        assert.equal(failed.status, 1);
        assert.match(failed.stdout, /beta could not be planned, so the list is not complete\.\n$/);
        assert.equal((await ran("secrets", review([]))).status, 1);

        const document = JSON.parse((await ran("secrets --format json", broken)).stdout);
        assert.deepEqual(Object.keys(document), ["project", "stacks", "errors"]);
        const usage = JSON.parse((await ran("secrets --format json --bogus")).stdout);
        assert.equal(usage.errors[0].message, "unknown option --bogus");
    });

    it("prints the schema and the rules", async () => {
        assert.equal((await ran("schema")).stdout, '{\n  "type": "object"\n}\n');
        assert.deepEqual(JSON.parse((await ran("rules --format json")).stdout), { rules: [] });
        assert.match((await ran("rules --format markdown")).stdout, /^# Rules\n/);
    });

    describe("with --out", () => {
        let directory: string;
        beforeEach(() => {
            directory = mkdtempSync(join(tmpdir(), "ringfence-run-"));
        });
        afterEach(() => rmSync(directory, { recursive: true, force: true }));

        it("writes the file, and what came of it to standard error", async () => {
            const env = { LANG: "C", FORCE_COLOR: "1" };
            const { status, stdout, stderr } = await ran("preview --out x.txt", undefined, { directory, env });
            assert.deepEqual([status, stdout], [0, ""]);
            assert.match(stderr, /^Wrote x\.txt\.\nThe fence holds: /);
            assert.match(readFileSync(join(directory, "x.txt"), "utf8"), /^beta {2}sandbox · .*├─ vault/s);
        });

        it("writes the list of secrets, and how much there is to do to standard error", async () => {
            const { status, stdout, stderr } = await ran("secrets --out x.txt", undefined, { directory });
            assert.deepEqual([status, stdout], [0, ""]);
            assert.equal(stderr, "Wrote x.txt.\n1 secret to supply in 1 stack.\n");
            assert.match(readFileSync(join(directory, "x.txt"), "utf8"), /--data-file=FILE\n/);
        });

        it("says before the work that it will not be able to write", async () => {
            const { status, stdout, stderr, asked } = await ran("preview --out no/x --format json", undefined, {
                directory,
            });
            assert.deepEqual([status, asked], [1, undefined]);
            assert.match(stderr, /^ringfence: --out no\/x cannot be written: there is no directory no\n/);
            assert.match(JSON.parse(stdout).errors[0].message, /there is no directory no$/);
            assert.deepEqual(readdirSync(directory), []);
        });
    });

    it("grows with the stack, not faster", async () => {
        const stack = production();
        for (let index = 0; index < 5000; index++)
            stack.resource("gcp:storage/bucket:Bucket", `bucket-${index}`, undefined, { inputs: { location: "eu" } });
        const start = process.hrtime.bigint();
        await ran("preview --verbose", review([stack.plan()]));
        const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
        assert.ok(milliseconds < 3000, `${milliseconds} ms`);
    });
});
