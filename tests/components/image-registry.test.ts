import { strict as assert } from "node:assert";
import { ImageRegistry, type ImageRegistryArgs, seconds } from "../../components";
import type { Tier } from "../../environment";
import { cloud } from "../platforms/cloud";
import { named, ofType, planned, theOnly } from "../platforms/engine";

const place = { project: "acme-images", location: "europe-west2", repository: "voice" };
const plan = (args: Partial<ImageRegistryArgs> = {}, tier: Tier = "production") =>
    planned(() => new ImageRegistry("images", { platform: cloud(tier), ...place, ...args }));
const repositoryType = "gcp:artifactregistry/repository:Repository";
const grantType = "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember";

describe("the image registry, alone in a bare program", () => {
    it("MVA-11 is a Docker repository whose tags cannot be moved, in the images' own project", async () => {
        const { inputs, parent } = theOnly(await plan(), repositoryType);
        assert.deepEqual([inputs.project, inputs.location, inputs.repositoryId], Object.values(place));
        assert.equal(inputs.format, "DOCKER");
        assert.deepEqual(inputs.dockerConfig, { immutableTags: true });
        assert.equal(parent, "images");
    });

    it("deletes images that have no tag and are old, never one that has a tag", async () => {
        const { inputs } = theOnly(await plan({ keep: 5, untaggedFor: seconds("14d") }), repositoryType);
        assert.equal(inputs.cleanupPolicyDryRun, false);
        assert.deepEqual(inputs.cleanupPolicies, [
            { id: "keep-newest", action: "KEEP", mostRecentVersions: { keepCount: 5 } },
            { id: "delete-untagged", action: "DELETE", condition: { tagState: "UNTAGGED", olderThan: "1209600s" } },
        ]);
    });

    it("is kept by the engine in production, and goes with a sandbox", async () => {
        assert.equal(theOnly(await plan(), repositoryType).protect, true);
        assert.equal(theOnly(await plan({}, "sandbox"), repositoryType).protect, false);
    });

    it("has images searched for vulnerabilities, and pays for nothing where it does not", async () => {
        const scanning = await plan();
        const apis = ({ inputs }: { inputs: { project: string; service: string } }) => [inputs.project, inputs.service];
        assert.deepEqual(theOnly(scanning, repositoryType).inputs.vulnerabilityScanningConfig, {
            enablementConfig: "INHERITED",
        });
        assert.deepEqual(apis(named(scanning, "images-containerscanning-api")), [
            "acme-images",
            "containerscanning.googleapis.com",
        ]);
        const silent = await plan({ scan: false });
        assert.deepEqual(theOnly(silent, repositoryType).inputs.vulnerabilityScanningConfig, {
            enablementConfig: "DISABLED",
        });
        assert.ok(!silent.some(({ name }) => name.includes("containerscanning")));
    });

    it("lets each environment's Cloud Run and deployer read, the publisher write, and nobody else anything", async () => {
        const resources = await plan({
            readers: { beta: "415104041262" },
            deployers: { beta: "beta-deployer@acme-voice-beta.iam.gserviceaccount.com" },
            publisher: "beta-publisher@acme-voice-beta.iam.gserviceaccount.com",
        });
        const granted = ofType(resources, grantType)
            .map(({ name, inputs }) => [name, inputs.role, inputs.member])
            .sort(([a], [b]) => (a < b ? -1 : 1));
        const [beta, deployer, own, publisher] = granted;
        assert.equal(granted.length, 4);
        assert.deepEqual(beta, [
            "images-read-by-beta",
            "roles/artifactregistry.reader",
            "serviceAccount:service-415104041262@serverless-robot-prod.iam.gserviceaccount.com",
        ]);
        assert.deepEqual(deployer, [
            "images-read-by-beta-deployer",
            "roles/artifactregistry.reader",
            "serviceAccount:beta-deployer@acme-voice-beta.iam.gserviceaccount.com",
        ]);
        assert.deepEqual(own?.slice(0, 2), ["images-read-by-dev", "roles/artifactregistry.reader"]);
        assert.deepEqual(publisher, [
            "images-written-by-publisher",
            "roles/artifactregistry.writer",
            "serviceAccount:beta-publisher@acme-voice-beta.iam.gserviceaccount.com",
        ]);
        assert.ok(named(resources, "images-read-by-dev").dependsOn.includes("cloud-run-agent"));
        for (const { inputs } of ofType(resources, grantType))
            assert.deepEqual([inputs.project, inputs.location, inputs.repository], Object.values(place));
    });
});
