import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../review/commands/run";
import { review } from "../../review/review";
import { ProjectFolder, root } from "./project-folder";

interface Outcome {
    readonly status: number;
    readonly text: string;
    readonly document: {
        project: string;
        stacks: Record<string, { violations: { policy: string; urn: string; level: string }[] }>;
        errors: { stack: string; file: string; line: number | null; key: string; message: string; repair: string }[];
        isolation: { violations: { rule: string; stacks: string[]; message: string }[] };
    };
}

async function previewed(folder: string, ...words: string[]): Promise<Outcome> {
    const written = { stdout: "", stderr: "" };
    const sink = (stream: keyof typeof written) => ({
        write: async (text: string) => {
            written[stream] += text;
        },
    });
    const once = async (format: string) => {
        written.stdout = "";
        const status = await run(["preview", "--project", folder, "--format", format, ...words], {
            directory: root,
            env: { LANG: "C.UTF-8" },
            stdout: sink("stdout"),
            stderr: sink("stderr"),
            progress: { say: () => {}, clear: () => {} },
            version: () => "0",
            review,
            rules: () => [],
            schema: () => ({}),
        });
        return { status, output: written.stdout };
    };
    const json = await once("json");
    const text = await once("text");
    assert.equal(text.status, json.status);
    const everything = text.output + written.stderr + json.output;
    assert.doesNotMatch(everything, /^\s+at .*:\d+:\d+\)?$/m, "no stack trace");
    return { status: json.status, text: text.output, document: JSON.parse(json.output) };
}

describe("ringfence preview withstands", () => {
    let folder: ProjectFolder;
    beforeEach(() => {
        folder = new ProjectFolder();
    });
    afterEach(() => folder.remove());

    /** The only fault is in staging, at this line and key, and says so. */
    async function refuses(key: string | RegExp, message: RegExp, repair: RegExp): Promise<void> {
        const { status, document, text } = await previewed(folder.path);
        assert.equal(status, 1);
        assert.deepEqual(Object.keys(document.stacks), ["beta", "main"]);
        const [fault] = document.errors;
        assert.equal(document.errors.length, 1, JSON.stringify(document.errors));
        assert.equal(fault?.stack, "staging");
        assert.match(fault?.file ?? "", /Pulumi\.staging\.yaml$/);
        assert.ok((fault?.line ?? 0) > 0);
        assert.match(fault?.key ?? "", key instanceof RegExp ? key : new RegExp(`^${key}$`));
        assert.match(fault?.message ?? "", message);
        assert.match(fault?.repair ?? "", repair);
        assert.match(text, /staging could not be planned/);
    }

    it("nothing wrong: exit 0, three stacks in the order of what is at stake", async () => {
        const { status, document, text } = await previewed(folder.path);
        assert.equal(status, 0);
        assert.deepEqual(Object.keys(document.stacks), ["beta", "staging", "main"]);
        assert.match(text.trimEnd().split("\n").at(-1) ?? "", /The fence holds/);
    });

    it("MVA-5 Salesforce access `write` in staging: exit 1, the key, the rule and what to write", async () => {
        folder.replace("Pulumi.staging.yaml", "access: read", "access: write");
        await refuses("ringfence:integrations.salesforce.access", /"write".*(production|salesforce-access)/s, /read/);
    });

    it("a wrong type", async () => {
        folder.replace("Pulumi.staging.yaml", "concurrency: 40", "concurrency: many");
        await refuses("ringfence:api.concurrency", /many/, /\d/);
    });

    it("a missing key", async () => {
        folder.replace("Pulumi.staging.yaml", "  ringfence:tier: pre-production\n", "");
        await refuses("ringfence:tier", /missing/, /pre-production/);
    });

    it("a key that does not exist, with the nearest that does", async () => {
        folder.replace("Pulumi.staging.yaml", "concurrency: 40", "concurency: 40");
        await refuses("ringfence:api.concurency", /not known/, /concurrency/);
    });

    it("a concern that does not exist, with the nearest that does", async () => {
        folder.replace("Pulumi.staging.yaml", "  ringfence:redis:", "  ringfence:limts: {}\n  ringfence:redis:");
        await refuses("ringfence:limts", /not known/, /limits/);
    });

    it("a stack that does not exist", async () => {
        const { status, document } = await previewed(folder.path, "--stack", "stagin");
        assert.equal(status, 1);
        assert.match(document.errors[0]?.message ?? "", /no stack "stagin"/);
        assert.match(document.errors[0]?.repair ?? "", /staging/);
    });

    it("an empty file", async () => {
        folder.write("Pulumi.staging.yaml", "");
        await refuses("", /empty/, /./);
    });

    it("YAML that does not parse", async () => {
        folder.write("Pulumi.staging.yaml", "config:\n  ringfence:tier: [sandbox\n");
        const { status, document } = await previewed(folder.path);
        assert.equal(status, 1);
        assert.ok(document.errors.every(({ stack, line }) => stack === "staging" && (line ?? 0) > 0));
    });

    it("a tab", async () => {
        folder.replace("Pulumi.staging.yaml", "  ringfence:tier:", "\tringfence:tier:");
        const { status, document } = await previewed(folder.path);
        assert.equal(status, 1);
        assert.match(document.errors[0]?.message ?? "", /tab/i);
        assert.equal(document.errors[0]?.line, 7);
    });

    it("a duplicate key", async () => {
        folder.replace(
            "Pulumi.staging.yaml",
            "  ringfence:platform: gcp",
            "  ringfence:platform: gcp\n  ringfence:platform: gcp",
        );
        await refuses(/platform/, /twice|duplicate|already/i, /./);
    });

    it("a file of 10 MB", async () => {
        folder.write("Pulumi.staging.yaml", `config:\n  x: "${"a".repeat(10 * 1024 * 1024)}"\n`);
        const { status, document } = await previewed(folder.path);
        assert.equal(status, 1);
        assert.match(document.errors[0]?.message ?? "", /10\.0 MiB|10 MiB|10485/);
    });

    it("a folder that is no project", async () => {
        const { status, document } = await previewed(join(root, "docs"));
        assert.equal(status, 1);
        assert.match(document.errors[0]?.message ?? "", /no Pulumi project/);
    });

    it("a program that throws: where, and no stack trace", async () => {
        folder.program(`export = async () => {\n    throw new Error("the moon is not in the right phase");\n};\n`);
        const { status, document } = await previewed(folder.path);
        assert.equal(status, 1);
        assert.deepEqual(document.errors.map(({ stack }) => stack).sort(), ["beta", "main", "staging"]);
        assert.match(document.errors[0]?.message ?? "", /the moon is not in the right phase/);
        assert.match(document.errors[0]?.file ?? "", /index\.ts$/);
        assert.equal(document.errors[0]?.line, 2);
    });

    it("a program that does not load", async () => {
        folder.program(`import nothing = require("./nothing");\nexport = nothing;\n`);
        const { status, document } = await previewed(folder.path, "--stack", "beta");
        assert.equal(status, 1);
        assert.match(document.errors[0]?.message ?? "", /nothing/);
    });

    it("a program with a syntax error", async () => {
        folder.program("export = async () => {{{;\n");
        const { status, document } = await previewed(folder.path, "--stack", "beta");
        assert.equal(status, 1);
        assert.match(document.errors[0]?.message ?? "", /index\.ts|Unexpected|Transform/);
    });

    it("no program at all", async () => {
        folder.replace("Pulumi.yaml", "runtime: nodejs", "runtime: nodejs\nmain: nowhere/");
        const { status, document } = await previewed(folder.path, "--stack", "beta");
        assert.equal(status, 1);
        assert.match(document.errors[0]?.message ?? "", /no program/);
        assert.equal(document.errors[0]?.key, "main");
    });

    it("MVA-10 a value that is another environment's: the isolation is broken", async () => {
        folder.replace(
            "Pulumi.staging.yaml",
            "8a2b4c6d-1e3f-4a5b-8c7d-9e0f1a2b3c4d",
            "c3d5e7f9-2a4b-4c6d-9e8f-0a1b2c3d4e5f",
        );
        const { status, document } = await previewed(folder.path);
        assert.equal(status, 2);
        assert.deepEqual(document.isolation.violations[0]?.stacks, ["staging", "main"]);
    });

    it("ORA-6 a stack that is deployed into another environment's project", async () => {
        folder.replace("Pulumi.staging.yaml", "gcp:project: mva-voice-staging", "gcp:project: mva-voice-main");
        const { status, document } = await previewed(folder.path, "--stack", "staging");
        assert.ok(status === 1 || status === 2, String(status));
        const said = JSON.stringify([document.errors, document.isolation.violations]);
        assert.match(said, /mva-voice-main/);
    });

    it("MVA-5 a hand-written service with live Salesforce credentials in staging: exit 2, the rule and the resource", async () => {
        folder.program(`
            import * as cloudrun from "@pulumi/gcp/cloudrunv2";
            import * as pulumi from "@pulumi/pulumi";
            import deploy = require(${JSON.stringify(join(root, "index"))});
            export = async () => {
                const outputs = await deploy();
                if (pulumi.getStack() === "staging") new cloudrun.Service("rogue", {
                    project: "mva-voice-staging",
                    location: "europe-west2",
                    template: { containers: [{ image: "example.com/rogue", envs: [
                        { name: "SF_ACCESS", value: "write" },
                        { name: "SF_URL", value: "https://mva.my.salesforce.com" },
                    ] }] },
                });
                return outputs;
            };
        `);
        const { status, document, text } = await previewed(folder.path);
        assert.equal(status, 2);
        const found = document.stacks.staging?.violations.filter(
            ({ policy }) => policy === "salesforce-write-in-production-only",
        );
        assert.ok(found?.some(({ urn, level }) => urn.endsWith("Service::rogue") && level === "mandatory"));
        assert.match(text, /salesforce-write-in-production-only[\s\S]*rogue/);
        assert.deepEqual(
            document.stacks.main?.violations.filter(({ level }) => level === "mandatory"),
            [],
        );
    });

    it("1 wins over 2: a stack that cannot be planned beside a broken rule", async () => {
        folder.replace(
            "Pulumi.staging.yaml",
            "8a2b4c6d-1e3f-4a5b-8c7d-9e0f1a2b3c4d",
            "c3d5e7f9-2a4b-4c6d-9e8f-0a1b2c3d4e5f",
        );
        folder.replace("Pulumi.beta.yaml", "concurrency: 20", "concurrency: 0");
        assert.equal((await previewed(folder.path)).status, 1);
    });

    it("ORB-11 a value that Pulumi encrypted: no passphrase is asked for, and nothing of it is shown", async () => {
        const ciphertext = "v1:xAbCdEf0123456789=:c2VjcmV0LXNlY3JldA==";
        folder.replace(
            "Pulumi.staging.yaml",
            "    args: [web]\n",
            `    args: [web]\n    variables:\n      PARTNER_TOKEN:\n        secure: ${ciphertext}\n`,
        );
        folder.replace(
            "Pulumi.staging.yaml",
            "config:\n",
            `encryptionsalt: v1:abc=:v1:def\nconfig:\n  cloudflare:apiToken:\n    secure: ${ciphertext}\n`,
        );
        const { status, document, text } = await previewed(folder.path, "--stack", "staging");
        assert.equal(status, 0, JSON.stringify(document.errors));
        const said = JSON.stringify(document) + text;
        assert.equal(said.includes(ciphertext), false);
        assert.match(said, /PARTNER_TOKEN/);
    });

    it("a program in an ES module", async () => {
        folder.write("package.json", '{ "type": "module" }');
        folder.program(`
            import * as pulumi from "@pulumi/pulumi";
            import * as random from "@pulumi/random";
            new random.RandomPet("pet-of-" + pulumi.getStack());
            export default { stack: pulumi.getStack() };
        `);
        const { status, document } = await previewed(folder.path);
        assert.equal(status, 0, JSON.stringify(document.errors));
        assert.match(JSON.stringify(document.stacks.main), /pet-of-main/);
        assert.match(JSON.stringify(document.stacks.beta), /pet-of-beta/);
    });

    it("a program that works while it is loaded, for every stack anew", async () => {
        folder.write(
            "pets.ts",
            `import * as random from "@pulumi/random"; import * as pulumi from "@pulumi/pulumi"; export const pet = new random.RandomPet("pet-of-" + pulumi.getStack());`,
        );
        folder.program(`import { pet } from "./pets"; export const id = pet.id;`);
        const { document } = await previewed(folder.path);
        for (const stack of ["beta", "staging", "main"]) {
            assert.match(JSON.stringify(document.stacks[stack]), new RegExp(`pet-of-${stack}`));
        }
    });

    it("what a program prints: standard output stays one document", async () => {
        folder.program(`export = async () => { console.log("hello"); };`);
        writeFileSync(join(folder.path, "quiet"), "");
        const { status } = await previewed(folder.path, "--stack", "beta");
        assert.equal(status, 0);
    });
});
