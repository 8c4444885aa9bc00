import assert from "node:assert/strict";
import type { PolicyResource } from "@pulumi/policy";
import { Partial } from "../../policy/facts";
import { factsOf, inputsOf, isLeftOut } from "../../policy/policy-resources";

/** How CrossGuard wraps properties; exported without its types. */
const { unknownCheckingProxy } = require("@pulumi/policy/proxy") as { unknownCheckingProxy: (props: object) => object };
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function resource(name: string, props: object, from: Record<string, PolicyResource[]> = {}): PolicyResource {
    return {
        urn: `urn:pulumi:staging::acme::random:index/randomPet:RandomPet::${name}`,
        type: "random:index/randomPet:RandomPet",
        name,
        // What CrossGuard hands out: touching an unknown throws.
        props: unknownCheckingProxy(props),
        opts: { protect: true, ignoreChanges: [], aliases: [], customTimeouts: {}, additionalSecretOutputs: [] },
        dependencies: Object.values(from).flat(),
        propertyDependencies: from,
    } as unknown as PolicyResource;
}

describe("resources as CrossGuard hands them to the pack", () => {
    it("VOX-3 are read without touching an unknown: it becomes what it comes from", () => {
        const source = resource("source", { length: 2 });
        const user = resource("user", { keepers: { a: unknown, b: "known" } }, { keepers: [source] });
        const [, facts] = factsOf([source, user], new Map());
        const keepers = facts?.inputs.keepers as Record<string, unknown>;
        assert.ok(keepers.a instanceof Partial);
        assert.deepEqual(keepers.a.references, [{ urn: source.urn }]);
        assert.equal(keepers.b, "known");
        assert.equal(facts?.protect, true);
    });

    it("VOX-3 an unknown that comes from nowhere keeps no reference, so that a rule can refuse it", () => {
        const [facts] = factsOf([resource("alone", { prefix: unknown })], new Map());
        const value = facts?.inputs.prefix;
        assert.ok(value instanceof Partial);
        assert.deepEqual(value.parts, []);
    });

    it("are judged by what was asked for, not by what the cloud will compute", () => {
        const inputs = new Map([
            [
                "urn:pulumi:staging::acme::random:index/randomPet:RandomPet::pet",
                inputsOf({ props: unknownCheckingProxy({ length: 2 }) }),
            ],
        ]);
        const [facts] = factsOf([resource("pet", { length: 2, computedLater: unknown })], inputs);
        assert.deepEqual(facts?.inputs, { length: 2 });
    });

    it("are not judged while an update leaves them out, of which the engine then shows nothing", () => {
        const provided = (props: object) =>
            ({ ...resource("pet", props), provider: { name: "default" } }) as unknown as PolicyResource;
        const excluded = provided({});
        assert.equal(
            isLeftOut(excluded, new Map([[excluded.urn, inputsOf({ props: unknownCheckingProxy({}) })]])),
            true,
        );
        assert.equal(isLeftOut(excluded, new Map([[excluded.urn, { length: 2 }]])), false, "with inputs");
        assert.equal(isLeftOut(provided({ id: unknown }), new Map()), false, "about to be made without inputs");
        assert.equal(isLeftOut(resource("component", {}), new Map()), false, "a component, which has no provider");
    });
});
