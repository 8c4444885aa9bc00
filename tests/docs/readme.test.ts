import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { rules } from "../../policy/rules";
import { parseOptions } from "../../review/options";
import { named, planned } from "../platforms/engine";
import { mandatory, planOfFixture, planWith, stackOf } from "../requirements/plan";

const root = resolve(__dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const readme = read("README.md");
const manifest: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
const documents = [
    "README.md",
    "CONTRIBUTING.md",
    ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".md"))
        .map((path) => `docs/${path.replaceAll("\\", "/")}`),
];
/** Lines wrap where they may. */
const flat = (text: string) => text.replaceAll(/\s+/g, " ");

interface Block {
    readonly language: string;
    /** What the comment above it says. */
    readonly note: string;
    readonly content: string;
}
const blocksOf = (text: string): readonly Block[] =>
    [...text.matchAll(/(?:<!-- ([^\n]*?) -->\n)?```(\w*)\n(.*?)```/gs)].map(
        ([, note = "", language = "", content = ""]) => ({ language, note, content }),
    );
const blocks = blocksOf(readme);

/** Code within sentences: what is left of a document without its blocks. */
const inlineCode = (text: string): readonly string[] =>
    [...text.replaceAll(/```.*?```/gs, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

/** Every command of a document, in blocks and in sentences, without what is redirected or explained behind it. */
const commandsOf = (text: string): readonly string[] => [
    ...blocksOf(text)
        .filter(({ language }) => language === "sh")
        .flatMap(({ content }) => content.split("\n"))
        .map((line) => line.replace(/\s+#.*$/, "").trim()),
    ...inlineCode(text),
];
const ringfenceWords = (command: string): readonly string[] | undefined =>
    /^(?:npx )?ringfence (.+)$/.exec(command)?.[1]?.split(" ");

interface Ended {
    readonly status: number;
    readonly stdout: string;
}

/** Runs `ringfence` as a shell would, without colours and at the width that a file gets. */
function ringfence(words: readonly string[]): Promise<Ended> {
    const { COLUMNS: _, ...environment } = process.env;
    return new Promise((done) => {
        execFile(
            process.execPath,
            [join(root, "review/bin.cjs"), ...words],
            { cwd: root, env: { ...environment, NO_COLOR: "1" }, timeout: 30_000, maxBuffer: 64 * 1024 * 1024 },
            (error, stdout) => done({ status: error === null ? 0 : Number(error.code), stdout }),
        );
    });
}

describe("README.md", () => {
    it("begins with its two commands, which package.json has", () => {
        assert.equal(blocks[0]?.content, "npm ci && npm start\nnpm ci && npm test\n");
        for (const script of ["start", "test"]) assert.ok(manifest.scripts[script], script);
    });

    it("says on its first screen what the preview prints", async () => {
        const shown = blocks.filter(({ note }) => note.startsWith("output: "));
        assert.ok(shown.length >= 2);
        for (const { note, content } of shown) {
            const { stdout } = await ringfence(note.replace("output: ringfence ", "").split(" "));
            const printed = new Set(stdout.split("\n").map(timeless));
            for (const line of content.trimEnd().split("\n"))
                assert.ok(line === "…" || printed.has(timeless(line)), `${note} does not print: ${line}`);
        }
    });

    it("shows the message of a stack file that the schema refuses", async () => {
        const { errors } = await planWith("staging", "access: read", "access: write");
        assert.ok(errors[0] !== undefined && errors.length === 1);
        const { key, message } = errors[0];
        assert.ok(flat(readme).includes(key));
        assert.ok(flat(readme).includes(flat(message)), message);
    });

    it("shows the message of a resource that is refused at its registration", async () => {
        const broken = mandatory(stackOf(await planOfFixture("intruders"), "staging"));
        const refused = broken.find(({ policy }) =>
            rules.some(({ name, kind }) => name === policy && kind === "isolation"),
        );
        const rule = rules.find(({ name }) => name === refused?.policy);
        assert.ok(refused !== undefined && rule !== undefined);
        const text = `gcp:cloudrunv2/service:Service "lead-sync": ${refused.message} [${rule.name}] ${rule.repair}`;
        assert.ok(flat(readme).includes(text), text);
    });

    it("has an example of a component alone that runs", async () => {
        const { note = "", content } = blocks.find(({ language }) => language === "ts") ?? {};
        const file = note.replace("runs: ", "");
        assert.equal(content, read(file).replaceAll("../../../", "./"));
        const resources = await planned(() => require(join(root, file)));
        assert.equal(named(resources, "api-service").inputs.name, "voice-api-dev");
    });

    it("names each concern of a stack file", () => {
        const schema = JSON.parse(read("ringfence.schema.json"));
        const concerns = Object.keys(schema.properties.config.properties).filter((key) => key.startsWith("ringfence:"));
        assert.ok(concerns.length > 5);
        for (const concern of concerns) assert.ok(inlineCode(readme).includes(concern), concern);
    });

    for (const command of ["ringfence rules", "ringfence schema", "ringfence preview --stack beta"]) {
        it(`runs \`${command}\``, async () => {
            const { status, stdout } = await ringfence(command.split(" ").slice(1));
            assert.equal(status, 0);
            assert.ok(stdout.length > 500);
        });
    }
});

/** A line without what says nothing of the stacks: how long it took, and how many rules there are by now. */
const timeless = (line: string) =>
    line
        .replaceAll(/\bin \d+(\.\d+)? s\b/g, "in … s")
        .replaceAll(/\b\d+ rules\b/g, "… rules")
        .trim();

describe("The documents", () => {
    for (const document of documents) {
        const text = read(document);

        it(`${document}: each relative link leads somewhere`, () => {
            for (const [, target = ""] of text.replaceAll(/```.*?```/gs, "").matchAll(/\]\(([^)\s]+)\)/g)) {
                if (/^[a-z]+:/.test(target)) continue;
                const [path = "", anchor] = target.split("#");
                const file = path === "" ? document : join(dirname(document), path);
                assert.ok(existsSync(join(root, file)), target);
                if (anchor !== undefined) assert.ok(anchorsOf(read(file)).includes(anchor), target);
            }
        });

        it(`${document}: each command exists`, () => {
            for (const command of commandsOf(text)) {
                for (const [, script = ""] of command.matchAll(/\bnpm run (?:--silent )?([\w:]+)/g))
                    assert.ok(manifest.scripts[script], `npm run ${script}`);
                const words = ringfenceWords(command);
                if (words !== undefined) assert.doesNotThrow(() => parseOptions(words), command);
            }
        });
    }

    for (const document of ["README.md", "CONTRIBUTING.md"]) {
        it(`${document}: each file and folder that it names exists`, () => {
            const paths = inlineCode(read(document)).filter(isPath);
            assert.ok(paths.length > 10, `only ${paths.length} were found`);
            for (const path of paths) assert.ok(existsSync(join(root, path)), path);
        });
    }
});

/** `environment/`, `policy/rule.ts`, `Pulumi.beta.yaml`; no placeholder, no route, no role of Google Cloud. */
const isPath = (code: string): boolean =>
    /^[\w.][\w./-]*$/.test(code) && !code.startsWith("roles/") && /\/|\.(ts|mjs|md|json|ya?ml)$/.test(code);

/** As GitHub makes them of headings. */
const anchorsOf = (text: string): readonly string[] =>
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
        title
            .toLowerCase()
            .replaceAll(/[^\w\s-]/g, "")
            .replaceAll(/\s/g, "-"),
    );
