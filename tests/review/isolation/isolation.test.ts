import assert from "node:assert/strict";
import { isolation } from "../../../review/isolation";
import type { StackPlan } from "../../../review/plan";
import { type Changes, environmentOf, type TestedTier } from "../../environment/fixtures";

const names: Record<TestedTier, string> = { sandbox: "beta", "pre-production": "staging", production: "main" };
const environment = (tier: TestedTier, changes: Changes = {}) => environmentOf(tier, changes, names[tier]);

function plan(stack: string, inputs: Record<string, never> | object): StackPlan {
    const urn = `urn:pulumi:${stack}::acme::random:index/randomPet:RandomPet::pet`;
    const facts = {
        urn,
        type: "random:index/randomPet:RandomPet",
        name: "pet",
        inputs: inputs as Record<string, never>,
        propertyDependencies: {},
        dependencies: [],
        protect: false,
        external: false,
    };
    return {
        stack,
        project: "acme",
        tier: "sandbox",
        platform: "gcp",
        resources: [{ facts, inputs: {}, secrets: [], dependencies: [], component: false }],
        outputs: {},
        violations: [],
        notes: [],
    };
}

const all = new Set(["beta", "staging", "main"]);
const environments = [environment("sandbox"), environment("pre-production"), environment("production")];

describe("isolation between stacks", () => {
    it("VOX-4 finds nothing between environments that have everything for themselves", () => {
        assert.deepEqual(isolation([plan("beta", {})], environments, all).violations, []);
    });

    it("MVA-10 names two stacks with one Vonage application, and the key to change", () => {
        const applicationId = "5f0c1d6e-0b57-4a3e-9f0a-1c2b3d4e5f60";
        const path = "ringfence:integrations.vonage.applicationId";
        const same = [
            environment("pre-production", { [path]: applicationId }),
            environment("production", { [path]: applicationId }),
        ];
        const [violation] = isolation([], same, all).violations;
        assert.equal(violation?.rule, "own-identifiers");
        assert.deepEqual(violation?.stacks, ["staging", "main"]);
        assert.match(violation?.message ?? "", /same Vonage application, 5f0c1d6e.*ringfence:integrations/);
    });

    it("names two stacks in one Google Cloud project", () => {
        const same = [
            environment("sandbox", { "gcp:project": "acme-voice" }),
            environment("production", { "gcp:project": "acme-voice" }),
        ];
        assert.match(isolation([], same, all).violations[0]?.message ?? "", /same Google Cloud project, acme-voice/);
    });

    it("ORA-6 finds another environment's project in a resource, deep inside a text too", () => {
        const { project } = environments[2]?.gcp ?? { project: "" };
        const found = isolation([plan("beta", { keepers: { url: `https://x/${project}/y` } })], environments, all);
        assert.deepEqual(
            found.violations.map(({ rule, stacks }) => [rule, stacks]),
            [["foreign-names", ["beta", "main"]]],
        );
        assert.match(found.violations[0]?.message ?? "", /at keepers\.url/);
    });

    it("does not take a longer name for another environment's", () => {
        const { project } = environments[2]?.gcp ?? { project: "" };
        const texts = [`${project}-2`, `x-${project}`, `not.api.acme.example.com`];
        assert.deepEqual(isolation([plan("beta", { texts })], environments, all).violations, []);
    });

    it("finds a project in a service account's address, a table's name and an import", () => {
        const { project } = environments[2]?.gcp ?? { project: "" };
        const texts = [`deployer@${project}.iam.gserviceaccount.com`, `${project}.crm.customers`];
        assert.equal(isolation([plan("beta", { texts })], environments, all).violations.length, 2);
        const adopting = plan("beta", {});
        const resources = adopting.resources.map((one) => ({
            ...one,
            facts: { ...one.facts, adopted: `projects/${project}/secrets/x` },
        }));
        const [violation] = isolation([{ ...adopting, resources }], environments, all).violations;
        assert.match(violation?.message ?? "", /at import\.$/);
    });

    it("ACG-10 finds another environment's project in a provider's configuration", () => {
        const { project } = environments[2]?.gcp ?? { project: "" };
        const values = {
            "gcp:project": "acme-voice-staging",
            "gcp:impersonateServiceAccount": `deployer@${project}.iam.gserviceaccount.com`,
        };
        const found = isolation([], environments, all, [{ stack: "staging", values }]).violations;
        assert.equal(found.length, 1);
        assert.match(found[0]?.message ?? "", /key gcp:impersonateServiceAccount names main's Google Cloud project/);
    });

    it("ORA-6 refuses to read another environment's outputs", () => {
        const reading = plan("staging", {});
        const reference = (name: string) => ({
            ...reading,
            resources: reading.resources.map((one) => ({
                ...one,
                facts: { ...one.facts, type: "pulumi:pulumi:StackReference", name },
            })),
        });
        const found = isolation([reference("organization/acme/main")], environments, all).violations;
        assert.deepEqual(
            found.map(({ rule, stacks }) => [rule, stacks]),
            [["stack-references", ["staging", "main"]]],
        );
        assert.deepEqual(isolation([reference("organization/other/main")], environments, all).violations, []);
    });

    it("tells only what concerns the stacks that were asked for", () => {
        const same = [
            environment("sandbox", { "gcp:project": "acme-voice" }),
            environment("production", { "gcp:project": "acme-voice" }),
        ];
        assert.deepEqual(isolation([], same, new Set(["staging"])).violations, []);
    });

    it("lists what is shared on purpose: the zone and, by digest, the image", () => {
        const { shared } = isolation([], environments, all);
        assert.ok(shared.some(({ resource }) => resource.startsWith("Cloudflare zone")));
        assert.ok(shared.some(({ resource, stacks }) => resource.startsWith("image ") && stacks.length === 3));
    });
});
