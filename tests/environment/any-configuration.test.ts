import assert from "node:assert/strict";
import fc from "fast-check";
import { type Environment, type Fault, readEnvironment } from "../../environment";
import { environmentRules, faultsOf } from "../../environment/rules";
import { sourceOf, stackOf, type TestedTier, testedTiers, type Values, valuesOf } from "./fixtures";

const tier = fc.constantFrom<TestedTier>(...testedTiers);
const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(
        "",
        "0",
        "true",
        "5m",
        "64Gi",
        "production",
        "sandbox",
        "write",
        "redis",
        0,
        -1,
        1e21,
        0.5,
        null,
        [],
        {},
    ),
    fc.string({ unit: "binary", maxLength: 30 }),
) as fc.Arbitrary<unknown>;
const anyKey = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom("__proto__", "constructor", "toString", "secure", "value", "min", "ringfence:", "ringfence:redsi"),
);
/** What happens to one value of a compliant environment. */
const bend = fc.record({ place: fc.nat(), how: fc.constantFrom("replace", "drop", "rename"), anything, anyKey });
type Bend = typeof bend extends fc.Arbitrary<infer Each> ? Each : never;

/** Every map of a configuration with each of its keys. */
function places(value: unknown): readonly { readonly map: Values; readonly key: string }[] {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
    const map = value as Values;
    return Object.keys(map).flatMap((key) => [{ map, key }, ...places(map[key])]);
}

function bent(values: Values, bends: readonly Bend[]): Values {
    for (const { place, how, anything: value, anyKey: name } of bends) {
        const all = places(values);
        const at = all[place % Math.max(1, all.length)];
        if (at === undefined) break;
        const { [at.key]: before, ...others } = at.map;
        for (const key of Object.keys(at.map)) delete at.map[key];
        Object.assign(at.map, others);
        if (how === "drop") continue;
        const key = how === "rename" ? name : at.key;
        const entry = {
            value: how === "rename" ? before : value,
            enumerable: true,
            configurable: true,
            writable: true,
        };
        Object.defineProperty(at.map, key, entry);
    }
    return values;
}

const bentValues = fc
    .record({ tier, bends: fc.array(bend, { minLength: 1, maxLength: 4 }) })
    .map(({ tier, bends }) => ({ tier, values: bent(valuesOf(tier), bends) }));

const satisfiesAllRules = (environment: Environment) =>
    assert.deepEqual(
        environmentRules.flatMap((rule) => faultsOf(rule, environment)),
        [],
    );

function tellsWhatToDo({ key, path, message, repair }: Fault): void {
    assert.ok(path.length > 0 && key.length > 0);
    assert.ok(message.length > 0 && repair.length > 0);
    assert.doesNotMatch(message, /\[object|undefined|Invalid/);
    assert.doesNotMatch(repair, /\[object|undefined/);
}

describe("any configuration at all", () => {
    it("is an environment that satisfies every rule, or has faults that tell what to do", () => {
        fc.assert(
            fc.property(bentValues, ({ tier, values }) => {
                const { environment, faults } = readEnvironment(stackOf[tier], sourceOf(values));
                if (environment !== undefined) satisfiesAllRules(environment);
                else assert.ok(faults.length > 0);
                faults.forEach(tellsWhatToDo);
            }),
            { numRuns: 1500 },
        );
    });
    it("is one or the other for any stack name, and any keys", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary" }), fc.dictionary(fc.string(), anything), (stack, values) => {
                const prefixed = Object.fromEntries(
                    Object.entries(values).map(([key, value]) => [`ringfence:${key}`, value]),
                );
                const { faults } = readEnvironment(stack, sourceOf({ ...values, ...prefixed }));
                assert.ok(faults.length > 0);
                faults.forEach(tellsWhatToDo);
            }),
            { numRuns: 200 },
        );
    });
    it("ORB-11 never shows a secret: one in clear, or whatever else stands where secrets belong", () => {
        const secret = fc.stringMatching(/^[a-z0-9]{12,40}$/);
        const where = fc.constantFrom<readonly string[]>(
            ["ringfence:secrets"],
            ["ringfence:secrets", "API_TOKEN"],
            ["ringfence:secrets", "API_TOKEN", "value"],
            ["ringfence:secrets", "API_TOKEN", "generate"],
            ["ringfence:api", "variables"],
            ["ringfence:web", "variables", "lower"],
            ["ringfence:gateway", "variables", "API_TOKEN", "value"],
        );
        fc.assert(
            fc.property(bentValues, secret, where, fc.boolean(), ({ tier, values }, text, path, inList) => {
                const leaf: unknown = inList ? [text] : text;
                const [key = "", ...below] = path;
                values[key] = below.reduceRight<unknown>((value, segment) => ({ [segment]: value }), leaf);
                const { faults } = readEnvironment(stackOf[tier], sourceOf(values));
                assert.ok(!JSON.stringify(faults).includes(text));
            }),
            { numRuns: 400 },
        );
    });
    it("ORB-11 never shows a decrypted value where the engine tells only its key", () => {
        const secret = fc.stringMatching(/^[a-z0-9]{12,40}$/);
        fc.assert(
            fc.property(tier, fc.nat(), secret, (tier, place, text) => {
                const values = valuesOf(tier);
                const all = places(values);
                const at = all[place % all.length];
                assert.ok(at);
                at.map[at.key] = text;
                const key = Object.keys(values).find((name) => JSON.stringify(values[name])?.includes(text)) ?? "";
                const { faults } = readEnvironment(stackOf[tier], { values, secret: new Set([key]) });
                assert.ok(!JSON.stringify(faults).includes(text));
            }),
            { numRuns: 400 },
        );
    });
});
