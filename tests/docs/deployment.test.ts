import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseOptions } from "../../deploy/options";
import { loadProject, loadStack } from "../../environment/stack-file";
import { planOf } from "../requirements/plan";

const root = resolve(__dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = { "docs/first-deploy.md": read("docs/first-deploy.md"), "docs/operating.md": read("docs/operating.md") };

/** The lines of a page's shell blocks, without what is explained behind them. */
const linesOf = (page: string): readonly string[] =>
    [...page.matchAll(/```sh\n(.*?)```/gs)]
        .flatMap(([, block = ""]) => block.split("\n"))
        .map((line) => line.replace(/\s+#.*$/, "").trim())
        .filter((line) => line !== "");
const inlineOf = (page: string): readonly string[] =>
    [...page.replaceAll(/```.*?```/gs, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
const words = (line: string): readonly string[] => line.split(/\s+/).map((word) => word.replaceAll(/['"]/g, ""));

const project = loadProject(root).value;
assert.ok(project);
const environments = project.stacks.flatMap(({ name }) => loadStack(project, name).value?.environment ?? []);
const stacks = environments.map(({ name }) => name);
const projects = environments.flatMap(({ gcp, registry }) => [
    ...(gcp ? [gcp.project] : []),
    ...(registry ? [registry.project] : []),
]);

/** The part of the JSON Schema below a key, whatever alternatives lead there. */
function below(schema: unknown, key: string): unknown[] {
    if (typeof schema !== "object" || schema === null) return [];
    const { properties, anyOf, oneOf, allOf } = schema as Record<string, Record<string, unknown> & unknown[]>;
    const here = properties !== undefined && Object.hasOwn(properties, key) ? [properties[key]] : [];
    return [...here, ...[anyOf, oneOf, allOf].flatMap((some) => (some ?? []).flatMap((one) => below(one, key)))];
}

/** `ringfence:zone.mail` is a key, step by step. */
const isKey = (path: string): boolean => {
    const [concern = "", ...steps] = path.split(".");
    const { properties } = JSON.parse(read("ringfence.schema.json"));
    let found: unknown[] = [properties.config.properties[concern]].filter((one) => one !== undefined);
    for (const step of steps) found = found.flatMap((one) => below(one, step));
    return found.length > 0;
};

for (const [path, page] of Object.entries(pages))
    describe(path, () => {
        const lines = linesOf(page);
        const commands = [...lines, ...inlineOf(page)];

        it("deploys by command lines that are accepted, of stacks that exist", () => {
            const ups = commands.filter((line) => line.startsWith("npm run up -- "));
            assert.ok(ups.length > 2);
            for (const line of ups) {
                const request = parseOptions(words(line).slice(4), {});
                assert.ok(!request.help && ["STACK", ...stacks].includes(request.stack), line);
            }
        });

        it("names stacks and projects that the stack files have", () => {
            for (const line of lines) {
                for (const [, stack = ""] of line.matchAll(/--stack ([\w-]+)/g))
                    assert.ok(stacks.includes(stack), line);
                for (const [, named = ""] of line.matchAll(/--project (mva[\w-]+)/g))
                    assert.ok(projects.includes(named), line);
                for (const [, named = ""] of line.matchAll(/projects\/(mva[\w-]+)\//g))
                    assert.ok(projects.includes(named), line);
            }
        });

        it("names keys that a stack file has", () => {
            const keys = inlineOf(page).flatMap((code) => /^(ringfence:[\w.]+)$/.exec(code)?.[1] ?? []);
            assert.ok(keys.length > 5);
            for (const key of keys) assert.ok(isKey(key), key);
        });
    });

describe("docs/first-deploy.md", () => {
    it("asks the addresses that the stack files yield", async () => {
        const { stacks: planned } = await planOf();
        const hosts = Object.values(planned).flatMap(({ outputs }) => (outputs as { hosts: string[] }).hosts);
        const asked = [...pages["docs/first-deploy.md"].matchAll(/curl --fail https:\/\/([\w.-]+)\//g)];
        assert.ok(asked.length >= 3);
        for (const [, host = ""] of asked) assert.ok(hosts.includes(host), host);
    });
});

describe("docs/operating.md", () => {
    it("has the place that each alert's mail points to", async () => {
        const plans = [await planOf(), await planOf(join(root, "blueprints/orbisvoice"))];
        const named = JSON.stringify(plans).matchAll(/operating\.md#([\w-]+)/g);
        const places = [...new Set([...named].map(([, place = ""]) => place))];
        assert.ok(places.length > 10);
        for (const place of places) assert.match(pages["docs/operating.md"], new RegExp(`^### ${place}$`, "m"));
    });
});

/** Both have such a table, by its least number of rows. */
for (const [path, least] of Object.entries({ "docs/operating.md": 60, "docs/docker.md": 60 }))
    describe(path, () => {
        it("tells of every failure what to do about it", () => {
            const [, trouble = ""] = read(path).split("\n## What can go wrong");
            const rows = trouble.split("\n").filter((line) => line.startsWith("| "));
            assert.ok(rows.length > least, String(rows.length));
            for (const row of rows) {
                const cells = row.split(/(?<!\\)\|/).slice(1, -1);
                assert.equal(cells.length, 3, row);
                for (const cell of cells) assert.notEqual(cell.trim(), "", row);
            }
        });
    });
