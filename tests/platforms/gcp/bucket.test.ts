import { strict as assert } from "node:assert";
import { seconds } from "../../../components";
import type { Tier } from "../../../environment";
import type { BucketArgs } from "../../../platforms/platform";
import { plannedOn } from "../cloud";
import { named, ofType, theOnly } from "../engine";

const type = "gcp:storage/bucket:Bucket";
const kept = { called: "records", retention: { period: seconds("365d"), locked: false } };
const plan = (tier: Tier, args: BucketArgs) =>
    plannedOn(tier, (platform, parent) => {
        const bucket = platform.bucket("files", args, parent);
        const worker = platform.identity("worker", { account: "worker-dev", description: "" }, parent);
        bucket.grantReading("worker-reads", worker, parent);
        bucket.grantWriting("worker-writes", worker, parent);
    });
const bucketOf = async (tier: Tier, args: BucketArgs) => theOnly(await plan(tier, args), type);

describe("a bucket", () => {
    it("is in the environment's region, labelled, and never anybody's but its own", async () => {
        const { inputs } = await bucketOf("sandbox", { called: "fixtures" });
        assert.equal(inputs.project, "acme-voice-dev");
        assert.equal(inputs.location, "europe-west2");
        assert.deepEqual([inputs.labels.environment, inputs.labels.tier], ["dev", "sandbox"]);
        assert.equal(inputs.uniformBucketLevelAccess, true);
        assert.equal(inputs.publicAccessPrevention, "enforced");
    });

    it("is found by exactly its project's name and its own, where it goes with its environment", async () => {
        const { inputs } = await bucketOf("production", { called: "fixtures" });
        assert.equal(inputs.name, "acme-voice-dev-fixtures");
        assert.deepEqual(
            ofType(await plan("production", { called: "fixtures" }), "random:index/randomId:RandomId"),
            [],
        );
    });

    it("waits for the API in an empty project", async () => {
        assert.deepEqual((await bucketOf("sandbox", { called: "fixtures" })).dependsOn, ["cloud-storage-api"]);
    });

    it("is emptied and deleted with a sandbox, and refuses in production while something is in it", async () => {
        assert.equal((await bucketOf("sandbox", { called: "fixtures" })).inputs.forceDestroy, true);
        assert.equal((await bucketOf("production", { called: "fixtures" })).inputs.forceDestroy, false);
    });

    it("deletes files at an age, in whole days, and none by default", async () => {
        const rules = async (expireAfter?: ReturnType<typeof seconds>) =>
            (await bucketOf("sandbox", { called: "seed", expireAfter })).inputs.lifecycleRules;
        assert.deepEqual(await rules(seconds("36h")), [{ action: { type: "Delete" }, condition: { age: 2 } }]);
        assert.deepEqual(await rules(), []);
    });

    it("lets whom it is granted to read, or add and no more", async () => {
        const resources = await plan("sandbox", { called: "fixtures" });
        const granted = (name: string) => {
            const { bucket, member, role } = named(resources, name).inputs;
            return [bucket, member, role];
        };
        const who = ["acme-voice-dev-fixtures", "serviceAccount:worker-dev@acme-voice-dev.iam.gserviceaccount.com"];
        assert.deepEqual(granted("worker-reads"), [...who, "roles/storage.objectViewer"]);
        assert.deepEqual(granted("worker-writes"), [...who, "roles/storage.objectCreator"]);
    });

    it("lets groups of people read where they are named, and nobody else", async () => {
        const grants = async (readers?: readonly string[]) =>
            ofType(await plan("sandbox", { ...kept, readers }), "gcp:storage/bucketIAMMember:BucketIAMMember")
                .filter(({ name }) => !name.startsWith("worker-"))
                .map(({ inputs }) => [inputs.role, inputs.member]);
        assert.deepEqual(await grants(), []);
        assert.deepEqual(await grants(["auditors@acme.example"]), [
            ["roles/storage.objectViewer", "group:auditors@acme.example"],
        ]);
    });
});

describe("a bucket that keeps what is in it", () => {
    it("MVA-8 lets nobody change or delete a file before its time, and is locked only where asked", async () => {
        const { inputs } = await bucketOf("pre-production", kept);
        assert.deepEqual(inputs.retentionPolicy, { retentionPeriod: "31536000", isLocked: false });
        const locked = await bucketOf("pre-production", { ...kept, retention: { ...kept.retention, locked: true } });
        assert.equal(locked.inputs.retentionPolicy.isLocked, true);
    });

    it("MVA-8 outlives its environment in every tier", async () => {
        for (const tier of ["sandbox", "pre-production", "production"] as const) {
            const { inputs } = await bucketOf(tier, kept);
            assert.deepEqual([inputs.deletionPolicy, inputs.forceDestroy], ["ABANDON", false], tier);
        }
    });

    it("is protected in production, where one command must not even try", async () => {
        const protects = async (tier: Tier) => (await bucketOf(tier, kept)).protect;
        assert.deepEqual([await protects("pre-production"), await protects("production")], [false, true]);
    });

    it("has a name that the environment's next one does not share", async () => {
        assert.equal((await bucketOf("sandbox", kept)).inputs.name, "acme-voice-dev-records-a1b2");
    });

    it("has another name in another region, where it is another bucket", async () => {
        const suffix = theOnly(await plan("sandbox", kept), "random:index/randomId:RandomId");
        assert.deepEqual(suffix.inputs.keepers, { region: "europe-west2" });
    });

    it("keeps its suffix where the name has to be shortened", async () => {
        const called = "records-of-whatever-the-agent-says-of-its-own-reasoning-in-calls";
        const { name } = (await bucketOf("sandbox", { ...kept, called })).inputs;
        assert.match(name, /^acme-voice-dev-records-of-.*-[0-9a-f]{6}-a1b2$/);
        assert.ok(name.length <= 63, name);
    });
});
