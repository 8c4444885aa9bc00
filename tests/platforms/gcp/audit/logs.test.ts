import { strict as assert } from "node:assert";
import { seconds } from "../../../../components";
import type { Tier } from "../../../../environment";
import type { AuditLogsArgs } from "../../../../platforms/platform";
import { plannedOn } from "../../cloud";
import { ofType, theOnly } from "../../engine";

const logBucket = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
const sink = "gcp:logging/projectSink:ProjectSink";
const auditConfig = "gcp:projects/iAMAuditConfig:IAMAuditConfig";

const asked = { retention: { period: seconds("400d"), locked: false }, dataAccess: true };
const plan = (tier: Tier = "production", more: Partial<AuditLogsArgs> = {}) =>
    plannedOn(tier, (platform, parent) => platform.auditLogs("audit", { ...asked, ...more }, parent));

describe("audit logs", () => {
    it("ACG-10 lie in a log bucket of the environment's own region, for as long as asked", async () => {
        const { inputs } = theOnly(await plan(), logBucket);
        assert.equal(inputs.bucketId, "dev-audit");
        assert.equal(inputs.location, "europe-west2");
        assert.equal(inputs.retentionDays, 400);
        assert.equal(inputs.locked, false);
    });

    it("are kept for whole days, and never for less than asked", async () => {
        const resources = await plan("production", { retention: { period: seconds("36h"), locked: true } });
        const { inputs } = theOnly(resources, logBucket);
        assert.deepEqual([inputs.retentionDays, inputs.locked], [2, true]);
    });

    it("ACG-12 are those of changes, accesses, Google's systems, refusals and Google's staff, and nothing else", async () => {
        const { inputs } = theOnly(await plan(), sink);
        assert.deepEqual(inputs.filter.split(" OR "), [
            'log_id("cloudaudit.googleapis.com/activity")',
            'log_id("cloudaudit.googleapis.com/data_access")',
            'log_id("cloudaudit.googleapis.com/system_event")',
            'log_id("cloudaudit.googleapis.com/policy")',
            'log_id("cloudaudit.googleapis.com/access_transparency")',
        ]);
        assert.equal(inputs.destination, "logging.googleapis.com/audit-log-bucket-id");
        assert.equal(inputs.uniqueWriterIdentity, true);
    });

    it("go by a sink beside Google's own two, which it leaves alone", async () => {
        const { name } = theOnly(await plan(), sink).inputs;
        assert.equal(name, "dev-audit");
        assert.ok(!["_Default", "_Required"].includes(name));
    });

    it("ACG-12 say who read a secret, used a database, opened a file or took an identity", async () => {
        const logged = Object.fromEntries(
            ofType(await plan(), auditConfig).map(({ inputs }) => [
                inputs.service,
                inputs.auditLogConfigs.map(({ logType }: { logType: string }) => logType),
            ]),
        );
        assert.deepEqual(logged, {
            "secretmanager.googleapis.com": ["ADMIN_READ", "DATA_READ"],
            "cloudsql.googleapis.com": ["DATA_READ", "DATA_WRITE"],
            "datastore.googleapis.com": ["DATA_READ", "DATA_WRITE"],
            "storage.googleapis.com": ["DATA_READ", "DATA_WRITE"],
            "iam.googleapis.com": ["ADMIN_READ", "DATA_READ"],
            "sts.googleapis.com": ["ADMIN_READ"],
        });
    });

    it("are of changes alone where that is asked", async () => {
        assert.deepEqual(ofType(await plan("production", { dataAccess: false }), auditConfig), []);
    });

    it("outlive the environment in every tier, and are protected in production", async () => {
        for (const tier of ["sandbox", "pre-production", "production"] as const) {
            const resources = await plan(tier);
            const { inputs, protect } = theOnly(resources, logBucket);
            assert.equal(inputs.deletionPolicy, "ABANDON", tier);
            assert.equal(protect, tier === "production", tier);
            assert.equal(theOnly(resources, sink).protect, tier === "production", tier);
        }
    });

    it("wait for the APIs in an empty project", async () => {
        const resources = await plan();
        assert.deepEqual(theOnly(resources, logBucket).dependsOn, ["cloud-logging-api"]);
        for (const { dependsOn } of ofType(resources, auditConfig))
            assert.deepEqual(dependsOn, ["cloud-cloudresourcemanager-api"]);
    });
});
