import { strict as assert } from "node:assert";
import { mebibytes, seconds } from "../../../../environment/units";
import type { JobArgs } from "../../../../platforms/platform";
import { plannedOn } from "../../cloud";
import { named, ofType, theOnly } from "../../engine";
import { plainJob } from "../../job-args";

const jobType = "gcp:cloudrunv2/job:Job";

const plain: JobArgs = {
    ...plainJob,
    image: `europe-west2-docker.pkg.dev/acme/voice/api@sha256:${"a".repeat(64)}`,
};
const ran = (more: Partial<JobArgs> = {}, tier: "sandbox" | "production" = "sandbox") =>
    plannedOn(tier, (platform, parent) => platform.job("migrate", { ...plain, ...more }, parent));
const tokenOf = async (more: Partial<JobArgs> = {}): Promise<string> =>
    theOnly(await ran(more), jobType).inputs.runExecutionToken;

describe("a job on Cloud Run", () => {
    it("is one container with its limits, under an account of its own", async () => {
        const resources = await ran();
        const { inputs } = theOnly(resources, jobType);
        const { template } = inputs.template;
        assert.equal(inputs.name, "migrate-dev");
        assert.deepEqual([template.timeout, template.maxRetries], ["600s", 0]);
        assert.deepEqual(template.containers[0].args, ["migrate"]);
        assert.deepEqual(template.containers[0].resources.limits, { cpu: "1", memory: "512Mi" });
        assert.equal(template.serviceAccount, "migrate-dev@acme-voice-dev.iam.gserviceaccount.com");
        assert.equal(template.vpcAccess, undefined);
    });

    it("is on the environment's network where it has to reach a private address", async () => {
        const { template } = theOnly(await ran({ privateNetwork: true }), jobType).inputs.template;
        assert.equal(template.vpcAccess.egress, "PRIVATE_RANGES_ONLY");
    });

    it("refuses to be destroyed in production alone", async () => {
        assert.equal(theOnly(await ran(), jobType).inputs.deletionProtection, false);
        assert.equal(theOnly(await ran({}, "production"), jobType).inputs.deletionProtection, true);
    });

    it("refuses a name that is too long for Cloud Run", async () => {
        await assert.rejects(ran({ jobName: "j".repeat(50) }), /longer than Cloud Run's 49/);
    });

    it("runs with every secret there and readable, as a variable and as a file", async () => {
        const resources = await plannedOn("sandbox", (platform, parent) => {
            const url = platform.secret("url", { called: "database-url", value: "postgresql://x" }, parent);
            const text = platform.secret("text", { called: "customers", value: "id" }, parent);
            const files = [{ path: "/fixtures/customers.csv", text }];
            platform.job("migrate", { ...plain, variables: { DATABASE_URL: url }, files }, parent);
        });
        const { dependsOn, inputs } = theOnly(resources, jobType);
        for (const name of ["url-version", "text-version", "migrate-reads-database-url", "migrate-identity"])
            assert.ok(dependsOn.includes(name), name);
        const { volumes, containers } = inputs.template.template;
        assert.deepEqual(volumes, [
            {
                name: "file-1",
                secret: { secret: "dev-customers", items: [{ path: "customers.csv", version: "latest" }] },
            },
        ]);
        assert.deepEqual(containers[0].volumeMounts, [{ name: "file-1", mountPath: "/fixtures" }]);
        const grants = ofType(resources, "gcp:secretmanager/secretIamMember:SecretIamMember");
        assert.deepEqual(grants.map(({ inputs: { secretId } }) => secretId).sort(), [
            "dev-customers",
            "dev-database-url",
        ]);
    });

    it("reads the files of a bucket in a folder, and may do nothing else there", async () => {
        const resources = await plannedOn("sandbox", (platform, parent) => {
            const bucket = platform.bucket("dumps", { called: "seed" }, parent);
            platform.job("migrate", { ...plain, folders: [{ path: "/dump", bucket }] }, parent);
        });
        const { volumes, containers } = theOnly(resources, jobType).inputs.template.template;
        assert.deepEqual(volumes, [{ name: "folder-1", gcs: { bucket: "acme-voice-dev-seed", readOnly: true } }]);
        assert.deepEqual(containers[0].volumeMounts, [{ name: "folder-1", mountPath: "/dump" }]);
        assert.equal(
            theOnly(resources, "gcp:storage/bucketIAMMember:BucketIAMMember").inputs.role,
            "roles/storage.objectViewer",
        );
    });

    it("ORA-8 runs once: the same plan has the same token", async () => {
        assert.equal(await tokenOf(), await tokenOf());
        assert.match(await tokenOf(), /^[0-9a-f]{8}$/);
    });

    it("ORA-8 runs again for another reason, and for any change of its own", async () => {
        const bent: readonly Partial<JobArgs>[] = [
            {},
            { runs: { when: "needed", because: ["r2"] } },
            { image: `europe-west2-docker.pkg.dev/acme/voice/api@sha256:${"b".repeat(64)}` },
            { args: ["migrate", "--all"] },
            { memory: mebibytes("1Gi") },
            { timeout: seconds("20m") },
            { retries: 1 },
            { variables: { LOG_LEVEL: "debug" } },
        ];
        const tokens = new Set<string>();
        for (const more of bent) tokens.add(await tokenOf(more));
        assert.equal(tokens.size, bent.length);
    });

    it("tells a job that reads one secret from a job that reads another", async () => {
        const reading = async (called: string) => {
            const resources = await plannedOn("sandbox", (platform, parent) => {
                const secret = platform.secret("url", { called, value: "x" }, parent);
                platform.job("migrate", { ...plain, variables: { DATABASE_URL: secret } }, parent);
            });
            return theOnly(resources, jobType).inputs.runExecutionToken;
        };
        assert.notEqual(await reading("database-url"), await reading("other-url"));
    });
});

describe("a job on a schedule", () => {
    const scheduled = () => ran({ runs: { when: "scheduled", schedule: "0 1 * * 6" } });

    it("is started by Cloud Scheduler, in UTC, and never by a deployment", async () => {
        const resources = await scheduled();
        assert.equal(theOnly(resources, jobType).inputs.runExecutionToken, undefined);
        const { inputs } = theOnly(resources, "gcp:cloudscheduler/job:Job");
        assert.deepEqual([inputs.schedule, inputs.timeZone], ["0 1 * * 6", "Etc/UTC"]);
        assert.equal(
            inputs.httpTarget.uri,
            "https://run.googleapis.com/v2/projects/acme-voice-dev/locations/europe-west2/jobs/migrate-dev:run",
        );
    });

    it("is started by an account that may start this one job and nothing else", async () => {
        const resources = await scheduled();
        const starter = "migrate-dev-starter@acme-voice-dev.iam.gserviceaccount.com";
        const { inputs } = theOnly(resources, "gcp:cloudrunv2/jobIamMember:JobIamMember");
        assert.deepEqual(
            [inputs.name, inputs.role, inputs.member],
            ["migrate-dev", "roles/run.invoker", `serviceAccount:${starter}`],
        );
        const { oauthToken } = named(resources, "migrate-schedule").inputs.httpTarget;
        assert.equal(oauthToken.serviceAccountEmail, starter);
        assert.equal(ofType(resources, "gcp:serviceaccount/account:Account").length, 2);
    });

    it("waits until its starter may start it", async () => {
        assert.ok(named(await scheduled(), "migrate-schedule").dependsOn.includes("migrate-started-by-schedule"));
    });
});
