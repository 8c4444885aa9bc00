import { strict as assert } from "node:assert";
import { type Document, jobOf, ofType, planOf, planWith, serviceOf, stackOf, theOnly, variablesOf } from "./plan";

describe("ORA, as far as the root stacks have it", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });
    const made = (stack: string, secret: string): string => {
        const { inputs } = stackOf(plan, stack).resources.find(({ name }) => name === `${secret}-version`) ?? {};
        return inputs?.secretData ?? "";
    };

    it("ORA-6 makes staging's DATABASE_URL of the address and password of staging's own database", () => {
        assert.equal(
            variablesOf(serviceOf(stackOf(plan, "staging"), "VoiceApi")).DATABASE_URL,
            "vault:staging-database-url",
        );
        const references = [...made("staging", "staging-database-url").matchAll(/\$\{(urn:pulumi:[^#]+)#([^}]+)\}/g)];
        assert.deepEqual(
            references.map(([, urn = "", property]) => [urn.split(":")[2], urn.split("::").at(-1), property]),
            [
                ["staging", "staging-database-password", "result"],
                ["staging", "staging-database-server", "privateIpAddress"],
            ],
        );
    });

    it("ORA-7 has production's anonymiser write into staging's bucket, as an account that staging lets in", () => {
        const { job, task, variables } = jobOf(stackOf(plan, "main"), "anonymise-main");
        const account = stackOf(plan, "main").resources.find(({ urn }) => task.serviceAccount.includes(urn));
        assert.equal(account?.inputs.accountId, "main-anonymiser");
        assert.equal(variables.DUMP_URL, "gs://mva-voice-staging-seed");
        assert.equal(variables.DATABASE_REPLICA_URLS, "vault:main-database-replica-urls");
        assert.equal(variables.DATABASE_URL, undefined);
        assert.equal(job.inputs.runExecutionToken, undefined);
        const { inputs } = theOnly(stackOf(plan, "main"), "gcp:cloudscheduler/job:Job");
        assert.deepEqual([inputs.schedule, inputs.timeZone], ["0 1 * * 6", "Etc/UTC"]);
        assert.match(inputs.httpTarget.uri, /\/mva-voice-main\/.*\/jobs\/anonymise-main:run$/);

        const grants = ofType(stackOf(plan, "staging"), "gcp:storage/bucketIAMMember:BucketIAMMember").filter(
            ({ inputs: { member } }) => /mva-voice-main/.test(member),
        );
        assert.deepEqual(
            grants.map(({ inputs: { bucket, role, member } }) => [bucket, role, member]),
            [
                [
                    "mva-voice-staging-seed",
                    "roles/storage.objectCreator",
                    "serviceAccount:main-anonymiser@mva-voice-main.iam.gserviceaccount.com",
                ],
            ],
        );
        assert.ok(plan.isolation.shared.some(({ resource }) => resource === "bucket mva-voice-staging-seed"));
    });

    it("ORA-7 leaves staging nothing else of production, and lets its job read the dumps and its own database", () => {
        const staging = stackOf(plan, "staging");
        const naming = staging.resources.filter(({ inputs }) => JSON.stringify(inputs).includes("mva-voice-main"));
        assert.deepEqual(
            naming.map(({ name }) => name),
            ["staging-seed-written-by-anonymiser"],
        );
        const { task, variables } = jobOf(staging, "seed-staging");
        assert.equal(variables.DATABASE_URL, "vault:staging-database-url");
        assert.equal(variables.DUMP_DIRECTORY, "/dump");
        assert.deepEqual(task.volumes, [
            { name: "folder-1", gcs: { bucket: "mva-voice-staging-seed", readOnly: true } },
        ]);
        assert.ok(!JSON.stringify(stackOf(plan, "main").resources).includes("seed-staging@"));
    });

    it("ORA-7 cannot be turned round", async () => {
        const { errors } = await planWith("staging", "role: target", "role: source");
        assert.ok(errors.length > 0);
        for (const { stack, key } of errors)
            assert.ok(stack === "staging" && key.startsWith("ringfence:seeding"), `${stack} ${key}`);
    });

    it("ORA-8 migrates the schema of staging and production once for a release, before the API gets it", async () => {
        for (const stack of ["staging", "main"]) {
            const { job, task, variables } = jobOf(stackOf(plan, stack), `migrate-${stack}`);
            assert.deepEqual(task.containers[0].args, ["migrate"]);
            assert.equal(variables.DATABASE_URL, `vault:${stack}-database-url`);
            assert.match(job.inputs.runExecutionToken, /^[0-9a-f]{8}$/);
            const api = serviceOf(stackOf(plan, stack), "VoiceApi");
            assert.ok(api.dependencies.includes(job.urn), `${stack}: the API waits for the migration`);
        }
        const token = (of: Document) => jobOf(stackOf(of, "staging"), "migrate-staging").job.inputs.runExecutionToken;
        assert.notEqual(token(await planWith("staging", "name: r0", "name: r1")), token(plan));
        const elsewhere = await planWith("staging", "concurrency: 40", "concurrency: 41");
        assert.equal(token(elsewhere), token(plan), "what is not the job's does not make it run again");
    });

    it("ORA-11 gives staging and production a Redis each, in projects and networks of their own", () => {
        const [staging, main] = ["staging", "main"].map((stack) => {
            const { inputs, urn } = theOnly(stackOf(plan, stack), "gcp:redis/instance:Instance");
            assert.ok(made(stack, `${stack}-redis-url`).includes(urn), `REDIS_URL of ${stack} is of its own Redis`);
            return inputs;
        });
        for (const property of ["name", "project", "authorizedNetwork"])
            assert.notEqual(staging[property], main[property], property);
    });
});
