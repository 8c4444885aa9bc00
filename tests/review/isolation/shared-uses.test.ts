import assert from "node:assert/strict";
import { isolation } from "../../../review/isolation";
import { sharedUses } from "../../../review/isolation/shared-uses";
import { stackReferences } from "../../../review/isolation/stack-references";
import type { StackPlan } from "../../../review/plan";
import { main, shared, staging } from "./shared-stacks";

const tunnel = "ringfence:domain.tunnel";

describe("what environments use of a shared stack", () => {
    it("ORA-3 ORA-4 is there, and the stack is shared", () => {
        assert.deepEqual(sharedUses([staging(), main(), shared()]), []);
    });
    it("ORA-6 is nothing of another environment", () => {
        const found = sharedUses([staging({ [tunnel]: "main" }), main(), shared()]);
        assert.deepEqual(
            found.map(({ rule, stacks }) => [rule, stacks]),
            [["shared-uses", ["staging", "main"]]],
        );
        assert.match(
            found[0]?.message ?? "",
            /takes its tunnel from main, whose tier is production: name a stack of the tier shared at ringfence:domain\.tunnel\.$/,
        );
    });
    it("is owned by the stack that is named", () => {
        const [found] = sharedUses([staging(), shared({ "ringfence:transcription": undefined })]);
        assert.match(found?.message ?? "", /takes its transcription from shared, which has none: describe/);
    });
    it("ORA-3 ORA-4 is listed, with its owner and the reason", () => {
        const all = new Set(["staging", "main", "shared"]);
        const found = isolation([], [staging(), main(), shared()], all);
        assert.deepEqual(found.violations, []);
        const listed = found.shared.map(({ resource, stacks }) => [resource, stacks.join(" ")]);
        assert.deepEqual(listed.slice(0, 2), [
            ["Cloudflare tunnel office", "staging main shared"],
            ["speech recognition at 192.168.120.12:9000", "staging main shared"],
        ]);
    });
});

describe("a stack reference", () => {
    const reading = (stack: string): StackPlan => ({
        stack,
        project: "acme",
        tier: "pre-production",
        platform: "docker",
        resources: [
            {
                facts: {
                    urn: `urn:pulumi:${stack}::acme::pulumi:pulumi:StackReference::by-hand`,
                    type: "pulumi:pulumi:StackReference",
                    name: "by-hand",
                    inputs: { name: "organization/acme/shared" },
                    propertyDependencies: {},
                    dependencies: [],
                    protect: false,
                    external: true,
                },
                inputs: {},
                secrets: [],
                dependencies: [],
                component: false,
            },
        ],
        outputs: {},
        violations: [],
        notes: [],
    });

    it("may read a shared stack that the stack file names", () => {
        assert.deepEqual(stackReferences([reading("staging")], [staging(), shared()]), []);
    });
    it("may not read one that the stack file does not name", () => {
        const alone = staging({
            "ringfence:domain": undefined,
            "ringfence:transcription": undefined,
        });
        const [found] = stackReferences([reading("staging")], [alone, shared()]);
        assert.equal(found?.rule, "stack-references");
        assert.match(found?.message ?? "", /its stack file does not say so: name shared at ringfence:domain\.tunnel/);
    });
});
