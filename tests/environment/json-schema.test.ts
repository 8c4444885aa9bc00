import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { concernNames } from "../../environment";
import { type JsonSchema, stackFileSchema } from "../../environment/json-schema";
import { testedTiers, type Values, valuesOf } from "./fixtures";

const schema = stackFileSchema();
const validator = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
const accepts = (content: unknown) => validator.safeParse(content).success;
const withConfig = (changes: Values) => ({ config: valuesOf("sandbox", changes) });
const at = (...path: string[]): JsonSchema => path.reduce((below, key) => below[key] as JsonSchema, schema);

describe("the JSON Schema of a stack file", () => {
    it("accepts compliant environments and the stack files of this project", () => {
        for (const tier of testedTiers) assert.ok(accepts({ config: valuesOf(tier), encryptionsalt: "v1:x" }), tier);
        for (const file of readdirSync(".").filter((name) => /^Pulumi\..+\.yaml$/.test(name)))
            assert.ok(accepts(parse(readFileSync(file, "utf8"))), file);
    });
    it("knows every concern, and says of it what it is for", () => {
        const { properties } = at("properties", "config") as { properties: Record<string, JsonSchema> };
        assert.deepEqual(Object.keys(properties), [
            ...concernNames.map((name) => `ringfence:${name}`),
            "gcp:project",
            "gcp:region",
            "docker:host",
        ]);
        for (const name of ["tier", "domain", "release", "database", "redis", "safeguards", "secrets"])
            assert.ok(properties[`ringfence:${name}`]?.description, name);
    });
    it("completes with defaults, choices and examples", () => {
        const config = ["properties", "config", "properties"] as const;
        assert.equal(at(...config, "ringfence:gateway", "properties", "port").default, 4001);
        assert.deepEqual(at(...config, "ringfence:redis", "properties", "version").enum, ["6.x", "7.0", "7.2"]);
        assert.deepEqual(at(...config, "ringfence:web", "properties", "memory").examples, ["512Mi", "1Gi"]);
    });
    it("refuses unknown keys of the program's namespace, at any depth, and no others", () => {
        assert.ok(!accepts(withConfig({ "ringfence:redsi": {} })));
        assert.ok(!accepts(withConfig({ "ringfence:web.prt": 1 })));
        assert.ok(accepts(withConfig({ "aws:regoin": "x", "docker:config:host": { any: "thing" } })));
        assert.ok(!accepts(withConfig({ tier: "sandbox" })));
        assert.ok(!accepts({ ...withConfig({}), confg: {} }));
    });
    it("refuses values of the wrong shape", () => {
        for (const [key, value] of [
            ["ringfence:tier", "prod"],
            ["ringfence:api.cpu", 3],
            ["ringfence:api.port", "3000"],
            ["ringfence:gateway.calls.longest", 30],
            ["ringfence:database.engine", "mysql"],
            ["ringfence:api.variables.lower", "x"],
            ["gcp:project", "X"],
        ] as const)
            assert.ok(!accepts(withConfig({ [key]: value })), key);
    });
    it("ORB-11 accepts encrypted values where secrets may stand, and refuses a secret in clear", () => {
        const secure = { secure: "v1:x" };
        assert.ok(accepts(withConfig({ "ringfence:api.variables.A_TOKEN": secure })));
        assert.ok(accepts(withConfig({ "ringfence:secrets.A_TOKEN.value": secure })));
        assert.ok(!accepts(withConfig({ "ringfence:secrets.A_TOKEN.value": "clear" })));
        assert.ok(!accepts(withConfig({ "ringfence:tier": secure })));
    });
    it("is a plain document of draft 7", () => {
        assert.equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
        assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
    });
});
