import { strict as assert } from "node:assert";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
    atFault,
    type Document,
    jobOf,
    mandatory,
    ofType,
    type PlannedResource,
    planOf,
    planOfFixture,
    planWith,
    root,
    type StackDocument,
    serviceOf,
    serviceType,
    stackOf,
    theOnly,
    variablesOf,
} from "./plan";

const environments = ["beta", "staging", "main"];

/** The store of the agent's reasoning records. */
const recordsOf = ({ resources }: StackDocument): PlannedResource => {
    const [only, ...others] = resources.filter(
        ({ type, urn }) => type === "gcp:storage/bucket:Bucket" && urn.includes("ringfence:index:Audit$"),
    );
    assert.ok(only !== undefined && others.length === 0, "expected one store of records");
    return only;
};
const grantsOn = (stack: StackDocument, bucket: string): readonly PlannedResource[] =>
    stack.resources.filter(({ type, inputs }) => /storage.*IAM/.test(type) && inputs.bucket === bucket);
/** The component that a resource is part of. */
const partOf = (urn: string): string | undefined => urn.match(/ringfence:index:(\w+)\$gcp:/)?.[1];

describe("MVA, the root project", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });
    const api = (stack: string) => serviceOf(stackOf(plan, stack), "VoiceApi");
    const variables = (stack: string) => variablesOf(api(stack));

    it("MVA-1 has one stack file for each branch, one environment for each stack, and beside them a laptop's", () => {
        const files = readdirSync(root).filter((name) => /^Pulumi\..+\.yaml$/.test(name));
        assert.deepEqual(files.sort(), [...environments, "local"].map((name) => `Pulumi.${name}.yaml`).sort());
        assert.deepEqual(Object.keys(plan.stacks).sort(), [...environments, "local"].sort());
        assert.deepEqual(plan.errors, []);
        const projects = environments.map((name) => api(name).inputs.project);
        assert.equal(new Set(projects).size, 3, "each environment has a Google Cloud project of its own");
    });

    it("MVA-1 lets the branch of an environment deploy it, in its own project, and no other branch", () => {
        for (const name of environments) {
            const stack = stackOf(plan, name);
            const { inputs } = theOnly(stack, "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider");
            assert.equal(
                inputs.attributeCondition,
                `assertion.repository == "mva/voice-agent" && assertion.ref == "refs/heads/${name}" && assertion.environment == "${name}"`,
            );
            const granted = ofType(stack, "gcp:projects/iAMMember:IAMMember").filter(({ inputs: { member } }) =>
                member.includes(`::${name}-delivery-deployer#`),
            );
            assert.ok(granted.length > 5, name);
            for (const { inputs: given } of granted) assert.equal(given.project, `mva-voice-${name}`);
            assert.match(stack.outputs.delivery.deployer, new RegExp(`::${name}-delivery-deployer#email}$`));
        }
    });

    it("MVA-1 refuses a workflow that any repository of GitHub's could use", async () => {
        const open = await planOfFixture("open-delivery");
        const broken = mandatory(stackOf(open, "staging")).map(({ policy }) => policy);
        for (const rule of ["federation-pinned", "no-service-account-keys"]) assert.ok(broken.includes(rule), rule);
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

    it("MVA-2 loads beta's mock customers from the CSV into its Firestore, once for a content", async () => {
        const { job, task, variables: of } = jobOf(stackOf(plan, "beta"), "load-customers-beta");
        assert.deepEqual(task.containers[0].args, ["load-customers"]);
        assert.equal(of.CUSTOMERS_FILE, "/fixtures/customers.csv");
        assert.equal(of.FIRESTORE_DATABASE, variables("beta").FIRESTORE_DATABASE);
        assert.deepEqual(
            Object.keys(of).filter((name) => /^(SF|VONAGE|VOIP|GEMINI|API_KEY)_/.test(name)),
            [],
        );
        const stored = stackOf(plan, "beta").resources.find(({ name }) => name === "beta-customers-file-version");
        assert.ok(job.dependencies.includes(stored?.urn ?? ""), "the file is there before the job runs");
        assert.match(job.inputs.runExecutionToken, /^[0-9a-f]{8}$/);
        const other = await planWith("beta", "customers.csv", "other.csv");
        assert.deepEqual(atFault(other), [["beta", "ringfence:safeguards.customersFile"]]);
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
        const refused = await planWith("staging", "application: staging", "application: production");
        assert.deepEqual(atFault(refused), [["staging", "ringfence:integrations.vonage.application"]]);
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
        const refused = await planWith("main", "application: production", "application: sandbox");
        assert.deepEqual(atFault(refused), [["main", "ringfence:integrations.vonage.application"]]);
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

    it("MVA-8 keeps staging's reasoning records for a year, where nobody can change or delete one", () => {
        const staging = stackOf(plan, "staging");
        const { inputs } = recordsOf(staging);
        assert.deepEqual(inputs.retentionPolicy, { retentionPeriod: "31536000", isLocked: false });
        assert.deepEqual([inputs.uniformBucketLevelAccess, inputs.publicAccessPrevention], [true, "enforced"]);
        assert.deepEqual([inputs.deletionPolicy, inputs.forceDestroy], ["ABANDON", false], "it outlives a destroy");
        const granted = grantsOn(staging, inputs.name).map(({ urn, inputs: { role } }) => [partOf(urn), role]);
        assert.deepEqual(granted.sort(), [
            ["VoiceApi", "roles/storage.objectCreator"],
            ["VoiceGateway", "roles/storage.objectCreator"],
        ]);
    });

    it("MVA-8 tells staging's API and gateway where the records go, and gives each environment a store of its own", () => {
        const names = ["staging", "main"].map((stack) => {
            const { name } = recordsOf(stackOf(plan, stack)).inputs;
            for (const part of ["VoiceApi", "VoiceGateway"] as const)
                assert.equal(variablesOf(serviceOf(stackOf(plan, stack), part)).AUDIT_BUCKET, name, `${stack} ${part}`);
            return name as string;
        });
        assert.match(names[0] ?? "", /^mva-voice-staging-records-/);
        assert.match(names[1] ?? "", /^mva-voice-main-records-/);
    });

    it("MVA-8 refuses a stack file that would delete records before their time", async () => {
        const early = "records: { retention: 365d, expireAfter: 30d }";
        const refused = await planWith("staging", "records: { retention: 365d }", early);
        assert.deepEqual(atFault(refused), [["staging", "ringfence:audit.records.expireAfter"]]);
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

    it("MVA-11 takes it from one repository, which one stack makes and beta's branch alone writes to", () => {
        const repositories = environments.flatMap((name) =>
            ofType(stackOf(plan, name), "gcp:artifactregistry/repository:Repository").map(({ inputs }) => inputs),
        );
        assert.equal(repositories.length, 1);
        const [{ location, project, repositoryId, dockerConfig }] = repositories;
        assert.ok(!environments.some((name) => api(name).inputs.project === project));
        assert.deepEqual(dockerConfig, { immutableTags: true });
        const address = `${location}-docker.pkg.dev/${project}/${repositoryId}/`;
        for (const name of environments)
            assert.ok(api(name).inputs.template.containers[0].image.startsWith(address), name);
        const writers = environments.flatMap((name) =>
            ofType(stackOf(plan, name), "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember").filter(
                ({ inputs }) => inputs.role !== "roles/artifactregistry.reader",
            ),
        );
        assert.deepEqual(
            writers.map(({ inputs }) => [inputs.role, inputs.member]),
            [["roles/artifactregistry.writer", "serviceAccount:beta-publisher@mva-voice-beta.iam.gserviceaccount.com"]],
        );
        assert.deepEqual(
            environments.filter((name) => stackOf(plan, name).outputs.delivery.publisher !== undefined),
            ["beta"],
        );
    });

    it("MVA-11 lets every environment read it, and says which line is missing where one is left out", async () => {
        assert.ok(
            plan.isolation.shared.some(
                ({ resource, stacks }) => resource.startsWith("image registry") && stacks.length === 3,
            ),
        );
        const line = "      staging: staging-deployer@mva-voice-staging.iam.gserviceaccount.com\n";
        const { isolation } = await planWith("main", line, "");
        const [left, ...others] = isolation.violations.filter(({ rule }) => rule === "registry");
        assert.deepEqual(others, []);
        assert.match(
            left?.message ?? "",
            /write `staging: staging-deployer@.*` under ringfence:registry\.deployers of main/,
        );
    });

    it("MVA-11 refuses an image from elsewhere", async () => {
        const { errors } = await planWith("main", "mva-voice-images/voice/agent", "mva-voice-images/other/agent");
        assert.deepEqual(
            errors.map(({ key }) => key),
            ["ringfence:release.image"],
        );
    });
});

const hostsOf = (resources: readonly PlannedResource[]): string[] =>
    resources.filter(({ type }) => type === "cloudflare:index/dnsRecord:DnsRecord").map(({ inputs }) => inputs.name);
const secretIdsOf = (resources: readonly PlannedResource[]): string[] =>
    resources.filter(({ type }) => type === "gcp:secretmanager/secret:Secret").map(({ inputs }) => inputs.secretId);
