import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { evaluate, levelOf } from "../../policy/evaluate";
import type { Scope } from "../../policy/rule";
import { isolationRules, rules } from "../../policy/rules";
import type { Case } from "./cases";
import { preProduction, production, sandbox } from "./environments";
import { registry } from "./registry";

const messages = (name: string, scope: Scope): readonly string[] =>
    evaluate(
        rules.filter((rule) => rule.name === name),
        scope,
    ).map(({ message }) => message);

const levels = (name: string) =>
    [sandbox(), preProduction(), production()].flatMap((environment) =>
        rules.filter((rule) => rule.name === name).map((rule) => levelOf(rule, { environment })),
    );

describe("every rule", () => {
    for (const rule of rules) {
        describe(rule.name, () => {
            const cases = registry.get(rule.name)?.cases ?? [];

            it("is called as its file is", () => {
                const folder = join(__dirname, "../../policy/rules", rule.kind);
                assert.ok(existsSync(join(folder, `${rule.name}.ts`)), `no file ${rule.name}.ts`);
            });

            it("says what it forbids, why and how to repair it, in a sentence each", () => {
                for (const sentence of [rule.forbids, rule.why, rule.repair])
                    assert.match(sentence, /^[A-Z][^\n]{20,}\.$/);
            });

            it("is tried on every platform that it claims, by a stack that passes and one that does not", () => {
                for (const platform of rule.platforms) {
                    const tried = cases.filter((each) => each.platform === platform);
                    assert.ok(tried.some(passes), `nothing passes on ${platform}`);
                    assert.ok(
                        tried.some((each) => !passes(each)),
                        `nothing fails on ${platform}`,
                    );
                }
            });

            it("claims every platform that it is tried on", () => {
                for (const { platform } of cases) assert.ok(rule.platforms.includes(platform), platform);
            });

            for (const { title, platform, scope, finds } of cases) {
                it(`${finds === undefined ? "allows" : "refuses"} ${title} (${platform})`, () => {
                    const found = messages(rule.name, scope);
                    if (finds === undefined) assert.deepEqual(found, []);
                    else
                        assert.ok(
                            found.some((message) => finds.test(message)),
                            `found ${JSON.stringify(found)}`,
                        );
                });
            }
        });
    }

    it("has a name of its own", () => {
        assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
    });

    it("has cases, and no cases are without a rule", () => {
        assert.deepEqual([...registry.keys()].sort(), rules.map(({ name }) => name).sort());
        for (const [name, { rule }] of registry) assert.equal(rule.name, name);
    });

    it("about images is advisory in a sandbox, where they are built by hand", () => {
        assert.deepEqual(levels("images-pinned-by-digest"), ["advisory", "mandatory", "mandatory"]);
    });

    for (const name of ["backups", "deletion-protection"]) {
        it(`about what production cannot do without (${name}) is advisory below it`, () => {
            assert.deepEqual(levels(name), ["advisory", "advisory", "mandatory"]);
        });
    }

    it("that isolates is mandatory in every tier", () => {
        for (const { name, level } of isolationRules) assert.equal(level, "mandatory", name);
    });
});

const passes = ({ finds }: Case): boolean => finds === undefined;

describe("at the registration of a resource", () => {
    for (const rule of isolationRules) {
        it(`${rule.name} judges the last resource, and finds what it finds in the whole stack`, () => {
            for (const { title, platform, scope } of registry.get(rule.name)?.cases ?? []) {
                const whole = new Set([...rule.check(scope)].map(({ urn }) => urn));
                for (const [index, resource] of scope.resources.entries()) {
                    const seen = { ...scope, resources: scope.resources.slice(0, index + 1), complete: false };
                    const found = [...rule.check(seen)];
                    const where = `${title} (${platform}), ${resource.name}`;
                    assert.ok(
                        found.every(({ urn }) => urn === resource.urn),
                        `${where}: judged another resource`,
                    );
                    // What is only read passes no guard.
                    if (resource.external) continue;
                    assert.equal(found.length > 0, whole.has(resource.urn), where);
                }
            }
        });
    }
});

describe("requirements that rules name", () => {
    const document = join(__dirname, "../../docs/requirements.md");
    const known = existsSync(document)
        ? new Set([...readFileSync(document, "utf8").matchAll(/\b[A-Z]{3}-\d+\b/g)].map(([id]) => id))
        : undefined;
    for (const { name, requirements } of rules) {
        it(`of ${name} exist`, () => {
            assert.ok(requirements.length > 0);
            for (const id of requirements) {
                assert.match(id, /^(MVA|ORA|ORB|ACG|VFD|VOX)-\d+$/);
                if (known !== undefined) assert.ok(known.has(id), `${id} is not in docs/requirements.md`);
            }
        });
    }
});
