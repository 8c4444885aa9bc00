import assert from "node:assert/strict";
import { isolation } from "../../../review/isolation";
import { type Changes, environmentOf, type TestedTier } from "../../environment/fixtures";

const managed: Changes = { "ringfence:zone": { managed: true } };
const environment = (tier: TestedTier, changes: Changes = {}, name?: string) => environmentOf(tier, changes, name);
const found = (...environments: readonly ReturnType<typeof environment>[]) =>
    isolation([], environments, new Set(environments.map(({ name }) => name))).violations.filter(
        ({ rule }) => rule === "zone-managers",
    );
const elsewhere: Changes = {
    "ringfence:domain": { zone: "other.example", zoneId: "a".repeat(32), accountId: "b".repeat(32) },
};

describe("a Cloudflare zone that several stacks share", () => {
    it("VOX-4 is managed by production, and the others leave it alone", () => {
        assert.deepEqual(
            found(environment("sandbox"), environment("pre-production"), environment("production", managed)),
            [],
        );
    });
    it("may be managed by nobody here", () => {
        assert.deepEqual(found(environment("sandbox"), environment("production")), []);
    });
    it("VOX-4 is not claimed by two stacks, which names both and the key", () => {
        const violations = found(environment("production", managed), environment("production", managed, "live"));
        assert.equal(violations.length, 1);
        assert.deepEqual(violations[0]?.stacks, ["main", "live"]);
        assert.match(
            violations[0]?.message ?? "",
            /^main and live both claim the Cloudflare zone acme\.example.*ringfence:zone\.managed/,
        );
    });
    it("is the same zone where only its identifier or only its name is", () => {
        for (const [key, value] of [
            ["zone", "renamed.example"],
            ["zoneId", "e".repeat(32)],
        ] as const) {
            const other = environment("production", { ...managed, [`ringfence:domain.${key}`]: value }, "live");
            assert.equal(found(environment("production", managed), other).length, 1, key);
        }
    });
    it("is another's affair where it is another zone", () => {
        assert.deepEqual(
            found(environment("production", managed), environment("sandbox", { ...managed, ...elsewhere })),
            [],
        );
    });
    it("ACG-10 is not in the hands of a stack below production, where production is behind it", () => {
        const [violation] = found(environment("sandbox", managed), environment("production"));
        assert.deepEqual(violation?.stacks, ["beta", "main"]);
        assert.match(
            violation?.message ?? "",
            /beta \(sandbox\) manages.*production \(main\).*Move ringfence:zone to main/,
        );
        assert.deepEqual(found(environment("sandbox", managed), environment("pre-production")), []);
    });
    it("is listed with the stack that manages it", () => {
        const shared = (changes: Changes) => {
            const environments = [environment("sandbox"), environment("production", changes)];
            return isolation([], environments, new Set(["beta"])).shared.find(({ resource }) =>
                resource.startsWith("Cloudflare zone"),
            );
        };
        assert.deepEqual(shared(managed)?.stacks, ["beta", "main"]);
        assert.match(shared(managed)?.why ?? "", /main alone manages its settings$/);
        assert.match(shared({})?.why ?? "", /no stack of the project manages its settings$/);
    });
});
