import { strict as assert } from "node:assert";
import { Delivery, type DeliveryArgs, ImageRegistry } from "../../components";
import type { GoogleCloud } from "../../platforms/gcp";
import { deployerRoles, workloadRoles } from "../../platforms/gcp/delivery/roles";
import { cloud } from "../platforms/cloud";
import { named, ofType, planned, type Registered, theOnly } from "../platforms/engine";

const usual = { repository: "acme/voice", branch: "beta", manages: ["services", "secrets"] } as const;
const plan = (
    args: Partial<DeliveryArgs> = {},
    registry: (platform: GoogleCloud) => ImageRegistry | undefined = () => undefined,
): Promise<readonly Registered[]> =>
    planned(() => {
        const platform = cloud();
        new Delivery("delivery", { platform, ...usual, registry: registry(platform)?.registry, ...args });
    });
const images = (platform: GoogleCloud) =>
    new ImageRegistry("images", { platform, project: "acme-images", location: "europe-west2", repository: "voice" });
const providerType = "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider";
const rolesOf = (resources: readonly Registered[]): string[] =>
    ofType(resources, "gcp:projects/iAMMember:IAMMember").map(({ inputs }) => inputs.role);

describe("delivery, alone in a bare program", () => {
    it("MVA-1 accepts GitHub's tokens of one branch of one repository, in the environment that its reviewers protect", async () => {
        const { inputs } = theOnly(await plan(), providerType);
        assert.deepEqual(inputs.oidc, { issuerUri: "https://token.actions.githubusercontent.com" });
        assert.equal(
            inputs.attributeCondition,
            'assertion.repository == "acme/voice" && assertion.ref == "refs/heads/beta" && assertion.environment == "dev"',
        );
        assert.equal(inputs.attributeMapping["attribute.repository"], "assertion.repository");
        assert.equal(inputs.attributeMapping["google.subject"], "assertion.sub");
    });

    it("holds a token to the repository's number where it is known", async () => {
        const { inputs } = theOnly(await plan({ repositoryId: "123456789" }), providerType);
        assert.match(inputs.attributeCondition, /"acme\/voice" && assertion\.repository_id == "123456789" && /);
    });

    it("takes a pool of its own each time, because Google keeps a deleted one's identifier", async () => {
        const pool = theOnly(await plan(), "gcp:iam/workloadIdentityPool:WorkloadIdentityPool");
        assert.equal(pool.inputs.workloadIdentityPoolId, "dev-delivery-a1b2");
    });

    it("lets the accepted jobs act as the deployer, and makes no key", async () => {
        const resources = await plan();
        const { inputs } = named(resources, "delivery-as-deployer");
        assert.equal(inputs.role, "roles/iam.workloadIdentityUser");
        assert.match(inputs.member, /^principalSet:\/\/iam\.googleapis\.com\/.*\/attribute\.repository\/acme\/voice$/);
        assert.match(inputs.serviceAccountId, /serviceAccounts\/dev-deployer@acme-voice-dev\.iam/);
        assert.deepEqual(ofType(resources, "gcp:serviceaccount/key:Key"), []);
    });

    it("gives the deployer what it manages and nothing else, and no basic role", async () => {
        const few = rolesOf(await plan());
        assert.ok(few.includes("roles/run.admin") && few.includes("roles/secretmanager.admin"));
        assert.ok(!few.includes("roles/cloudsql.admin"));
        const more = rolesOf(await plan({ manages: ["services", "postgresql"] }));
        assert.ok(more.includes("roles/cloudsql.admin"));
        const all = Object.values(deployerRoles).flat();
        for (const { role, because } of all) {
            assert.match(role, /^roles\/[a-z]+\.[A-Za-z]+$/);
            assert.ok(because.length > 10, role);
        }
        assert.equal(new Set(all.map(({ role }) => role)).size, all.length);
    });

    it("lets the deployer give workloads their roles and never itself another", async () => {
        const { inputs } = named(await plan(), "delivery-resourcemanager-projectIamAdmin");
        const [, list = ""] = /hasOnly\(\[(.*)\]\)$/.exec(inputs.condition.expression) ?? [];
        const grantable = list.split(", ").map((role) => JSON.parse(role));
        assert.deepEqual(grantable, [...workloadRoles]);
        const own = Object.values(deployerRoles)
            .flat()
            .map(({ role }) => role);
        assert.ok(grantable.every((role: string) => !own.includes(role)));
    });

    it("has an account that pushes only where the branch builds", async () => {
        assert.ok(!(await plan()).some(({ name }) => name.includes("publisher")));
        const building = await plan({ builds: true });
        assert.equal(named(building, "delivery-publisher").inputs.accountId, "dev-publisher");
        assert.ok(named(building, "delivery-as-publisher"));
        const publishers = ofType(building, "gcp:projects/iAMMember:IAMMember").filter(({ inputs }) =>
            inputs.member.includes("publisher"),
        );
        assert.deepEqual(publishers, []);
    });

    it("lets its own accounts use the registry that the same stack manages", async () => {
        const resources = await plan({ builds: true }, images);
        const grant = (name: string) => [named(resources, name).inputs.role, named(resources, name).inputs.member];
        const account = (called: string) => `serviceAccount:dev-${called}@acme-voice-dev.iam.gserviceaccount.com`;
        assert.deepEqual(grant("delivery-deployer-reads"), ["roles/artifactregistry.reader", account("deployer")]);
        assert.deepEqual(grant("delivery-publisher-writes"), ["roles/artifactregistry.writer", account("publisher")]);
    });
});
