import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { valuesOf } from "../fixtures";
import { brief, load, projectFile, projectFolders, stackFile } from "./project-folder";

const folderOf = projectFolders();
const compliant = stackFile(valuesOf("sandbox"));
/** The stack `beta` of a project whose stack file reads so. */
const beta = (content: string | Uint8Array) =>
    load(folderOf({ "Pulumi.yaml": projectFile, "Pulumi.beta.yaml": content }), "beta");
const added = (yaml: string) => compliant + yaml;

/** The one error of a stack file. */
function errorOf(content: string | Uint8Array) {
    const { errors } = beta(content);
    assert.equal(errors.length, 1, JSON.stringify(errors));
    const [only] = errors;
    assert.ok(only);
    assert.equal(only.stack, "beta");
    return { ...only, repair: only.repair ?? "", place: brief(only) };
}

describe("a fault of a stack file has its file and line:", () => {
    it("MVA-5 a rule that is broken, named with the key, the value and the repair", () => {
        const folder = folderOf({
            "Pulumi.yaml": projectFile,
            "Pulumi.staging.yaml": stackFile(
                valuesOf("pre-production", { "ringfence:integrations.salesforce.access": "write" }),
            ),
        });
        const { errors } = load(folder, "staging");
        assert.equal(errors.length, 1);
        const [error] = errors;
        assert.match(error?.file ?? "", /Pulumi\.staging\.yaml$/);
        assert.equal(error?.key, "ringfence:integrations.salesforce.access");
        const lines = stackFile(valuesOf("pre-production")).split("\n");
        assert.match(lines[(error.line ?? 0) - 1] ?? "", /access: read/);
        assert.match(
            error.message,
            /"write" is for production alone.+\(rule salesforce-access: MVA-2, MVA-3, MVA-5, MVA-6\)/,
        );
        assert.match(error.repair ?? "", /write "read"/);
    });
    it("several faults, in the order of the file", () => {
        const { errors } = beta(
            "config:\n  ringfence:tier: prod\n  typo: 1\n  ringfence:release: {nme: r1}\n  gcp:project: a-project\n",
        );
        assert.deepEqual(errors.map(brief), [
            "Pulumi.beta.yaml:1 ringfence:database",
            "Pulumi.beta.yaml:1 gcp:region",
            "Pulumi.beta.yaml:2 ringfence:tier",
            "Pulumi.beta.yaml:3 typo",
            "Pulumi.beta.yaml:4 ringfence:release.name",
            "Pulumi.beta.yaml:4 ringfence:release.nme",
        ]);
    });
    it("a key that stands twice", () => {
        const { place, message } = errorOf(added("  ringfence:tier: sandbox\n"));
        const line = compliant.split("\n").length;
        assert.equal(place, `Pulumi.beta.yaml:${line} ringfence:tier`);
        assert.equal(message, "the key stands twice, first in line 4");
    });
    it("a key without namespace, or one that is no key", () => {
        assert.deepEqual(
            [
                errorOf(added("  redsi: {}\n")),
                errorOf(added("  region: x\n")),
                errorOf(added("  a:b:c: x\n")),
                errorOf(added("  ':x': x\n")),
            ].map(({ message, repair }) => ({ message, repair })),
            [
                { message: 'the key "redsi" has no namespace', repair: "write ringfence:redis" },
                { message: 'the key "region" has no namespace', repair: "write namespace:name, e.g. gcp:project" },
                {
                    message: 'the key "a:b:c" is no configuration key',
                    repair: "write namespace:name, e.g. gcp:project",
                },
                { message: 'the key ":x" is no configuration key', repair: "write namespace:name, e.g. gcp:project" },
            ],
        );
    });
    it("keys outside `config:`", () => {
        assert.match(errorOf(added("ringfence:tier: sandbox\n")).repair, /indent it below `config:`/);
        assert.match(errorOf(added("encryptionSalt: v1:x\n")).repair, /write encryptionsalt/);
    });
    it("no configuration, or one that is no map", () => {
        for (const content of ["encryptionsalt: v1:x\n", "config:\n", "config: ~\n"])
            assert.equal(errorOf(content).message, "there is no configuration", content);
        assert.equal(errorOf("encryptionsalt: x\nconfig: text\n").message, "text stands here, no map of keys");
        assert.equal(errorOf("encryptionsalt: x\nconfig: [a]\n").place, "Pulumi.beta.yaml:2 config");
        assert.match(errorOf("just text\n").message, /the file is no map of keys/);
    });
    it("an empty file", () => {
        for (const content of ["", "\n\n", "# only a comment\n", "---\n", "\uFEFF"])
            assert.deepEqual(errorOf(content).message, "the file is empty", JSON.stringify(content));
    });
    it("text that is no YAML, without quoting it", () => {
        const secret = "hunter2";
        for (const [content, line, message] of [
            ["config:\n\tringfence:tier: x\n", 2, /a tab is used for indentation/],
            [`config:\n  a:b: "${secret}\n`, 2, /quote/],
            [`config:\n  a:b: [${secret}\n`, 2, /bracket/],
            [`config:\n  a:b: x\n ${secret}: y\n`, 3, /indentation|quote|is no YAML/],
            [`config:\n  a:b: "\\q${secret}"\n`, 2, /backslash/],
            [`config:\n  a:b: @${secret}\n`, 2, /reserves/],
            [`config:\n  a:b: ${secret}: x\n`, 2, /key|colon/],
        ] as const) {
            const { errors } = beta(content);
            assert.ok(errors.length > 0, content);
            assert.ok(
                errors.some((error) => message.test(error.message)),
                `${content}${JSON.stringify(errors)}`,
            );
            assert.equal(errors[0]?.line, line, content);
            assert.ok(!JSON.stringify(errors).includes(secret));
        }
    });
    it("several documents in one file", () => {
        const { message, line } = errorOf(`${compliant}---\n${compliant}`);
        assert.match(message, /several documents/);
        assert.equal(line, compliant.split("\n").length);
    });
    it("a date that Pulumi would make a point in time of", () => {
        assert.equal(errorOf(added("  x:since: 2026-11-03\n")).repair, 'write "2026-11-03"');
    });
    it("an alias to nothing, aliases that go in circles, keys that are no text", () => {
        assert.match(errorOf(added("  x:a: *nothing\n")).message, /points to no anchor above it/);
        assert.match(errorOf(added("  x:a: &a [*a]\n")).message, /nested too deeply, or aliases/);
        assert.match(errorOf(added("  ? [a, b]\n  : c\n")).message, /a key is not plain text/);
    });
    it("a merge of something that is no map", () => {
        assert.match(errorOf(added("  x:a:\n    <<: text\n")).message, /takes over the keys of a map/);
    });
    it("an encrypted value that the review has to read", () => {
        const { place, message } = errorOf(added("  ringfence:limits:\n    queue: {secure: v1:CIPHER}\n"));
        assert.match(place, /ringfence:limits\.queue$/);
        assert.match(message, /is encrypted/);
    });
    it("an ending that Pulumi does not look for beside this Pulumi.yaml", () => {
        const folder = folderOf({ "Pulumi.yaml": projectFile, "Pulumi.beta.yml": compliant });
        assert.match(load(folder, "beta").errors[0]?.message ?? "", /does not read a file that ends in \.yml/);
    });
    it("bytes that are no UTF-8, and a folder in place of the file", () => {
        assert.match(
            errorOf(Buffer.concat([Buffer.from(compliant), Buffer.from([0xff, 0xfe])])).message,
            /not written in UTF-8/,
        );
        assert.match(errorOf(Buffer.from(`\uFEFF${compliant}`, "utf16le")).message, /not written in UTF-8/);
        const folder = folderOf({ "Pulumi.yaml": projectFile });
        mkdirSync(join(folder, "Pulumi.beta.yaml"));
        assert.match(load(folder, "beta").errors[0]?.message ?? "", /the file is no file/);
    });
    it("a stack that there is not, with the nearest first", () => {
        const folder = folderOf({
            "Pulumi.yaml": projectFile,
            "Pulumi.beta.yaml": compliant,
            "Pulumi.staging.yaml": compliant,
        });
        const [error] = load(folder, "stagin").errors;
        assert.equal(error?.message, 'the project has no stack "stagin"');
        assert.equal(error.repair, "write staging or beta");
    });
});
