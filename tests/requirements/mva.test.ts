import { strict as assert } from "node:assert";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
    type Document,
    mandatory,
    ofType,
    type PlannedResource,
    planOf,
    planOfFixture,
    planWith,
    root,
    serviceOf,
    serviceType,
    stackOf,
    theOnly,
    variablesOf,
} from "./plan";

const environments = ["beta", "staging", "main"];

describe("MVA, the root project", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });
    const api = (stack: string) => serviceOf(stackOf(plan, stack), "VoiceApi");
    const variables = (stack: string) => variablesOf(api(stack));

    it("MVA-1 has one stack file for each branch, one environment for each stack, and no other", () => {
        const files = readdirSync(root).filter((name) => /^Pulumi\..+\.yaml$/.test(name));
        assert.deepEqual(files.sort(), environments.map((name) => `Pulumi.${name}.yaml`).sort());
        assert.deepEqual(Object.keys(plan.stacks).sort(), [...environments].sort());
        assert.deepEqual(plan.errors, []);
        const projects = environments.map((name) => api(name).inputs.project);
        assert.equal(new Set(projects).size, 3, "each environment has a Google Cloud project of its own");
    });

    it("MVA-2 gives beta Firestore and no PostgreSQL, and mock customers from a CSV that exists", () => {
        const beta = stackOf(plan, "beta");
        assert.equal(beta.tier, "sandbox");
        const { inputs } = theOnly(beta, "gcp:firestore/database:Database");
        assert.equal(variables("beta").FIRESTORE_DATABASE, inputs.name);
        assert.deepEqual(ofType(beta, "gcp:sql/databaseInstance:DatabaseInstance"), []);
        const { CUSTOMERS_SOURCE, CUSTOMERS_FILE = "" } = variables("beta");
        assert.equal(CUSTOMERS_SOURCE, "mock");
        assert.ok(existsSync(join(root, CUSTOMERS_FILE)), CUSTOMERS_FILE);
    });

    it("MVA-2 gives beta the sandboxes of Vonage and Salesforce", () => {
        const { SF_ACCESS, SF_SANDBOX_URL = "", SF_URL, VONAGE_APPLICATION_ID } = variables("beta");
        assert.equal(SF_ACCESS, "sandbox");
        assert.match(SF_SANDBOX_URL, /^https:\/\/[\w-]+--[\w-]+\.sandbox\.my\.salesforce\.com$/);
        assert.equal(SF_URL, undefined);
        assert.match(VONAGE_APPLICATION_ID ?? "", /^[0-9a-f-]{36}$/);
    });

    it("MVA-2 calls beta's service voice-agent-beta and runs at most one instance of anything, none when idle", () => {
        assert.equal(api("beta").inputs.name, "voice-agent-beta");
        for (const { name, inputs } of ofType(stackOf(plan, "beta"), serviceType)) {
            assert.deepEqual(inputs.scaling, { minInstanceCount: 0, maxInstanceCount: 1 }, name);
            assert.equal(inputs.template.scaling.maxInstanceCount, 1, name);
        }
    });

    it("MVA-3 lets staging read the live Salesforce with a credential that can only read", () => {
        assert.equal(stackOf(plan, "staging").tier, "pre-production");
        const { SF_ACCESS, SF_URL, SF_READONLY_CLIENT_SECRET, SF_CLIENT_SECRET } = variables("staging");
        assert.equal(SF_ACCESS, "read");
        assert.equal(SF_URL, variables("main").SF_URL);
        assert.equal(SF_READONLY_CLIENT_SECRET, "vault:staging-salesforce-read-only-client-secret");
        assert.equal(SF_CLIENT_SECRET, undefined);
        const declared = plan.isolation.shared.find(({ resource }) => resource.includes("Salesforce"));
        assert.deepEqual([...(declared?.stacks ?? [])].sort(), ["main", "staging"]);
    });

    it("MVA-3 refuses staging the Vonage application of another tier", async () => {
        const { errors } = await planWith("staging", "application: staging", "application: production");
        assert.deepEqual(
            errors.map(({ stack, key }) => [stack, key]),
            [["staging", "ringfence:integrations.vonage.application"]],
        );
    });

    it("MVA-4 makes main production, which writes to the live Salesforce", () => {
        assert.equal(stackOf(plan, "main").tier, "production");
        const { SF_ACCESS, SF_URL = "", SF_CLIENT_SECRET } = variables("main");
        assert.equal(SF_ACCESS, "write");
        assert.match(SF_URL, /^https:\/\/[\w-]+\.my\.salesforce\.com$/);
        assert.equal(SF_CLIENT_SECRET, "vault:main-salesforce-read-write-client-secret");
    });

    it("MVA-4 serves more at once in each instance of main than the others do", () => {
        const concurrency = (stack: string, part: "VoiceApi" | "VoiceGateway"): number =>
            serviceOf(stackOf(plan, stack), part).inputs.template.maxInstanceRequestConcurrency;
        for (const part of ["VoiceApi", "VoiceGateway"] as const) {
            for (const stack of ["beta", "staging"])
                assert.ok(concurrency("main", part) > concurrency(stack, part), `${part} of ${stack}`);
        }
    });

    it("MVA-4 refuses main the Vonage application of another tier", async () => {
        const { errors } = await planWith("main", "application: production", "application: sandbox");
        assert.deepEqual(
            errors.map(({ stack, key }) => [stack, key]),
            [["main", "ringfence:integrations.vonage.application"]],
        );
    });

    it("MVA-5 gives the writing credential to main alone", () => {
        const writers = environments.filter((stack) => variables(stack).SF_ACCESS === "write");
        assert.deepEqual(writers, ["main"]);
        for (const stack of ["beta", "staging"])
            assert.ok(!JSON.stringify(stackOf(plan, stack).resources).includes("read-write"), stack);
    });

    it("MVA-5 refuses a stack file below production that asks to write", async () => {
        const { errors, stacks } = await planWith("staging", "access: read", "access: write");
        assert.deepEqual(Object.keys(stacks).sort(), ["beta", "main"]);
        assert.deepEqual(
            errors.map(({ key }) => key),
            ["ringfence:integrations.salesforce.access"],
        );
        assert.match(errors[0]?.message ?? "", /"write" is for production alone/);
    });

    it("MVA-5 refuses a service below production that somebody lets write by hand", async () => {
        const broken = mandatory(stackOf(await planOfFixture("intruders"), "staging"));
        assert.ok(broken.some(({ policy }) => policy === "salesforce-write-in-production-only"));
    });

    it("MVA-6 names nothing of staging or main in beta", () => {
        const { resources } = stackOf(plan, "beta");
        const all = JSON.stringify(resources);
        for (const stack of ["staging", "main"]) {
            const others = stackOf(plan, stack).resources;
            const names = [api(stack).inputs.project, ...hostsOf(others), ...secretIdsOf(others)];
            assert.ok(names.length > 5, stack);
            // `mva-voice.example` ends every host name of beta too; whole names only.
            for (const name of names) assert.ok(!new RegExp(`"${name.replaceAll(".", "\\.")}"`).test(all), name);
        }
    });

    it("MVA-6 lets no value from outside flow into beta, and beta passes every mandatory rule", () => {
        const beta = stackOf(plan, "beta");
        const foreign = [...JSON.stringify(beta.resources).matchAll(/urn:pulumi:([^:]+)::/g)].map(([, stack]) => stack);
        assert.deepEqual([...new Set(foreign)], ["beta"]);
        assert.ok(beta.resources.every(({ external }) => !external));
        assert.deepEqual(mandatory(beta), []);
    });

    it("MVA-6 refuses a sandbox that asks for real customers", async () => {
        const { errors } = await planWith("beta", "customers: mock", "customers: salesforce");
        assert.ok(errors.some(({ key }) => key === "ringfence:safeguards.customers"));
    });

    it("MVA-10 has another VONAGE_APPLICATION_ID in every environment", () => {
        const ids = environments.map((stack) => variables(stack).VONAGE_APPLICATION_ID);
        assert.ok(ids.every((id) => id !== undefined));
        assert.equal(new Set(ids).size, 3, ids.join(" "));
    });

    it("MVA-10 refuses an environment that takes another's", async () => {
        const [own = "", main = ""] = ["staging", "main"].map((stack) => variables(stack).VONAGE_APPLICATION_ID);
        const { stacks, isolation } = await planWith("staging", own, main);
        const messages = [...isolation.violations, ...Object.values(stacks).flatMap(mandatory)].map(
            ({ message }) => message,
        );
        assert.ok(
            messages.some((message) => /Vonage/i.test(message)),
            JSON.stringify(messages),
        );
    });

    it("MVA-11 runs the same digest in every service of every environment", () => {
        const images = environments.flatMap((stack) =>
            ofType(stackOf(plan, stack), serviceType).map(({ inputs }) => inputs.template.containers[0].image),
        );
        assert.equal(images.length, 9);
        assert.equal(new Set(images).size, 1);
        assert.match(images[0] ?? "", /@sha256:[0-9a-f]{64}$/);
    });
});

const hostsOf = (resources: readonly PlannedResource[]): string[] =>
    resources.filter(({ type }) => type === "cloudflare:index/dnsRecord:DnsRecord").map(({ inputs }) => inputs.name);
const secretIdsOf = (resources: readonly PlannedResource[]): string[] =>
    resources.filter(({ type }) => type === "gcp:secretmanager/secret:Secret").map(({ inputs }) => inputs.secretId);
