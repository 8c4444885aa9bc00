import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import type { DockerHost } from "../../../platforms/docker";
import type { JobArgs } from "../../../platforms/platform";
import { plainJob } from "../job-args";
import { plainService } from "../service-args";
import { type Made, made, plannedOnHost, textsOf, variablesOf } from "./host";

interface Ending {
    readonly exitCode: number | undefined;
    readonly containerLogs?: string;
}
const well: Ending = { exitCode: 0 };

/** An output's promise is the runtime's own; it is the only way to hear of a failure in it. */
const settled = (output: pulumi.Output<string>): Promise<string> =>
    (output as unknown as { promise(): Promise<string> }).promise();

/** A job, and a service that comes after it. */
const ran = (more: Partial<JobArgs> = {}, ending: Ending = well): Promise<readonly Made[]> =>
    plannedOnHost(
        (host, parent) => {
            const url = host.secret("url", { called: "database-url", value: "postgresql://hidden" });
            const variables = { DATABASE_URL: url };
            const { resource } = host.job("migrate", { ...plainJob, variables, ...more }, parent);
            host.service("api", { ...plainService, after: [resource] }, parent);
        },
        { answers: { "migrate-job": ending } },
    );
const job = async (more?: Partial<JobArgs>): Promise<Made> => made(await ran(more), "migrate-job");

/** What a job that ends badly says, and which is made of what comes before it and of what comes after. */
async function failed(ending: Ending): Promise<{ readonly message: string; readonly made: readonly string[] }> {
    let message = "";
    const registered: string[] = [];
    const over = new Error("over");
    const program = async (host: DockerHost, parent: pulumi.Resource) => {
        const reason = new Promise<Error>((resolve) => {
            // The engine would end the program here; a test hears of it from what the end is made of.
            const hears: pulumi.ResourceTransformation = ({ name, props, opts }) => {
                if (name === "migrate-ended") settled(props.keepers.job).catch(resolve);
                return { props, opts };
            };
            const watched = new pulumi.ComponentResource(
                "test:index:Watched",
                "watched",
                {},
                {
                    parent,
                    transformations: [hears],
                },
            );
            const note = (called: string, resource: pulumi.Resource) =>
                resource.urn.apply(() => registered.push(called));
            note("before", host.service("before", plainService, parent).resource);
            const { resource } = host.job("migrate", plainJob, watched);
            note("after", host.service("after", { ...plainService, after: [resource] }, parent).resource);
        });
        message = (await reason).message;
        await new Promise((resolve) => setTimeout(resolve, 100));
        // The program cannot come to its end: something in it failed.
        throw over;
    };
    await assert.rejects(plannedOnHost(program, { answers: { "migrate-job": ending } }), over);
    return { message, made: registered };
}

describe("a job on a Docker host", () => {
    it("runs to its end during the deployment, once, and never starts again by itself", async () => {
        const { inputs, opts } = await job();
        assert.deepEqual([inputs.attach, inputs.mustRun, inputs.logs, inputs.restart], [true, false, true, "no"]);
        assert.equal(opts.customTimeouts?.create, "600s");
    });

    it("is limited as everything is, and can write nothing but /tmp", async () => {
        const { memory, memorySwap, readOnly, capabilities, tmpfs } = (await job()).inputs;
        assert.deepEqual([memory, memorySwap, readOnly], [512, 512, true]);
        assert.deepEqual(capabilities, { drops: ["ALL"], adds: [] });
        assert.deepEqual(Object.keys(tmpfs), ["/tmp"]);
    });

    it("finds its secrets as a service does", async () => {
        const resources = await ran();
        assert.equal(variablesOf(made(resources, "migrate-job")).DATABASE_URL_FILE, "/run/secrets/database-url");
        assert.deepEqual(textsOf(made(resources, "migrate-secrets-files")), {
            "/run/secrets/database-url": "postgresql://hidden",
        });
        const { DATABASE_URL } = variablesOf(await job({ secretsAs: "variables" }));
        assert.equal(DATABASE_URL, "postgresql://hidden");
    });

    it("ORA-8 runs again for another reason, and for no other cause", async () => {
        const { RUN_FOR } = variablesOf(await job());
        assert.match(RUN_FOR ?? "", /^[0-9a-f]{12}$/);
        assert.equal(variablesOf(await job()).RUN_FOR, RUN_FOR);
        assert.notEqual(variablesOf(await job({ runs: { when: "needed", because: ["r2"] } })).RUN_FOR, RUN_FOR);
    });

    it("begins after what must be there, and with its image", async () => {
        const resources = await plannedOnHost((host, parent) => {
            const { resource } = host.service("before", plainService, parent);
            host.job("migrate", { ...plainJob, after: [resource] }, parent);
        });
        const { dependsOn } = made(resources, "migrate-job");
        assert.ok(dependsOn.includes("before-container-1"));
        assert.ok(dependsOn.some((name) => /^host-api-[0-9a-f]{6}-image$/.test(name)));
    });

    it("lets what comes after it begin when it has ended with 0", async () => {
        const resources = await ran();
        assert.ok(made(resources, "migrate-ended").dependsOn.includes("migrate-job"));
        assert.ok(made(resources, "api-container-1").dependsOn.includes("migrate-ended"));
    });

    it("ends the deployment with its status and the last of what it said, and holds back what comes after it", async () => {
        const containerLogs = Array.from({ length: 30 }, (_, line) => `line ${line + 1}`).join("\n");
        const { message, made: registered } = await failed({ exitCode: 3, containerLogs });
        assert.match(message, /the job migrate-dev ended with 3 \(container migrate-job-c0ffee\)/);
        assert.match(message, /line 11\n.*line 30\n/s);
        assert.doesNotMatch(message, /line 10\n/);
        assert.match(message, /npm run up -- \S+ -- --replace 'urn:pulumi:\S+-job'$/);
        assert.deepEqual(registered, ["before"]);
    });

    it("has failed where Docker knows no status: the provider stopped waiting", async () => {
        const { message, made: registered } = await failed({ exitCode: undefined });
        assert.match(message, /ended with no status/);
        assert.deepEqual(registered, ["before"]);
    });

    it("MVA-2 finds texts of the vault as files, each in a folder of its own", async () => {
        const resources = await plannedOnHost((host, parent) => {
            const text = host.secret("customers", { called: "mock-customers", value: "id,name" });
            host.job("load", { ...plainJob, files: [{ path: "/fixtures/customers.csv", text }] }, parent);
        });
        const carrier = made(resources, "load-customers-csv-files");
        assert.deepEqual(textsOf(carrier), { "/fixtures/customers.csv": "id,name" });
        const { volumes } = made(resources, "load-job").inputs;
        assert.deepEqual(volumes, [{ fromContainer: "load-customers-csv-files-c0ffee", readOnly: true }]);
    });
});

describe("a job on a schedule, on a Docker host", () => {
    const weekly: JobArgs = {
        ...plainJob,
        jobName: "seed-dev",
        command: ["npm", "run"],
        args: ["seed"],
        retries: 1,
        runs: { when: "scheduled", schedule: "0 4 * * SAT" },
    };
    const scheduled = async (more: Partial<JobArgs> = {}, use?: (host: DockerHost) => Partial<JobArgs>) =>
        plannedOnHost((host, parent) => host.job("seed", { ...weekly, ...more, ...use?.(host) }, parent));

    it("waits in a container of its own, which starts the command when its time comes", async () => {
        const container = made(await scheduled(), "seed");
        const { name, entrypoints, command, restart, healthcheck, attach } = container.inputs;
        assert.deepEqual([name, restart, attach], ["voice-dev-seed", "always", undefined]);
        assert.deepEqual(entrypoints, ["sh", "/schedule/schedule.sh", "npm", "run", "seed"]);
        assert.equal(command, undefined);
        assert.deepEqual(healthcheck.tests, ["CMD", "sh", "/schedule/health.sh"]);
        const { SCHEDULE, JOB_TIMEOUT, JOB_RETRIES } = variablesOf(container);
        assert.deepEqual([SCHEDULE, JOB_TIMEOUT, JOB_RETRIES], ["0 4 * * 6", "600", "1"]);
        assert.equal(container.opts.deleteBeforeReplace, true);
    });

    it("has its scripts from a carrier, beside its secrets", async () => {
        const resources = await scheduled({}, (host) => ({
            variables: { DATABASE_URL: host.secret("url", { called: "database-url", value: "postgresql://hidden" }) },
        }));
        assert.deepEqual(Object.keys(textsOf(made(resources, "seed-schedule-files"))), [
            "/schedule/schedule.sh",
            "/schedule/health.sh",
        ]);
        const { volumes } = made(resources, "seed").inputs;
        assert.deepEqual(
            volumes.map(({ fromContainer }: { fromContainer: string }) => fromContainer),
            ["seed-secrets-files-c0ffee", "seed-schedule-files-c0ffee"],
        );
    });

    it("ORA-7 adds to another environment's volume, which is told by a variable", async () => {
        const container = made(await scheduled({ deposit: { into: "dumps", variable: "DUMP_URL" } }), "seed");
        assert.equal(variablesOf(container).DUMP_URL, "file:///dump");
        assert.deepEqual(container.inputs.volumes[0], {
            fromContainer: "seed-schedule-files-c0ffee",
            readOnly: true,
        });
        assert.deepEqual(container.inputs.volumes[1], { volumeName: "dumps", containerPath: "/dump" });
        assert.equal(container.inputs.groupAdds, undefined);
    });

    it("ORA-7 reads a folder of its own, as one of its readers and nothing more", async () => {
        const resources = await plannedOnHost((host, parent) => {
            const bucket = host.bucket("dumps", { called: "seed" }, parent);
            host.job("seed", { ...weekly, folders: [{ path: "/dump", bucket }] }, parent);
        });
        const { volumes, groupAdds } = made(resources, "seed").inputs;
        assert.deepEqual(volumes[1], { volumeName: "voice-dev-seed-files", containerPath: "/dump", readOnly: true });
        assert.deepEqual(groupAdds, ["64998"]);
    });

    it("refuses to guess the image's entry point", async () => {
        await assert.rejects(scheduled({ command: undefined }), /seed-dev runs on a schedule.*entry point/);
    });
});
