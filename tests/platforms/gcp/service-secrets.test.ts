import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { cloud, plannedOn } from "../cloud";
import { ofType, planned, type Registered, theOnly } from "../engine";
import { plainService } from "../service-args";

const serviceType = "gcp:cloudrunv2/service:Service";
const grantType = "gcp:secretmanager/secretIamMember:SecretIamMember";

const withSecret = (value: string | undefined): Promise<readonly Registered[]> =>
    plannedOn("sandbox", (platform, parent) => {
        const secret = platform.secret("token", { called: "token", value }, parent);
        platform.service("api", { ...plainService, variables: { TOKEN: secret, TOKEN_AGAIN: secret } }, parent);
    });

describe("a secret on Google Cloud", () => {
    it("ORB-11 reaches a service by reference to the vault, never as a value", async () => {
        const resources = await withSecret("s3cret");
        const service = theOnly(resources, serviceType);
        assert.deepEqual(service.inputs.template.containers[0].envs, [
            { name: "TOKEN", valueSource: { secretKeyRef: { secret: "dev-token", version: "latest" } } },
            { name: "TOKEN_AGAIN", valueSource: { secretKeyRef: { secret: "dev-token", version: "latest" } } },
        ]);
        assert.ok(!JSON.stringify(service).includes("s3cret"));
    });

    it("may be read by its service alone, granted once and on this one secret", async () => {
        const grant = theOnly(await withSecret("s3cret"), grantType).inputs;
        assert.equal(grant.secretId, "dev-token");
        assert.equal(grant.role, "roles/secretmanager.secretAccessor");
        assert.equal(grant.member, "serviceAccount:voice-api-dev@acme-voice-dev.iam.gserviceaccount.com");
    });

    it("is there and readable before the service starts", async () => {
        const { dependsOn } = theOnly(await withSecret("s3cret"), serviceType);
        assert.ok(dependsOn.includes("token-version"));
        assert.ok(dependsOn.includes("api-reads-token"));
    });

    it("stays in the environment's region and is marked with what it belongs to", async () => {
        const { inputs } = theOnly(await withSecret(undefined), "gcp:secretmanager/secret:Secret");
        assert.deepEqual(inputs.replication, { userManaged: { replicas: [{ location: "europe-west2" }] } });
        assert.equal(inputs.labels.environment, "dev");
    });

    it("has a version only where the program knows the value, and that is marked secret", async () => {
        const versionType = "gcp:secretmanager/secretVersion:SecretVersion";
        assert.equal(ofType(await withSecret(undefined), versionType).length, 0);
        const version = theOnly(await withSecret("s3cret"), versionType);
        assert.equal(version.inputs.secretData, "s3cret");
        assert.equal(version.hasSecrets, true);
    });

    it("keeps replaced versions in production, where the step back may need them", async () => {
        const policy = async (tier: "sandbox" | "production") => {
            const resources = await plannedOn(tier, (platform, parent) =>
                platform.secret("token", { called: "token", value: "s3cret" }, parent),
            );
            return theOnly(resources, "gcp:secretmanager/secretVersion:SecretVersion").inputs.deletionPolicy;
        };
        assert.deepEqual([await policy("sandbox"), await policy("production")], ["DELETE", "DISABLE"]);
    });

    it("is called the same before the vault has it and after", async () => {
        let id = "";
        await planned(() => {
            const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
            id = cloud().secret("token", { called: "token" }, parent).id;
        });
        assert.equal(id, "dev-token");
    });
});
