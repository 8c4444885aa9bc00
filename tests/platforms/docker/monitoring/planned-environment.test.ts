import { strict as assert } from "node:assert";
import type * as pulumi from "@pulumi/pulumi";
import { mebibytes } from "../../../../environment/units";
import type { DockerHost } from "../../../../platforms/docker";
import type { Monitored } from "../../../../platforms/docker/monitoring/description";
import { monitoredBy } from "../../../../platforms/docker/monitoring/watch";
import type { JobArgs, PostgresArgs, WatchArgs } from "../../../../platforms/platform";
import { plainJob } from "../../job-args";
import { plainService } from "../../service-args";
import { plainPostgres, plannedOnHost } from "../host";
import { everything } from "./environments";
import { plainWatch } from "./watched-host";

const whole = everything();

const job: JobArgs = { ...plainJob, jobName: "migrate", command: ["npm", "run", "migrate"], args: undefined };

function dumpsTo(host: DockerHost): PostgresArgs["dumps"] {
    const secret = (called: string) => host.secret(called, { called, value: "sesame" });
    const storage = {
        endpoint: "https://s3.example",
        bucket: "voice",
        region: "eu-central-1",
        expiry: "delete",
    } as const;
    return { target: { kind: "s3", ...storage }, key: { accessKeyId: secret("id"), secretAccessKey: secret("key") } };
}

/** The environment of the fixture, made by the makers that a stack file's is made by. */
function makeWhole(host: DockerHost, parent: pulumi.Resource): WatchArgs {
    const { services, objectives, notify, mail } = whole;
    host.postgres("main-database", { ...plainPostgres, dumps: dumpsTo(host) }, parent);
    host.redis("main-redis", { version: "7.2", memory: mebibytes("512Mi"), availability: "basic" }, parent);
    host.job("main-schema-migrate", job, parent);
    host.job("main-seed-load", { ...job, runs: { when: "scheduled", schedule: "0 4 * * 6" } }, parent);
    for (const { serviceName, instances } of services)
        host.service(`main-${serviceName}`, { ...plainService, serviceName, instances }, parent);
    host.balancer("main-balancer", { services: {}, redirects: {}, firewall: false }, parent);
    const password = host.secret("mail", { called: "smtp-password", value: "opens-mail" });
    return {
        ...plainWatch,
        services: services.map(({ role, serviceName, instances }) => ({ role, serviceName, instances })),
        hosts: whole.hosts.map(({ called, host: name }) => ({ called, host: name, path: "/health" })),
        objectives,
        notify,
        mail: mail && { ...mail, password },
    };
}

describe("the environment that the monitoring's tests speak of", () => {
    it("is what a host tells its monitoring of all that it runs, jobs and schedules by their label", async () => {
        let told: Monitored | undefined;
        const front = {
            address: "203.0.113.7",
            port: 443,
            name: "localhost",
            routes: "hosts",
            tls: { from: "edge" },
        } as const;
        await plannedOnHost(
            (host, parent) => {
                const args = makeWhole(host, parent);
                host.watch("main-monitoring", args, parent);
                told = monitoredBy(host, args);
            },
            { environment: "main", tier: "production", front },
        );
        assert.deepEqual(told, whole);
    });
});
