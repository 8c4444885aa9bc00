import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { seconds, toMebibytes } from "../../../environment/units";
import type { DockerHost } from "../../../platforms/docker";
import type { JobArgs } from "../../../platforms/platform";
import { plainService } from "../service-args";
import { type Made, made, plannedOnHost, textsOf, variablesOf } from "./host";

const plain: JobArgs = {
    jobName: "migrate-dev",
    image: "acme/api:r1",
    args: ["migrate"],
    cpu: 1,
    memory: toMebibytes(512),
    timeout: seconds("10m"),
    retries: 0,
    variables: {},
    uses: [],
    privateNetwork: false,
    secretsAs: "files",
    runs: { when: "needed", because: ["r1"] },
};

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
            const { resource } = host.job("migrate", { ...plain, variables, ...more }, parent);
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
            const { resource } = host.job("migrate", plain, watched);
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
            host.job("migrate", { ...plain, after: [resource] }, parent);
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

    it("cannot run on a schedule, which Docker has none of", async () => {
        await assert.rejects(
            ran({ runs: { when: "scheduled", schedule: "0 3 * * *" } }),
            /migrate-dev is to run on a schedule/,
        );
    });
});
