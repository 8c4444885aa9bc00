import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../../../../environment";
import { seconds } from "../../../../environment/units";
import { GoogleCloud } from "../../../../platforms/gcp";
import type { RotationArgs } from "../../../../platforms/gcp/rotation/rotation";
import { location, plannedOn } from "../../cloud";
import { named, ofType, planned, type Registered, theOnly } from "../../engine";
import { plainService } from "../../service-args";

const every: RotationArgs = { every: seconds("90d"), next: "2027-02-01T04:00:00Z", generation: 1 };
const projectGrant = "gcp:projects/iAMMember:IAMMember";
const secretGrant = "gcp:secretmanager/secretIamMember:SecretIamMember";
const agent = (service: string) => `serviceAccount:service-1234567890@gcp-sa-${service}.iam.gserviceaccount.com`;
const account = (name: string) => `serviceAccount:${name}@${location.project}.iam.gserviceaccount.com`;

const rotating = (
    use: (platform: GoogleCloud, parent: pulumi.Resource) => unknown,
    rotation: Partial<RotationArgs> = {},
    tier: Tier = "production",
): Promise<readonly Registered[]> =>
    planned(() => {
        const args = { environment: "dev", tier, ...location, rotation: { ...every, ...rotation } };
        return use(new GoogleCloud("cloud", args), new pulumi.ComponentResource("test:index:Parent", "parent"));
    });
const oneOfEach = (rotation: Partial<RotationArgs> = {}, tier: Tier = "production") =>
    rotating(
        (platform, parent) => {
            const secret = (called: string, more = {}) => platform.secret(called, { called, ...more }, parent);
            secret("supplied");
            secret("generated", { value: "s3cret", renewal: { generated: 64 } });
            secret("encrypted", { value: "s3cret", renewal: "encrypted" });
            secret("wired", { value: "s3cret" });
            secret("public", { value: "certificate", renewal: "public" });
        },
        rotation,
        tier,
    );

describe("the rotation of secrets on Google Cloud", () => {
    it("is not there where nobody asks for it, and not before a secret does", async () => {
        const without = await plannedOn("production", (platform, parent) =>
            platform.secret("token", { called: "token" }, parent),
        );
        assert.equal(named(without, "token").inputs.rotation, undefined);
        assert.ok(!without.some(({ name }) => name.includes("rotation")));
        const idle = await rotating(() => undefined);
        assert.deepEqual(
            idle.map(({ name }) => name).filter((name) => name !== "cloud" && name !== "parent"),
            [],
        );
    });

    it("ORB-11 makes every secret due at the time and interval of the configuration, on one topic", async () => {
        const resources = await oneOfEach();
        const topic = theOnly(resources, "gcp:pubsub/topic:Topic");
        for (const name of ["supplied", "generated", "encrypted", "wired"]) {
            const { inputs } = named(resources, name);
            assert.deepEqual(inputs.rotation, {
                rotationPeriod: "7776000s",
                nextRotationTime: "2027-02-01T04:00:00Z",
            });
            assert.deepEqual(inputs.topics, [{ name: `${topic.name}-id` }]);
        }
        const { inputs } = named(resources, "public");
        assert.deepEqual([inputs.rotation, inputs.topics], [undefined, undefined]);
    });

    it("leaves the time alone that Secret Manager moves on, and sets it anew where that is asked for", async () => {
        assert.deepEqual(named(await oneOfEach(), "supplied").ignoreChanges, ["rotation.nextRotationTime"]);
        assert.deepEqual(named(await oneOfEach({ restart: true }), "supplied").ignoreChanges, []);
    });

    it("lets Secret Manager publish before any secret names the topic, and nobody else", async () => {
        const resources = await oneOfEach();
        const publisher = theOnly(resources, "gcp:pubsub/topicIAMMember:TopicIAMMember");
        assert.deepEqual(
            [publisher.inputs.role, publisher.inputs.member],
            ["roles/pubsub.publisher", agent("secretmanager")],
        );
        assert.ok(named(resources, "supplied").dependsOn.includes(publisher.name));
    });

    it("starts the workflow for each message, as an identity that may do nothing else", async () => {
        const resources = await oneOfEach();
        const trigger = theOnly(resources, "gcp:eventarc/trigger:Trigger");
        assert.deepEqual(trigger.inputs.transport, { pubsub: { topic: "cloud-rotation-topic-id" } });
        assert.deepEqual(trigger.inputs.destination, { workflow: "cloud-rotation-workflow-id" });
        assert.equal(trigger.inputs.location, "europe-west2");
        const roles = ofType(resources, projectGrant)
            .filter(({ inputs }) => inputs.member === account("dev-rotation-trigger"))
            .map(({ inputs }) => inputs.role)
            .sort();
        assert.deepEqual(roles, ["roles/eventarc.eventReceiver", "roles/workflows.invoker"]);
        assert.ok(trigger.dependsOn.includes("cloud-rotation-eventarc"), "Eventarc's own account has its role first");
        assert.equal(named(resources, "cloud-rotation-eventarc").inputs.member, agent("eventarc"));
    });

    it("lets the workflow draw random bytes, tell, and add versions to what it renews; it can read nothing", async () => {
        const resources = await oneOfEach();
        const { inputs } = theOnly(resources, "gcp:projects/iAMCustomRole:IAMCustomRole");
        assert.deepEqual(inputs.permissions, ["cloudkms.locations.generateRandomBytes"]);
        assert.match(inputs.roleId, /^[a-zA-Z0-9_.]{3,64}$/);
        const granted = resources
            .filter((resource) => resource.inputs.member === account("dev-secret-rotation"))
            .map((resource) => [resource.type, resource.inputs.secretId, resource.inputs.role]);
        assert.deepEqual(granted.sort(), [
            [projectGrant, undefined, "projects/acme-voice-dev/roles/secretRotation_a1b2"],
            [projectGrant, undefined, "roles/logging.logWriter"],
            [secretGrant, "dev-generated", "roles/secretmanager.secretVersionAdder"],
        ]);
    });

    it("keeps what the workflow does out of call logs and histories", async () => {
        const { inputs } = theOnly(await oneOfEach(), "gcp:workflows/workflow:Workflow");
        assert.deepEqual([inputs.callLogLevel, inputs.executionHistoryLevel], ["LOG_NONE", "EXECUTION_HISTORY_BASIC"]);
        assert.equal(inputs.serviceAccount, "dev-secret-rotation@acme-voice-dev.iam.gserviceaccount.com");
        // The service takes 128 KB: https://cloud.google.com/workflows/quotas
        assert.ok(inputs.sourceContents.length < 128 * 1024);
    });

    it("goes with a sandbox and stays in production", async () => {
        const protection = async (tier: Tier) =>
            theOnly(await oneOfEach({}, tier), "gcp:workflows/workflow:Workflow").inputs.deletionProtection;
        assert.deepEqual([await protection("sandbox"), await protection("production")], [false, true]);
    });

    describe("of a password that server and clients share", () => {
        const withDatabase = (generation: number) =>
            rotating(
                (platform, parent) => {
                    const password = platform.secret("url", { called: "url", value: "postgresql://…" }, parent);
                    platform.service("api", { ...plainService, variables: { DATABASE_URL: password } }, parent);
                    platform.service("web", { ...plainService, serviceName: "web-dev" }, parent);
                },
                { generation },
            );
        const revision = (resources: readonly Registered[], name: string): string =>
            named(resources, name).inputs.template.revision;

        it("starts new instances of what reads it, and of nothing else", async () => {
            const [first, second] = [await withDatabase(1), await withDatabase(2)];
            assert.notEqual(revision(first, "api-service"), revision(second, "api-service"));
            assert.equal(revision(first, "web-service"), revision(second, "web-service"));
            assert.equal(named(second, "api-service").inputs.template.labels.generation, "2");
            assert.ok(named(second, "api-service").dependsOn.includes("url-version"));
        });

        it("changes nothing where a rotation is described for the first time", async () => {
            const before = await plannedOn("production", (platform, parent) => {
                const password = platform.secret("url", { called: "url", value: "postgresql://…" }, parent);
                platform.service("api", { ...plainService, variables: { DATABASE_URL: password } }, parent);
            });
            assert.equal(revision(before, "api-service"), revision(await withDatabase(1), "api-service"));
        });
    });
});
