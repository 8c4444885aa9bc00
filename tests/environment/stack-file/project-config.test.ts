import assert from "node:assert/strict";
import { loadProject } from "../../../environment/stack-file";
import { valuesOf } from "../fixtures";
import { brief, environmentIn, load, projectFile, projectFolders, stackFile } from "./project-folder";

const folderOf = projectFolders();
const without = (...keys: string[]) =>
    stackFile(Object.fromEntries(Object.entries(valuesOf("sandbox")).filter(([key]) => !keys.includes(key))));

const projectWith = (config: string, name = "ringfence") => `name: ${name}\nruntime: nodejs\nconfig:\n${config}`;

function errorOf(config: string, name?: string) {
    const { errors } = loadProject(
        folderOf({ "Pulumi.yaml": projectWith(config, name), "Pulumi.beta.yaml": without() }),
    );
    assert.equal(errors.length, 1, JSON.stringify(errors));
    return errors[0];
}

describe("the config block of Pulumi.yaml", () => {
    it("holds values for all stacks, as scalars, by value or by default", () => {
        for (const config of [
            "  ringfence:tier: sandbox\n",
            "  tier: sandbox\n",
            "  tier:\n    value: sandbox\n",
            "  ringfence:tier:\n    type: string\n    default: sandbox\n",
        ]) {
            const folder = folderOf({
                "Pulumi.yaml": projectWith(config),
                "Pulumi.beta.yaml": without("ringfence:tier"),
            });
            assert.equal(environmentIn(folder, "beta").tier, "sandbox", config);
        }
    });
    it("gives keys without namespace the project's name", () => {
        const folder = folderOf({
            "Pulumi.yaml": projectWith("  tier: production\n", "voice"),
            "Pulumi.beta.yaml": without(),
        });
        assert.equal(load(folder, "beta").value?.source.values["voice:tier"], "production");
        assert.equal(environmentIn(folder, "beta").tier, "sandbox");
    });
    it("gives way to the stack file, key by key and as a whole", () => {
        const folder = folderOf({
            "Pulumi.yaml": projectWith("  ringfence:web:\n    value: { port: 8080, cpu: 2 }\n"),
            "Pulumi.beta.yaml": stackFile(valuesOf("sandbox", { "ringfence:web": { port: 9090 } })),
            "Pulumi.gamma.yaml": without("ringfence:web"),
        });
        assert.deepEqual([environmentIn(folder, "beta").web.port, environmentIn(folder, "beta").web.cpu], [9090, 1]);
        assert.deepEqual([environmentIn(folder, "gamma").web.port, environmentIn(folder, "gamma").web.cpu], [8080, 2]);
    });
    it("is where its own faults are found", () => {
        const folder = folderOf({
            "Pulumi.yaml": projectWith(
                "  ringfence:tier: sandbox\n  ringfence:limits:\n    value:\n      model:\n        temperature: 3\n",
            ),
            "Pulumi.beta.yaml": without("ringfence:tier"),
        });
        assert.deepEqual(load(folder, "beta").errors.map(brief), ["Pulumi.yaml:8 ringfence:limits.model.temperature"]);
    });
    it("refuses what Pulumi refuses", () => {
        assert.match(errorOf("  ringfence:web:\n    port: 3000\n")?.repair ?? "", /below `value:`/);
        assert.match(errorOf("  tier:\n")?.message ?? "", /nothing stands here/);
        assert.match(errorOf("  tier:\n    value: a\n    default: b\n")?.message ?? "", /both `default` and `value`/);
        assert.match(errorOf("  ringfence:tier:\n    default: sandbox\n", "voice")?.repair ?? "", /write `value:`/);
        assert.match(errorOf("  a:b:c:d: 1\n")?.message ?? "", /is no configuration key/);
        assert.match(errorOf("  - ringfence:tier\n")?.message ?? "", /a list stands here, no map of keys/);
    });
    it("may hold an encrypted value, the same for all stacks", () => {
        const config = "  cloudflare:apiToken:\n    value:\n      secure: v1:abcdef\n";
        const folder = folderOf({ "Pulumi.yaml": projectWith(config), "Pulumi.beta.yaml": without() });
        const source = load(folder, "beta").value?.source;
        assert.deepEqual(source?.encryptedPaths, [["cloudflare:apiToken"]]);
        assert.deepEqual([...source.secret], ["cloudflare:apiToken"]);
        assert.doesNotMatch(JSON.stringify(source.values), /abcdef/);
    });
    it("may be missing or empty", () => {
        for (const config of ["", "config:\n", "config: {}\n"])
            assert.equal(
                environmentIn(folderOf({ "Pulumi.yaml": projectFile + config, "Pulumi.beta.yaml": without() }), "beta")
                    .name,
                "beta",
            );
    });
});
