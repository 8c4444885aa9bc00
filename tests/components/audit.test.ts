import { strict as assert } from "node:assert";
import { Audit, type AuditArgs, seconds, VoiceApi, VoiceGateway, VoicePlatform } from "../../components";
import { cloud } from "../platforms/cloud";
import { named, ofType, planned, type Registered } from "../platforms/engine";
import { preProduction, sandbox } from "./environments";
import { variablesOf } from "./variables";

const planAudit = (args: Omit<AuditArgs, "platform">) =>
    planned(() => new Audit("audit", { platform: cloud("pre-production"), ...args }));
const retentionOf = (resources: readonly Registered[]) =>
    named(resources, "audit-records-bucket").inputs.retentionPolicy;
const grantsOn = (resources: readonly Registered[], bucket: string) =>
    ofType(resources, "gcp:storage/bucketIAMMember:BucketIAMMember")
        .filter(({ inputs }) => inputs.bucket === bucket)
        .map(({ parent, inputs }) => [parent, inputs.role]);

describe("Audit, alone in a bare program", () => {
    it("MVA-8 keeps records for a year, unlocked, and logs for 400 days, accesses included", async () => {
        const resources = await planAudit({ records: {}, logs: {} });
        assert.deepEqual(retentionOf(resources), { retentionPeriod: "31536000", isLocked: false });
        assert.equal(named(resources, "audit-log-bucket").inputs.retentionDays, 400);
        assert.equal(ofType(resources, "gcp:projects/iAMAuditConfig:IAMAuditConfig").length > 0, true);
    });

    it("keeps them as it is told", async () => {
        const resources = await planAudit({
            records: {
                retention: seconds("90d"),
                locked: true,
                expireAfter: seconds("120d"),
                readers: ["auditors@acme.example"],
            },
            logs: { retention: seconds("30d"), locked: true, dataAccess: false },
        });
        assert.deepEqual(retentionOf(resources), { retentionPeriod: "7776000", isLocked: true });
        assert.equal(named(resources, "audit-records-bucket").inputs.lifecycleRules[0].condition.age, 120);
        assert.deepEqual(grantsOn(resources, "acme-voice-dev-records-a1b2"), [["audit", "roles/storage.objectViewer"]]);
        const { retentionDays, locked } = named(resources, "audit-log-bucket").inputs;
        assert.deepEqual([retentionDays, locked], [30, true]);
        assert.deepEqual(ofType(resources, "gcp:projects/iAMAuditConfig:IAMAuditConfig"), []);
    });

    it("makes only what it is asked for, and owns it", async () => {
        assert.deepEqual(ofType(await planAudit({ logs: {} }), "gcp:storage/bucket:Bucket"), []);
        assert.deepEqual(ofType(await planAudit({ records: {} }), "gcp:logging/projectSink:ProjectSink"), []);
        const resources = await planAudit({ records: {}, logs: {} });
        for (const name of ["audit-records-bucket", "audit-records-suffix", "audit-log-bucket", "audit-sink"])
            assert.equal(named(resources, name).parent, "audit", name);
    });

    it("MVA-8 tells API and gateway where records go, and lets them add and no more", async () => {
        const resources = await planned(() => {
            const platform = cloud("pre-production");
            const { records } = new Audit("audit", { platform, records: {} });
            const common = {
                platform,
                records,
                release: "r1",
                image: "europe-west2-docker.pkg.dev/acme/voice/agent:1",
            };
            const { service } = new VoiceApi("api", common);
            new VoiceGateway("gateway", { ...common, api: service });
        });
        const bucket = "acme-voice-dev-records-a1b2";
        for (const service of ["api", "gateway"])
            assert.equal(variablesOf(resources, service).AUDIT_BUCKET, bucket, service);
        assert.deepEqual(grantsOn(resources, bucket), [
            ["api", "roles/storage.objectCreator"],
            ["gateway", "roles/storage.objectCreator"],
        ]);
    });
});

describe("Audit, in an environment", () => {
    const plan = (environment: ReturnType<typeof preProduction>) =>
        planned(() => new VoicePlatform("voice", { environment }));

    it("is there where the stack file asks for it, and tells the front end nothing", async () => {
        const resources = await plan(preProduction({ audit: { records: { retention: "30d" }, logs: {} } }));
        assert.equal(named(resources, "voice-audit-records-bucket").inputs.retentionPolicy.retentionPeriod, "2592000");
        assert.equal(variablesOf(resources, "voice-api").AUDIT_BUCKET, "acme-voice-staging-records-a1b2");
        assert.equal(variablesOf(resources, "voice-gateway").AUDIT_BUCKET, "acme-voice-staging-records-a1b2");
        assert.equal("AUDIT_BUCKET" in variablesOf(resources, "voice-web"), false);
    });

    it("is not there where nobody asked", async () => {
        const resources = await plan(sandbox());
        assert.deepEqual(ofType(resources, "ringfence:index:Audit"), []);
        assert.equal("AUDIT_BUCKET" in variablesOf(resources, "voice-api"), false);
    });
});
