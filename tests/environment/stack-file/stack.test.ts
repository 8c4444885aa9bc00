import assert from "node:assert/strict";
import { loadProject } from "../../../environment/stack-file";
import { stackOf, testedTiers, valuesOf } from "../fixtures";
import { encryptedIn, environmentIn, load, projectFile, projectFolders, stackFile } from "./project-folder";

const folderOf = projectFolders();
const compliant = stackFile(valuesOf("sandbox"));
/** The stack `beta` of a project whose stack file reads so. */
const beta = (content: string | Uint8Array) =>
    load(folderOf({ "Pulumi.yaml": projectFile, "Pulumi.beta.yaml": content }), "beta");
const added = (yaml: string) => compliant + yaml;

describe("a stack file", () => {
    it("describes an environment", () => {
        const files = Object.fromEntries(
            testedTiers.map((tier) => [`Pulumi.${stackOf[tier]}.yaml`, stackFile(valuesOf(tier))]),
        );
        const folder = folderOf({ "Pulumi.yaml": projectFile, ...files });
        for (const tier of testedTiers) assert.equal(environmentIn(folder, stackOf[tier]).tier, tier);
    });
    it("describes the environments of this project", () => {
        const { value: project } = loadProject(".");
        assert.ok(project);
        const stacks = project.stacks.map(({ name }) => environmentIn(".", name));
        assert.deepEqual(Object.fromEntries(stacks.map(({ name, tier }) => [name, tier])), {
            beta: "sandbox",
            staging: "pre-production",
            main: "production",
            local: "sandbox",
        });
    });
    it("may have a byte order mark, Windows line ends, comments, anchors and merges", () => {
        assert.equal(beta(`\uFEFF${compliant}`).errors.length, 0);
        assert.equal(beta(compliant.replaceAll("\n", "\r\n")).errors.length, 0);
        const merged = added(
            "  ringfence:web: &base\n    cpu: 2\n    args: [web]\n  x:web:\n    <<: *base\n    cpu: 4\n",
        ).replace("  ringfence:web: {}\n", "");
        assert.deepEqual(beta(merged).value?.source.values["x:web"], { cpu: 4, args: ["web"] });
    });
    it("keeps values that are neither map nor list as text, as Pulumi does", () => {
        const values = beta(added("  x:count: 5\n  x:flag: true\n  x:config:old: 1.5\n  x:json: '{\"a\": 1}'\n")).value
            ?.source.values;
        assert.deepEqual(
            ["x:count", "x:flag", "x:old", "x:json"].map((key) => values?.[key]),
            ["5", "true", "1.5", '{"a": 1}'],
        );
    });
    it("may hold a concern as JSON text, as `pulumi config set` leaves it", () => {
        assert.equal(beta(added(`  ringfence:redis: '{"memory": "2Gi"}'\n`)).value?.environment.redis?.memory, 2048);
    });
    it("ORB-11 may hold encrypted values, of which nothing is shown but where they are", () => {
        const { value } = beta(
            added(
                [
                    "  cloudflare:apiToken: {secure: v1:CIPHER1}",
                    "  x:nested: [{deep: {secure: v1:CIPHER2}}]",
                    "  ringfence:secrets:",
                    "    GEMINI_API_KEY: {value: {secure: v1:CIPHER3}}",
                    "encryptionsalt: v1:SALT",
                ].join("\n"),
            ),
        );
        assert.ok(value);
        assert.deepEqual(encryptedIn(value), [
            "cloudflare:apiToken",
            "x:nested[0].deep",
            "ringfence:secrets.GEMINI_API_KEY.value",
        ]);
        assert.deepEqual([...value.source.secret], ["cloudflare:apiToken", "x:nested", "ringfence:secrets"]);
        assert.deepEqual([...value.environment.encrypted], ["secrets"]);
        assert.doesNotMatch(JSON.stringify(value), /CIPHER|SALT/);
        const { source } = value;
        assert.equal(source.values["cloudflare:apiToken"], "[encrypted cloudflare:apiToken of beta]");
    });
    it("tells the line of every value, and of the nearest that is there for one that is not", () => {
        const { value } = beta(
            "config:\n\n  ringfence:web:\n    health:\n      path: /up\n  x:list:\n    - a\n    - b\n" +
                compliant.replace("config:\n", "").replace("  ringfence:web: {}\n", ""),
        );
        const lineOf = (...path: (string | number)[]) => value?.locate(path).line;
        assert.equal(lineOf("ringfence:web"), 3);
        assert.equal(lineOf("ringfence:web", "health", "path"), 5);
        assert.equal(lineOf("ringfence:web", "health", "interval"), 4);
        assert.equal(lineOf("x:list", 1), 8);
        assert.equal(lineOf("ringfence:redis"), 1);
    });
});
